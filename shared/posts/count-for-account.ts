import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import { countText, type TextCount } from '../text/count-text.ts'

/** Counts a text as the account's own server will: the network's rule with that server's limits. */
export function countForAccount(text: string, account: Pick<Account, 'networkId' | 'serverLimits'>, hasMedia = false): TextCount {
  return countText(text, capabilitiesOf(account.networkId).text, account.serverLimits, hasMedia)
}
