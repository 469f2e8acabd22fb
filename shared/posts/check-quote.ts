import type { Account } from '../accounts/account.ts'
import type { FormatRule } from '../networks/format-rule.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { documentToText } from '../text/document-to-text.ts'
import type { PostContent } from './post.ts'
import { linkThere } from './beside-words.ts'
import { mediaBesideQuote, partsFor, titleFor } from './post-parts.ts'
import { whyNoQuote, type NoQuote } from './quote.ts'

export const quoteProblemCodes = [
  'quote_replies_only', 'quote_none_there', 'quote_not_by_interface', 'quote_not_yet', 'quote_elsewhere', 'quote_beside_poll', 'quote_beside_media', 'quote_left_out', 'quote_without_words', 'quote_saved_alone'
] as const satisfies readonly (`quote_${NoQuote}` | 'quote_left_out' | 'quote_without_words' | 'quote_saved_alone')[]

interface QuoteProblem {
  readonly severity: 'warn'
  readonly code: (typeof quoteProblemCodes)[number]
  readonly details: Readonly<Record<string, string>>
}

/** Never silent: why an account gets the address of the quoted post instead of it, or nothing at all, or the quoted post without our words. */
export function checkQuote(content: PostContent, account: Account, network: NetworkCapabilities, format: FormatRule | null): readonly QuoteProblem[] {
  const { quote, poll } = content
  if (quote === undefined) return []
  if (format?.wordless !== undefined) return [warn('quote_left_out')]
  const pollThere = typeof network.poll === 'string' ? undefined : poll
  const why = whyNoQuote(quote, { poll: pollThere, media: mediaBesideQuote(content, account.id, network) }, account, network)
  if (why === null) return checkLeftOut(content, account, network)
  return [warn(quote.url === '' ? 'quote_left_out' : `quote_${why}`)]
}

/** What somebody wrote and the quoted post takes the place of. */
function checkLeftOut(content: PostContent, account: Account, network: NetworkCapabilities): readonly QuoteProblem[] {
  const { wordless } = network.quote
  if (wordless === undefined) return []
  if (wordless === 'but_title') return hasWords(content, account, network) ? [warn('quote_without_words')] : []
  const hasMore = titleFor(content, account.id).trim() !== '' || linkThere(content, account) !== ''
  return hasMore || hasWords(content, account, network) ? [warn('quote_saved_alone')] : []
}

/** Whether the account's post would say something without the quoted one. */
function hasWords(content: PostContent, account: Account, network: NetworkCapabilities): boolean {
  const { quote: _, ...plain } = content
  return partsFor(plain, account, network).some(({ document, isComment }) => isComment !== true && documentToText(document).trim() !== '')
}

function warn(code: QuoteProblem['code']): QuoteProblem {
  return { severity: 'warn', code, details: {} }
}
