/** What a rule looks for. `words` stand together in this order; with `isPrefix` the last one may go on. */
export type WatchQuery =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly isPrefix: boolean }
  | { readonly kind: 'not'; readonly query: WatchQuery }
  | { readonly kind: 'all'; readonly queries: readonly WatchQuery[] }
  | { readonly kind: 'any'; readonly queries: readonly WatchQuery[] }

export const watchQueryProblems = ['unclosed_quote', 'unclosed_parenthesis', 'unexpected_parenthesis', 'term_missing', 'no_letters', 'star_inside'] as const
export type WatchQueryProblem = (typeof watchQueryProblems)[number]
