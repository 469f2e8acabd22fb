import { z } from 'zod'
import { longestWord, spellingSchema } from '../spelling/spelling-language.ts'

const wordsSchema = z.array(z.string().trim().min(1).max(80)).max(200)

/** What a client's workspace can refuse to send; all else are hints. */
export const voiceBlocks = ['forbidden', 'disclosure'] as const

/** Words in a client's own dictionary. */
export const mostOwnWords = 2_000

/** How one client speaks. Nothing of it stops a post unless `blocks` says so. */
export const voiceSchema = z.object({
  /** For whoever writes: the tone, in the client's own words. */
  note: z.string().max(4_000).default(''),
  /** Each post has these words. */
  required: wordsSchema.default([]),
  /** No post has these. */
  forbidden: wordsSchema.default([]),
  /** How French readers are spoken to. */
  address: z.enum(['any', 'tu', 'vous']).default('any'),
  /** Emoji in a post at most; null: no matter. */
  maxEmoji: z.int().min(0).max(100).nullable().default(null),
  /** Words in a sentence at most; null: no matter. */
  maxSentenceWords: z.int().min(5).max(200).nullable().default(null),
  /** A post with one of the triggers is paid for, and says so by one of the tags. */
  disclosure: z.object({ triggers: wordsSchema, tags: wordsSchema }).default({
    triggers: ['code promo', 'partenariat', 'sponsorisé', 'sponsored', 'gifted'],
    tags: ['#ad', '#publicité', '#pub', '#sponsorisé', 'Collaboration commerciale', 'Partenariat rémunéré', 'Paid partnership']
  }),
  /** The languages in which spelling and a few certain rules of grammar are checked. */
  spelling: spellingSchema.default('both'),
  /** Words that are right here whatever the dictionaries say: names, products, places. */
  dictionary: z.array(z.string().trim().min(1).max(longestWord)).max(mostOwnWords).default([]),
  blocks: z.array(z.enum(voiceBlocks)).max(voiceBlocks.length).default([]),
  /** Hints that are not wanted again, by their keys. */
  ignored: z.array(z.string().max(200)).max(2_000).default([])
})
export type Voice = z.output<typeof voiceSchema>

export const defaultVoice: Voice = voiceSchema.parse({})
