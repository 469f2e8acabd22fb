import type { Account } from '../accounts/account.ts'
import { textRuleFor } from '../networks/assisted-limits.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import { countText, type TextCount } from '../text/count-text.ts'
import { textAsSent } from '../text/text-as-sent.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { PostFraming } from './post-framing.ts'
import type { Quote } from './quote.ts'
import { quotedWords } from './quoted-words.ts'
import type { RichDocument } from './rich-document.ts'

export interface CountedBeside {
  readonly hasMedia?: boolean
  /** It stands below a post: a comment on one's own, or an answer. */
  readonly isComment?: boolean
  /** How it stands there. */
  readonly framing?: PostFraming | undefined
  /** Somebody else's post in it; only where the account can quote it. */
  readonly quote?: Quote | undefined
}

/** Counts what is sent of a text as the account's own server will: the network's rule with that server's limits. */
export function countForAccount(document: RichDocument, account: Pick<Account, 'networkId' | 'remoteId' | 'serverLimits'>, { hasMedia = false, isComment = false, framing, quote }: CountedBeside = {}): TextCount {
  const network = capabilitiesOf(account.networkId)
  const rule = textRuleFor(account, network, isComment)
  return countText(textAsSent(document, rule), rule, account.serverLimits, hasMedia, wordsAbove({ framing, quote }, network))
}

/** What stands above the words and counts as they do: a warning, or what somebody else said. */
export function wordsAbove({ framing, quote }: Pick<CountedBeside, 'framing' | 'quote'>, { quote: rule }: Pick<NetworkCapabilities, 'quote'>): string {
  return `${framing?.warning ?? ''}${quotedWords(quote, rule)}`
}
