import { z } from 'zod'

/** What there are dictionaries for. English is American and British at once. */
export const spellingLanguages = ['fr', 'en'] as const
export type SpellingLanguage = (typeof spellingLanguages)[number]

/** In what a client's texts are checked. `both`: a word that is right in one of the two is right. */
export const spellingSchema = z.enum(['both', 'fr', 'en', 'off'])
export type Spelling = z.infer<typeof spellingSchema>

/** None: nothing is checked. */
export function languagesOf(spelling: Spelling): readonly SpellingLanguage[] {
  if (spelling === 'off') return []
  return spelling === 'both' ? spellingLanguages : [spelling]
}

/** A word that is longer than any, or nothing that could be asked for. */
export const longestWord = 60
