import type { Account } from '../accounts/account.ts'
import { textRuleFor } from '../networks/assisted-limits.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import { countText, type TextCount } from '../text/count-text.ts'
import { textAsSent } from '../text/text-as-sent.ts'
import type { PostFraming } from './post-framing.ts'
import type { RichDocument } from './rich-document.ts'

export interface CountedBeside {
  readonly hasMedia?: boolean
  /** It stands below a post: a comment on one's own, or an answer. */
  readonly isComment?: boolean
  /** How it stands there. */
  readonly framing?: PostFraming | undefined
}

/** Counts what is sent of a text as the account's own server will: the network's rule with that server's limits. */
export function countForAccount(document: RichDocument, account: Pick<Account, 'networkId' | 'remoteId' | 'serverLimits'>, { hasMedia = false, isComment = false, framing }: CountedBeside = {}): TextCount {
  const rule = textRuleFor(account, capabilitiesOf(account.networkId), isComment)
  return countText(textAsSent(document, rule), rule, account.serverLimits, hasMedia, framing?.warning)
}
