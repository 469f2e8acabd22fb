import { z } from 'zod'
import { longestWord, spellingLanguages } from '../spelling/spelling-language.ts'
import { request } from './request-definition.ts'

const wordSchema = z.string().min(1).max(longestWord)
const languagesSchema = z.array(z.enum(spellingLanguages)).min(1).max(spellingLanguages.length)

/** The dictionaries on this computer. They belong to no client: what a client's own words are, its voice says. */
export const spellingContract = {
  /** Those of the words that none of the languages knows. */
  'spelling.check': request({ handledBy: 'engine', effect: 'read', input: z.object({ words: z.array(wordSchema).max(2_000), languages: languagesSchema }), output: z.object({ unknown: z.array(wordSchema) }) }),
  /** What may have been meant, the likeliest first; of equally likely ones the first language's. */
  'spelling.suggest': request({ handledBy: 'engine', effect: 'read', input: z.object({ word: wordSchema, languages: languagesSchema }), output: z.object({ suggestions: z.array(z.string().min(1).max(200)).max(5) }) })
} as const
