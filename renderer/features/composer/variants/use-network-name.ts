import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { assistedIdOf, assistedNetworks } from '../../../../shared/networks/assisted-networks.ts'
import { keptWith } from '../../../../shared/posts/kept-together.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import type { ReadyState } from '../composer-state.ts'

/** What the network of an account is called as a name, also where somebody publishes by hand. */
export function useNetworkName(): (account: Account) => string {
  const networks = useNetworkNames()
  return (account) => (account.networkId === 'assisted' ? (assistedNetworks.find(({ id }) => id === assistedIdOf(account))?.name ?? account.displayName) : networks.name(account.networkId))
}

/** A handle says who it is; an address does not, and the tab shows the name: that name, with the address only where another account of the post bears it too. */
function nameInTab(account: Account, chosen: readonly Account[]): string {
  const { handle, displayName } = account
  if (handle.startsWith('@') || !/^[^\s@]+[.:][^\s@]+$/u.test(handle) || displayName === '') return handle
  return chosen.some((other) => other.id !== account.id && other.displayName === displayName) ? accountLabel(account) : displayName
}

/** Whose text is in the editor: an account's handle, or its name where that is an address, or the network's name where several of its accounts are kept together; null: everybody's. */
export function useNameInHand({ post, accounts, editing }: { readonly post: Pick<ReadyState['post'], 'content'> } & Pick<ReadyState, 'accounts' | 'editing'>): string | null {
  const { t } = useTranslation('variants')
  const nameOf = useNetworkName()
  const account = accounts.find(({ id }) => id === editing)
  if (account === undefined) return null
  const count = keptWith(post.content, account.id).length
  return count === 1 ? nameInTab(account, accounts.filter(({ id }) => post.content.targets.some(({ accountId }) => accountId === id))) : t('together.name', { network: nameOf(account), count })
}
