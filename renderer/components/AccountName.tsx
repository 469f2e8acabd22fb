import { useTranslation } from 'react-i18next'
import { joinClassNames } from './join-class-names.ts'
import styles from './AccountName.module.css'

export interface AccountNameProps {
  /** As its owner writes it; may be empty. */
  readonly displayName: string
  /** What makes it unmistakable: two accounts may have the same name. */
  readonly handle: string
  /** It was removed from the client. */
  readonly isRemoved?: true | undefined
  readonly className?: string
}

/** An account wherever it is chosen or listed: the name people know, and the handle beside it, which gives way first. */
export function AccountName({ displayName, handle, isRemoved, className }: AccountNameProps): React.JSX.Element {
  const { t } = useTranslation('components')
  const isNamed = displayName !== '' && displayName !== handle
  return (
    <span className={joinClassNames(styles.account, className)} title={isNamed ? `${displayName} · ${handle}` : handle}>
      {isNamed && <span className={styles.name}>{displayName}</span>}
      {isNamed && ' '}
      <span className={isNamed ? styles.handle : styles.name}>{handle}</span>
      {isRemoved === true && <span className={styles.removed}> {t('removed')}</span>}
    </span>
  )
}
