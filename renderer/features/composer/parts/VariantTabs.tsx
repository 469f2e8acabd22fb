import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import styles from './VariantTabs.module.css'

export interface VariantTabsProps {
  readonly accounts: readonly Account[]
  readonly content: PostContent
  readonly editing: string | null
  readonly isEditable: boolean
  readonly onEdit: (accountId: string | null) => void
  readonly onStartVariant: (accountId: string) => void
  readonly onFollowBase: (accountId: string) => void
}

/** Which text is in the editor: the common one, or that of one account. A dot marks accounts with a text of their own. */
export function VariantTabs({ accounts, content, editing, isEditable, onEdit, onStartVariant, onFollowBase }: VariantTabsProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const chosen = content.targets.flatMap((target) => {
    const account = accounts.find((candidate) => candidate.id === target.accountId)
    return account ? [{ account, hasVariant: target.variant !== null }] : []
  })
  const current = chosen.find(({ account }) => account.id === editing)
  return (
    <div className={styles.bar}>
      <div className={styles.tabs} role="group" aria-label={t('editing')}>
        <button type="button" className={styles.tab} aria-pressed={editing === null} onClick={() => onEdit(null)}>
          {t('base')}
        </button>
        {chosen.map(({ account, hasVariant }) => (
          <button key={account.id} type="button" className={styles.tab} aria-pressed={editing === account.id} onClick={() => onEdit(account.id)}>
            <NetworkIcon networkId={account.networkId} size={14} />
            <span className={styles.handle}>{account.handle}</span>
            {hasVariant && <span className={styles.mark} role="img" aria-label={t('ownText')} />}
          </button>
        ))}
      </div>
      {current && isEditable && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => (current.hasVariant ? onFollowBase(current.account.id) : onStartVariant(current.account.id))}
        >
          {current.hasVariant ? t('followBase') : t('writeOwn')}
        </Button>
      )}
    </div>
  )
}
