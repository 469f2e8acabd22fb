import type { Account } from '../../../../shared/accounts/account.ts'
import { Mark } from './Marked.tsx'
import styles from './Marked.module.css'

/** The letter that stands for an account's picture, in the network's shape. */
export function PreviewAvatar({ account, shape }: { readonly account: Account; readonly shape: string | undefined }): React.JSX.Element {
  return (
    <span className={styles.marked} data-element="avatar">
      <span className={shape} aria-hidden="true">
        {account.displayName.slice(0, 1).toUpperCase()}
      </span>
      <Mark element="avatar" />
    </span>
  )
}
