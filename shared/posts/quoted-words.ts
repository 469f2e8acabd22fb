import type { QuoteRule } from '../networks/quote-rule.ts'
import { discourseQuote } from '../text/discourse-quote.ts'
import type { Quote } from './quote.ts'

/** As long as a number of a forum's post or topic gets; counted where the address does not tell it. */
const longestNumber = '0000000'

/** What of a quoted post stands in the same text as ours, above it, and counts as it is written; '' where a quote is a thing of its own. */
export function quotedWords(quote: Pick<Quote, 'handle' | 'text' | 'url'> | undefined, rule: QuoteRule): string {
  if (quote === undefined || rule.wordsInText === undefined) return ''
  const [, topic = longestNumber, number = longestNumber] = /\/t\/(?:[^/]+\/)?(\d+)(?:\/(\d+))?/.exec(quote.url) ?? []
  return `${discourseQuote({ username: quote.handle.replace(/^@/, ''), number, topic }, quote)}\n\n`
}
