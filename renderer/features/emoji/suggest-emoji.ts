import type { Emoji } from './emoji-catalogue.ts'
import { findEmoji } from './find-emoji.ts'
import { foldName, foldWords } from './fold-words.ts'

/** As many as are taken in at a glance. */
const mostSuggested = 8

/**
 * What a name behind a colon may mean, best first: what is called exactly so in the studio's language, then in the other, then names and keywords of
 * both that begin so.
 */
export function suggestEmoji(all: readonly Emoji[], typed: string): readonly Emoji[] {
  const name = foldName(typed)
  const ranked = [
    ...all.filter(({ codes }) => codes.includes(name)),
    ...all.filter(({ folded }) => folded === name),
    ...all.filter(({ otherNames }) => otherNames.includes(name)),
    ...findEmoji(all, typed),
    ...all.filter(({ codes, otherNames }) => [...codes, ...otherNames].some((known) => known.startsWith(name)))
  ]
  return [...new Set(ranked)].slice(0, mostSuggested)
}

/** The one that a whole `:name:` stands for: the first suggestion called so, or one that knows every word of it in full. A figure alone is an emoji only as a code (`:100:`). */
export function emojiNamed(all: readonly Emoji[], typed: string): Emoji | null {
  const name = foldName(typed)
  const wanted = foldWords(typed)
  const areWords = wanted.some((word) => word.length > 2) && wanted.every((word) => !/^\d+$/.test(word))
  const isMeant = ({ words, codes, folded, otherNames }: Emoji): boolean => [folded, ...codes, ...otherNames].includes(name) || (areWords && wanted.every((word) => words.includes(word)))
  return suggestEmoji(all, typed).find(isMeant) ?? null
}
