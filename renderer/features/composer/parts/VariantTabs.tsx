import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Button } from '../../../components/Button.tsx'
import { accountLabel } from '../../../components/account-label.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import styles from './VariantTabs.module.css'

export interface VariantTabsProps {
  readonly accounts: readonly Account[]
  readonly targets: readonly { readonly accountId: string; readonly hasVariant: boolean; readonly hasOwnMedia: boolean }[]
  readonly editing: string | null
  readonly isEditable: boolean
  readonly onEdit: (accountId: string | null) => void
  readonly onStartVariant: (accountId: string) => void
  readonly onFollowBase: (accountId: string) => void
}

/** Which text is in the editor: the common one, or that of one account. A dot marks accounts with a text or pictures of their own. */
export const VariantTabs = memo(function VariantTabs({ accounts, targets, editing, isEditable, onEdit, onStartVariant, onFollowBase }: VariantTabsProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const chosen = targets.flatMap(({ accountId, hasVariant, hasOwnMedia }) => {
    const account = accounts.find((candidate) => candidate.id === accountId)
    return account ? [{ account, hasVariant, hasOwnMedia }] : []
  })
  const isNeeded = editing !== null || chosen.length > 1 || chosen.some(({ hasVariant, hasOwnMedia }) => hasVariant || hasOwnMedia)
  useCommands(
    { name: 'composer.variants', title: t('editing') },
    [{ id: null, name: t('base') }, ...chosen.map(({ account }) => ({ id: account.id, name: accountLabel(account) }))].slice(0, 9).map(({ id, name }, place) => ({
      id: `composer.variant.${id ?? 'base'}`,
      title: t('editText', { name }),
      shortcut: `alt+${place + 1}`,
      worksWhileTyping: true,
      disabled: !isNeeded,
      run: () => onEdit(id)
    }))
  )
  if (!isNeeded) return null
  const isUnmistakable = ({ displayName }: Account): boolean => chosen.filter(({ account }) => account.displayName === displayName).length === 1
  const current = chosen.find(({ account }) => account.id === editing)
  return (
    <div className={styles.bar}>
      <div className={styles.tabs} role="group" aria-label={t('editing')}>
        <button type="button" className={styles.tab} aria-pressed={editing === null} aria-keyshortcuts="Alt+1" onClick={() => onEdit(null)}>
          {t('base')}
        </button>
        {chosen.map(({ account, hasVariant, hasOwnMedia }, place) => (
          <button key={account.id} type="button" className={styles.tab} aria-pressed={editing === account.id} aria-keyshortcuts={place < 8 ? `Alt+${place + 2}` : undefined} onClick={() => onEdit(account.id)}>
            <NetworkIcon networkId={account.networkId} size={14} />
            <AccountName displayName={account.displayName} handle={account.handle} className={isUnmistakable(account) ? (styles.short ?? '') : ''} />
            {(hasVariant || hasOwnMedia) && <span className={styles.mark} role="img" aria-label={hasVariant ? t('ownText') : t('media.own.mark')} />}
          </button>
        ))}
      </div>
      {current && isEditable && (
        // Another button: a key that is pressed too early for the text must not undo what was just begun.
        <Button
          key={current.hasVariant ? 'follow' : 'own'}
          size="small"
          variant="quiet"
          onClick={() => (current.hasVariant ? onFollowBase(current.account.id) : onStartVariant(current.account.id))}
        >
          {current.hasVariant ? t('followBase') : t('writeOwn')}
        </Button>
      )}
    </div>
  )
})
