import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { assistedIdOf, assistedNetworks } from '../../../../shared/networks/assisted-networks.ts'
import { keptWith } from '../../../../shared/posts/kept-together.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import type { ReadyState } from '../composer-state.ts'

/** What the network of an account is called as a name, also where somebody publishes by hand. */
export function useNetworkName(): (account: Account) => string {
  const networks = useNetworkNames()
  return (account) => (account.networkId === 'assisted' ? (assistedNetworks.find(({ id }) => id === assistedIdOf(account))?.name ?? account.displayName) : networks.name(account.networkId))
}

/** Whose text is in the editor: an account's handle, or the network's name where several of its accounts are kept together; null: everybody's. */
export function useNameInHand({ post, accounts, editing }: { readonly post: Pick<ReadyState['post'], 'content'> } & Pick<ReadyState, 'accounts' | 'editing'>): string | null {
  const { t } = useTranslation('variants')
  const nameOf = useNetworkName()
  const account = accounts.find(({ id }) => id === editing)
  if (account === undefined) return null
  const count = keptWith(post.content, account.id).length
  return count === 1 ? account.handle : t('together.name', { network: nameOf(account), count })
}
