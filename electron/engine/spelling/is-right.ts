import type { SpellingLanguage } from '../../../shared/spelling/spelling-language.ts'
import { tradeWords } from './trade-words.ts'

/** Whether one language's dictionary has a word in one of its forms. */
export type Knows = (language: SpellingLanguage, word: string) => boolean

const elided = /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/iu
/** In front of a consonant nothing is elided. An h may be mute. */
const startsOpen = /^[aeiouyàâäæéèêëîïôöœûüh]/iu
const possessive = /['’]s$/iu

/**
 * Right in one of the languages, as a whole or in its parts: what stands before an apostrophe in French and after it in English goes with any word of the other
 * language too (« l’insight », “the comptoir’s”), and of words joined by a hyphen each may be of another language.
 */
export function isRight(word: string, languages: readonly SpellingLanguage[], knows: Knows): boolean {
  const isKnown = (part: string): boolean => tradeWords.has(part.toLowerCase()) || languages.some((language) => knows(language, part))
  if (isKnown(word)) return true
  const bare = word.replace(possessive, '')
  if (bare !== word && languages.includes('en') && isRight(bare, languages, knows)) return true
  const noun = languages.includes('fr') ? word.replace(elided, '') : word
  if (noun !== word && startsOpen.test(noun) && isRight(noun, languages, knows)) return true
  const parts = word.split('-')
  return parts.length > 1 && parts.every((part) => part.length > 1 && isRight(part, languages, knows))
}
