import type { SpellingLanguage } from './spelling-language.ts'

/** A word without what French puts before its apostrophe and English behind it: `l’Aber`, `Aber’s` → `Aber`. */
export function bareWord(word: string, languages: readonly SpellingLanguage[]): string {
  const noun = languages.includes('fr') ? word.replace(/^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu, '') : word
  return languages.includes('en') ? noun.replace(/(?<=\p{L})['’]s$/iu, '') : noun
}

/** Tells whether a word is in a client's own dictionary. One kept in small letters goes with every case; one with a capital needs it, or is shouted. */
export function ownWords(dictionary: readonly string[], languages: readonly SpellingLanguage[]): (word: string) => boolean {
  const plain = (word: string): string => word.normalize('NFC').replaceAll('’', "'")
  const words = new Set(dictionary.map(plain))
  const shouted = new Set(dictionary.map((word) => plain(word).toUpperCase()))
  const isOwn = (word: string): boolean => words.has(word) || words.has(word.toLowerCase()) || (word === word.toUpperCase() && shouted.has(word))
  return (word) => words.size > 0 && [word, bareWord(word, languages)].some((one) => isOwn(plain(one)))
}
