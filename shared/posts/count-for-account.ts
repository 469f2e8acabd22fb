import type { Account } from '../accounts/account.ts'
import { textRuleFor } from '../networks/assisted-limits.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import { countText, type TextCount } from '../text/count-text.ts'

/** Counts a text as the account's own server will: the network's rule with that server's limits. */
export function countForAccount(text: string, account: Pick<Account, 'networkId' | 'remoteId' | 'serverLimits'>, hasMedia = false): TextCount {
  return countText(text, textRuleFor(account, capabilitiesOf(account.networkId)), account.serverLimits, hasMedia)
}
