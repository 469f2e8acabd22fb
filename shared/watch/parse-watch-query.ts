import { watchQueryTokens, type WatchQueryToken } from './watch-query-tokens.ts'
import type { WatchQuery, WatchQueryProblem } from './watch-query.ts'

export type ParsedWatchQuery =
  | { readonly ok: true; readonly query: WatchQuery }
  /** `position` counts UTF-16 units from the beginning of the text. */
  | { readonly ok: false; readonly problem: WatchQueryProblem; readonly position: number }

/**
 * Reads a rule: words, "phrases", prefix*, AND, OR, NOT or - (in French ET, OU, SAUF), parentheses. Terms side by side are joined by AND, which binds more closely
 * than OR; NOT binds the most. Operators are in upper case. Accents and case do not matter, words are whole, and French elisions stay out
 * of it: `eau` and `l’eau` mean the same.
 */
export function parseWatchQuery(text: string): ParsedWatchQuery {
  const cut = watchQueryTokens(text)
  if (!cut.ok) return cut
  try {
    return { ok: true, query: parseTokens(cut.tokens) }
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { ok: false, problem: thrown.problem, position: thrown.position }
    throw thrown
  }
}

/** Leaves the descent through the grammar from any depth; never leaves this file. */
class Unreadable extends Error {
  readonly problem: WatchQueryProblem
  readonly position: number
  constructor(problem: WatchQueryProblem, position: number) {
    super(problem)
    this.problem = problem
    this.position = position
  }
}

function parseTokens(tokens: readonly WatchQueryToken[]): WatchQuery {
  let index = 0
  const end: WatchQueryToken = { kind: 'end', at: tokens.at(-1)?.at ?? 0 }
  const peek = (): WatchQueryToken => tokens[index] ?? end
  const take = (): WatchQueryToken => {
    const token = peek()
    index += 1
    return token
  }

  function any(): WatchQuery {
    const queries = [all()]
    while (peek().kind === 'or') {
      take()
      queries.push(all())
    }
    return queries.length === 1 && queries[0] !== undefined ? queries[0] : { kind: 'any', queries }
  }

  function all(): WatchQuery {
    const queries = [one()]
    for (let next = peek().kind; next === 'and' || startsTerm(next); next = peek().kind) {
      if (next === 'and') take()
      queries.push(one())
    }
    return queries.length === 1 && queries[0] !== undefined ? queries[0] : { kind: 'all', queries }
  }

  function one(): WatchQuery {
    const token = take()
    switch (token.kind) {
      case 'words':
        return { kind: 'words', words: token.words, isPrefix: token.isPrefix }
      case 'not':
        return { kind: 'not', query: one() }
      case 'open':
        return bracketed(token.at)
      case 'close':
        throw new Unreadable(index === 1 || tokens[index - 2]?.kind !== 'open' ? closeProblem() : 'term_missing', token.at)
      case 'and':
      case 'or':
      case 'end':
        throw new Unreadable('term_missing', token.at)
    }
  }

  /** A bracket that closes after an operator misses a term; one that was never opened is the mistake itself. */
  function closeProblem(): WatchQueryProblem {
    const before = tokens[index - 2]?.kind
    return before === 'and' || before === 'or' || before === 'not' ? 'term_missing' : 'unexpected_parenthesis'
  }

  function bracketed(openedAt: number): WatchQuery {
    const query = any()
    if (peek().kind !== 'close') throw new Unreadable('unclosed_parenthesis', openedAt)
    take()
    return query
  }

  const query = any()
  const rest = peek()
  if (rest.kind !== 'end') throw new Unreadable('unexpected_parenthesis', rest.at)
  return query
}

function startsTerm(kind: WatchQueryToken['kind']): boolean {
  return kind === 'words' || kind === 'not' || kind === 'open'
}
