import { wordsOf } from '../text/fold-text.ts'
import type { WatchQuery } from './watch-query.ts'

/** The words of an item with their places; made once, asked by every rule. */
export interface IndexedText {
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly words: readonly string[]
}

/** `parts` such as title and text; a phrase does not reach from one part into the next. */
export function indexText(parts: readonly string[]): IndexedText {
  const words: string[] = []
  const places = new Map<string, number[]>()
  for (const part of parts) {
    for (const word of wordsOf(part)) {
      const known = places.get(word)
      if (known === undefined) places.set(word, [words.length])
      else known.push(words.length)
      words.push(word)
    }
    words.push('')
  }
  return { words, places }
}

export function matchesWatchQuery(query: WatchQuery, text: IndexedText): boolean {
  switch (query.kind) {
    case 'all':
      return query.queries.every((each) => matchesWatchQuery(each, text))
    case 'any':
      return query.queries.some((each) => matchesWatchQuery(each, text))
    case 'not':
      return !matchesWatchQuery(query.query, text)
    case 'words':
      return hasWords(query.words, query.isPrefix, text)
  }
}

function hasWords(words: readonly string[], isPrefix: boolean, text: IndexedText): boolean {
  const [first, ...others] = words
  if (first === undefined) return false
  if (others.length === 0 && isPrefix) return hasWordWithPrefix(first, text)
  return (text.places.get(first) ?? []).some((place) => others.every((word, index) => isWordAt(word, place + 1 + index, isPrefix && index === others.length - 1, text)))
}

function isWordAt(word: string, place: number, isPrefix: boolean, text: IndexedText): boolean {
  const there = text.words[place]
  return there === word || (isPrefix && there !== undefined && there.startsWith(word))
}

function hasWordWithPrefix(prefix: string, text: IndexedText): boolean {
  for (const word of text.places.keys()) if (word.startsWith(prefix)) return true
  return false
}
