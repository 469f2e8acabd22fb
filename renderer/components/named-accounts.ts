import type { Account } from '../../shared/accounts/account.ts'
import type { RequestOutput } from '../../shared/contract/request-map.ts'

/** All accounts by whose name something is called, those too that were removed: what they published stays. Nothing is sent, chosen or changed by this list. */
export function namedAccounts({ accounts, removed }: Pick<RequestOutput<'accounts.list'>, 'accounts' | 'removed'>): readonly Account[] {
  return [...accounts, ...removed]
}
