import { foldText, wordsOf } from '../text/fold-text.ts'
import type { WatchQueryProblem } from './watch-query.ts'

/** `at` is the place in the text where the token begins, in UTF-16 units, for the message and the cursor. */
export type WatchQueryToken =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'end'; readonly at: number }
  | { readonly kind: 'words'; readonly at: number; readonly words: readonly string[]; readonly isPrefix: boolean }

export type Tokens = { readonly ok: true; readonly tokens: readonly WatchQueryToken[] } | { readonly ok: false; readonly problem: WatchQueryProblem; readonly position: number }

const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not', ET: 'and', OU: 'or', SAUF: 'not' }
/** Space, a bracket, a minus before something, a quotation with the star that may follow it, an opening quotation mark left alone, a word. */
const piece = /\s+|(?<bracket>[()])|(?<minus>-)(?=-*[^\s)-])|(?:"(?<a>[^"]*)"|«(?<b>[^»]*)»|“(?<c>[^”]*)”|„(?<d>[^“]*)“)(?<star>\*?)|(?<alone>["«“„])|(?<bare>[^\s()"«“„]+)/gu

/** Cuts a query into brackets, operators and terms. */
export function watchQueryTokens(text: string): Tokens {
  const tokens: WatchQueryToken[] = []
  for (const match of text.matchAll(piece)) {
    const token = tokenOf(match.groups ?? {}, match.index)
    if (token === null) continue
    if (token.kind === 'problem') return { ok: false, problem: token.problem, position: match.index }
    tokens.push(token)
  }
  return { ok: true, tokens: [...tokens, { kind: 'end', at: text.length }] }
}

type TokenOrProblem = WatchQueryToken | { readonly kind: 'problem'; readonly problem: WatchQueryProblem }

/** null for space. */
function tokenOf(groups: Readonly<Record<string, string | undefined>>, at: number): TokenOrProblem | null {
  const { bracket, minus, a, b, c, d, star, alone, bare } = groups
  if (bracket !== undefined) return { kind: bracket === '(' ? 'open' : 'close', at }
  if (minus !== undefined) return { kind: 'not', at }
  if (alone !== undefined) return { kind: 'problem', problem: 'unclosed_quote' }
  const quoted = a ?? b ?? c ?? d
  if (quoted !== undefined) return termToken(quoted, at, star === '*')
  if (bare === undefined) return null
  const operator = operators[bare]
  return operator === undefined ? termToken(bare, at, false) : { kind: operator, at }
}

function termToken(text: string, at: number, isStarBehind: boolean): TokenOrProblem {
  const isPrefix = isStarBehind || /\*\s*$/u.test(text)
  const withoutStar = text.replace(/\*\s*$/u, '')
  if (/[\p{L}\p{N}]\*|\*[\p{L}\p{N}]/u.test(foldText(withoutStar))) return { kind: 'problem', problem: 'star_inside' }
  const words = wordsOf(withoutStar)
  return words.length === 0 ? { kind: 'problem', problem: 'no_letters' } : { kind: 'words', at, words, isPrefix }
}
