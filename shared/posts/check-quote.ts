import type { Account } from '../accounts/account.ts'
import type { FormatRule } from '../networks/format-rule.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { PostContent } from './post.ts'
import { whyNoQuote, type NoQuote } from './quote.ts'

export const quoteProblemCodes = ['quote_replies_only', 'quote_none_there', 'quote_not_by_interface', 'quote_not_yet', 'quote_elsewhere', 'quote_beside_poll', 'quote_left_out'] as const satisfies readonly (`quote_${NoQuote}` | 'quote_left_out')[]

interface QuoteProblem {
  readonly severity: 'warn'
  readonly code: (typeof quoteProblemCodes)[number]
  readonly details: Readonly<Record<string, string>>
}

/** Never silent: why an account gets the address of the quoted post instead of it, or nothing at all. */
export function checkQuote({ quote, poll }: Pick<PostContent, 'quote' | 'poll'>, account: Account, network: NetworkCapabilities, format: FormatRule | null): readonly QuoteProblem[] {
  if (quote === undefined) return []
  if (format?.wordless !== undefined) return [warn('quote_left_out')]
  const pollThere = typeof network.poll === 'string' ? undefined : poll
  const why = whyNoQuote(quote, pollThere, account, network)
  if (why === null) return []
  return [warn(quote.url === '' ? 'quote_left_out' : `quote_${why}`)]
}

function warn(code: QuoteProblem['code']): QuoteProblem {
  return { severity: 'warn', code, details: {} }
}
