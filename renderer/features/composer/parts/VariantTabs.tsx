import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { accountLabel } from '../../../components/account-label.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { OwnThing } from '../variants/own-text.ts'
import { OwnMark } from '../variants/OwnMark.tsx'
import styles from './VariantTabs.module.css'

export interface VariantTabsProps {
  readonly accounts: readonly Account[]
  readonly targets: readonly { readonly accountId: string; readonly own: readonly OwnThing[]; readonly isBaseChanged: boolean }[]
  readonly editing: string | null
  readonly onEdit: (accountId: string | null) => void
}

/** Which text is in the editor: the common one, or that of one account. Small signs say what an account has for itself, and that the common text has changed since. */
export const VariantTabs = memo(function VariantTabs({ accounts, targets, editing, onEdit }: VariantTabsProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const chosen = targets.flatMap(({ accountId, own, isBaseChanged }) => {
    const account = accounts.find((candidate) => candidate.id === accountId)
    return account ? [{ account, own, isBaseChanged }] : []
  })
  const isNeeded = editing !== null || chosen.length > 1 || chosen.some(({ own }) => own.length > 0)
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
  return (
    <div className={styles.bar}>
      <div className={styles.tabs} role="group" aria-label={t('editing')}>
        <button type="button" className={styles.tab} aria-pressed={editing === null} aria-keyshortcuts="Alt+1" onClick={() => onEdit(null)}>
          {t('base')}
        </button>
        {chosen.map(({ account, own, isBaseChanged }, place) => (
          <button key={account.id} type="button" className={styles.tab} aria-pressed={editing === account.id} aria-keyshortcuts={place < 8 ? `Alt+${place + 2}` : undefined} onClick={() => onEdit(account.id)}>
            <NetworkIcon networkId={account.networkId} size={14} />
            <AccountName displayName={account.displayName} handle={account.handle} className={isUnmistakable(account) ? (styles.short ?? '') : ''} />
            <OwnMark own={own} isBaseChanged={isBaseChanged} />
          </button>
        ))}
      </div>
    </div>
  )
})
