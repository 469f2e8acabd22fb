import type { Emoji } from './emoji-catalogue.ts'
import { foldWords } from './fold-words.ts'

/** More than anybody looks through; typing on narrows it. */
const mostFound = 90

/** The emoji whose names and keywords, in either language, begin with every word typed; those named so in the studio's language first. */
export function findEmoji(all: readonly Emoji[], query: string): readonly Emoji[] {
  const wanted = foldWords(query)
  if (wanted.length === 0) return []
  return all
    .flatMap((emoji) => (wanted.every((word) => emoji.words.some((known) => known.startsWith(word))) ? [{ emoji, rank: rankOf(emoji, wanted) }] : []))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostFound)
    .map(({ emoji }) => emoji)
}

/** 0: named exactly so; 1: the name begins so; 2: in the name; 3: a keyword. Equal ranks keep Unicode's order. */
function rankOf({ name }: Emoji, wanted: readonly string[]): number {
  const named = foldWords(name)
  if (named.join(' ') === wanted.join(' ')) return 0
  if (wanted.every((word, place) => named[place]?.startsWith(word) === true)) return 1
  return wanted.every((word) => named.some((known) => known.startsWith(word))) ? 2 : 3
}
