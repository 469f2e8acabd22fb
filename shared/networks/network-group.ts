import type { Account } from '../accounts/account.ts'
import { assistedIdOf } from './assisted-networks.ts'

type OfNetwork = Pick<Account, 'networkId' | 'remoteId'>

/** The network that an account shares with others, as posts name it; null: one that somebody named, and nobody knows whether another is the same. */
export function networkGroup(account: OfNetwork): string | null {
  if (account.networkId !== 'assisted') return account.networkId
  const assisted = assistedIdOf(account)
  return assisted === 'own' ? null : `assisted:${assisted}`
}
