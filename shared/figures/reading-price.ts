import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'

/** What it costs to ask the account's network for one of its posts, in US dollars; 0: nothing. */
export function readingPriceOf(account: Pick<Account, 'networkId'> | undefined): number {
  return account === undefined ? 0 : (capabilitiesOf(account.networkId).figures?.price?.value ?? 0)
}
