import type { Poll } from './poll.ts'
import type { Quote } from './quote.ts'

interface BesideWords {
  readonly poll?: Poll | undefined
  readonly quote?: Quote | undefined
}

/** Words, choices, and what is quoted, where two posts are compared: the same question with other choices is another post, and so are the same words about another one. */
export function textToCompare(text: string, { poll, quote }: BesideWords): string {
  return [text, ...(poll?.choices ?? []), ...(quote === undefined ? [] : [quote.url === '' ? quote.remoteId : quote.url])].join('\n')
}
