import { Button } from '../../../components/Button.tsx'
import styles from './OwnLine.module.css'

export interface OwnLineProps {
  readonly isOwn: boolean
  readonly isReadOnly: boolean
  /** What is said of one that is the account's own, and of one that is the post's. */
  readonly words: { readonly own: string; readonly common: string; readonly follow: string }
  readonly onFollow: () => void
}

/** Below a field in which an account may have something of its own: whose it is, and the way back to the post's. */
export function OwnLine({ isOwn, isReadOnly, words, onFollow }: OwnLineProps): React.JSX.Element | null {
  if (!isOwn && isReadOnly) return null
  return (
    <div className={styles.own}>
      <span>{isOwn ? words.own : words.common}</span>
      {isOwn && !isReadOnly && (
        <Button size="small" variant="quiet" onClick={onFollow}>
          {words.follow}
        </Button>
      )}
    </div>
  )
}
