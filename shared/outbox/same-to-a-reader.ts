/**
 * How much two texts say the same to somebody who reads them, whatever a network made of them: shortened addresses, curly quotes, other white space. 1: every
 * letter. Else the share of the words that both have among those of the longer one.
 */
export function likeness(one: string, other: string): number {
  const letters = lettersOf(one)
  if (letters !== '' && letters === lettersOf(other)) return 1
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const shared = [...words].filter((word) => others.has(word)).length
  return Math.min(0.99, shared / Math.max(words.size, others.size, 1))
}

/** A picture alone, or an address alone, has nothing to compare. */
export function hasWords(text: string): boolean {
  return lettersOf(text) !== ''
}

/** From here on a person should look: it may be an edited version of the same. */
export const alikeFrom = 0.5

function lettersOf(text: string): string {
  return plain(text).replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '')
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(plain(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))
}

/** Networks show addresses in their own ways: they tell nothing here. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/(?:https?:\/\/|www\.)\S+/gu, ' ')
}
