import type { SoughtWords } from '../text/mark-words.ts'
import { parseWatchQuery } from './parse-watch-query.ts'
import type { WatchQuery } from './watch-query.ts'

/** The words that a query looks for, for marking them; not those that it excludes. None for an unreadable one. */
export function soughtInQuery(text: string): readonly SoughtWords[] {
  const parsed = parseWatchQuery(text)
  return parsed.ok ? wordsIn(parsed.query) : []
}

function wordsIn(query: WatchQuery): readonly SoughtWords[] {
  switch (query.kind) {
    case 'words':
      return [{ words: query.words, isPrefix: query.isPrefix }]
    case 'not':
      return []
    case 'all':
    case 'any':
      return query.queries.flatMap(wordsIn)
  }
}
