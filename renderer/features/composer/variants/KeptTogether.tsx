import { Merge, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Account } from '../../../../shared/accounts/account.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { Button } from '../../../components/Button.tsx'
import { Menu } from '../../../components/Menu.tsx'
import type { ComposerStore } from '../composer-store.ts'
import { keepWithOthers } from './keep-with-others.ts'
import type { NetworkChoices } from './network-choices.ts'
import type { GivingUp } from './use-giving-up.ts'
import { useNetworkName } from './use-network-name.ts'

export interface KeptTogetherProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly accountId: string
  readonly choices: NetworkChoices
  /** In the part at hand. */
  readonly hasOwnText: boolean
  readonly giving: GivingUp
}

/** Several accounts of one network in a post: the same for all of them, or one set apart. */
export function KeptTogether({ workspaceId, store, accountId, choices, hasOwnText, giving }: KeptTogetherProps): React.JSX.Element | null {
  const { t } = useTranslation('variants')
  const accounts = useStore(store.state, (state) => (state.kind === 'ready' ? state.accounts : noAccounts))
  const nameOf = useNetworkName()
  const account = accounts.find(({ id }) => id === accountId)
  if (account === undefined) return null
  const network = nameOf(account)
  const { group, kept, plain, joint, hasOwn } = choices
  const keep = (from: string, others: readonly string[]): void => giving.act(() => keepWithOthers({ workspaceId, store, from, others, group, network }))

  function handleWriteAll(): void {
    store.change({ kind: 'keep_together', accountId, others: plain, group })
    giving.begin(store, { kind: 'start_variant', accountId })
  }

  function handleApart(id: string): void {
    store.change({ kind: 'set_apart', accountId: id })
    store.edit(id)
  }

  return (
    <>
      {!hasOwnText && !hasOwn && kept.length === 1 && joint.length === 0 && plain.length > 0 && (
        <Button size="small" variant="quiet" icon={Users} onClick={handleWriteAll}>
          {t('together.writeAll', { network, count: plain.length + 1 })}
        </Button>
      )}
      {joint.length > 0 && (
        <Button size="small" variant="quiet" icon={Merge} onClick={() => keep(joint[0] ?? accountId, [accountId])}>
          {t('together.take', { network, count: joint.length })}
        </Button>
      )}
      {hasOwn && <ForOthers choices={choices} network={network} onUse={(others) => keep(accountId, others)} />}
      {kept.length > 1 && (
        <Menu
          align="end"
          trigger={
            <Button size="small" variant="quiet" icon={Users}>
              {t('together.apart')}
            </Button>
          }
          entries={[{ kind: 'heading', id: 'heading', label: t('together.setApart') }, ...kept.map((id) => ({ id, label: labelOf(accounts, id), onSelect: () => handleApart(id) }))]}
        />
      )}
    </>
  )
}

interface ForOthersProps {
  readonly choices: NetworkChoices
  readonly network: string
  readonly onUse: (others: readonly string[]) => void
}

/** One press where nobody loses anything; else it is said what gives way. */
function ForOthers({ choices: { others, plain, joint }, network, onUse }: ForOthersProps): React.JSX.Element | null {
  const { t } = useTranslation('variants')
  if (others.length === 0) return null
  if (plain.length === others.length) {
    return (
      <Button size="small" variant="quiet" icon={Users} onClick={() => onUse(others)}>
        {t('together.use', { network, count: others.length })}
      </Button>
    )
  }
  // Those that are kept together stay so: what is for their network is for them.
  const forPlain = plain.length === 0 || joint.length > 0 ? [] : [{ id: 'plain', label: t('together.usePlain', { count: plain.length }), onSelect: () => onUse(plain) }]
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small" variant="quiet" icon={Users}>
          {t('together.useMenu', { network })}
        </Button>
      }
      entries={[...forPlain, { id: 'all', label: t('together.useAll', { count: others.length }), onSelect: () => onUse(others) }]}
    />
  )
}

const noAccounts: readonly Account[] = []

function labelOf(accounts: readonly Account[], id: string): string {
  const account = accounts.find((candidate) => candidate.id === id)
  return account === undefined ? id : accountLabel(account)
}
