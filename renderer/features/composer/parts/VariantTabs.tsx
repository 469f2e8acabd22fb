import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { accountLabel } from '../../../components/account-label.ts'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { OwnThing } from '../variants/own-text.ts'
import { OwnMark } from '../variants/OwnMark.tsx'
import { useNetworkName } from '../variants/use-network-name.ts'
import styles from './VariantTabs.module.css'

export interface VariantTabsProps {
  readonly accounts: readonly Account[]
  readonly targets: readonly { readonly accountId: string; readonly own: readonly OwnThing[]; readonly isBaseChanged: boolean; readonly together?: string | undefined }[]
  readonly editing: string | null
  readonly onEdit: (accountId: string | null) => void
}

/** One text to edit: of an account, or of those that are kept together. */
interface Tab {
  /** The first of them. */
  readonly account: Account
  readonly ids: readonly string[]
  readonly own: readonly OwnThing[]
  readonly isBaseChanged: boolean
}

function tabsOf(accounts: readonly Account[], targets: VariantTabsProps['targets']): readonly Tab[] {
  const known = targets.filter(({ accountId }) => accounts.some(({ id }) => id === accountId))
  return known.flatMap(({ accountId, own, isBaseChanged, together }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const ids = known.filter((other) => other.accountId === accountId || (together !== undefined && other.together === together)).map((other) => other.accountId)
    return account !== undefined && ids[0] === accountId ? [{ account, ids, own, isBaseChanged }] : []
  })
}

function handlesOf(accounts: readonly Account[], ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => accounts.find((account) => account.id === id)?.handle ?? [])
}

/** Which text is in the editor: the common one, or that of one account. Small signs say what an account has for itself, and that the common text has changed since. */
export const VariantTabs = memo(function VariantTabs({ accounts, targets, editing, onEdit }: VariantTabsProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const nameOf = useNetworkName()
  const { t: ofVariants } = useTranslation('variants')
  const chosen = tabsOf(accounts, targets)
  const ofNetwork = ({ account, ids }: Pick<Tab, 'account' | 'ids'>): string => ofVariants('together.name', { network: nameOf(account), count: ids.length })
  const isNeeded = editing !== null || targets.length > 1 || chosen.some(({ own }) => own.length > 0)
  useCommands(
    { name: 'composer.variants', title: t('editing') },
    [{ id: null, name: t('base') }, ...chosen.map((tab) => ({ id: tab.account.id, name: tab.ids.length === 1 ? accountLabel(tab.account) : ofNetwork(tab) }))].slice(0, 9).map(({ id, name }, place) => ({
      id: `composer.variant.${id ?? 'base'}`,
      title: t('editText', { name }),
      shortcut: `alt+${place + 1}`,
      worksWhileTyping: true,
      disabled: !isNeeded,
      run: () => onEdit(id)
    }))
  )
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-whose~="${editing ?? 'base'}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [editing])
  if (!isNeeded) return null
  // The sign of the network stands before it.
  const isUnmistakable = ({ displayName, networkId }: Account): boolean => chosen.filter(({ account }) => account.displayName === displayName && account.networkId === networkId).length === 1
  return (
    <div className={styles.bar}>
      <div ref={list} className={styles.tabs} role="group" aria-label={t('editing')} data-many={chosen.length > 4 ? '' : undefined}>
        <button type="button" className={styles.tab} data-whose="base" aria-pressed={editing === null} aria-keyshortcuts="Alt+1" onClick={() => onEdit(null)}>
          {t('base')}
        </button>
        {chosen.map(({ account, ids, own, isBaseChanged }, place) => (
          <button key={account.id} type="button" className={styles.tab} data-whose={ids.join(' ')} aria-pressed={editing !== null && ids.includes(editing)} aria-keyshortcuts={place < 8 ? `Alt+${place + 2}` : undefined} onClick={() => onEdit(account.id)}>
            <NetworkIcon networkId={account.networkId} size={14} />
            {ids.length === 1 ? (
              <AccountName displayName={account.displayName} handle={account.handle} className={isUnmistakable(account) ? (styles.short ?? '') : ''} />
            ) : (
              <span className={styles.network} title={handlesOf(accounts, ids).join('\n')}>{ofNetwork({ account, ids })}</span>
            )}
            <OwnMark own={own} isBaseChanged={isBaseChanged} />
          </button>
        ))}
      </div>
    </div>
  )
})
