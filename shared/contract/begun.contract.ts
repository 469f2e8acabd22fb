import { z } from 'zod'
import { begunKinds, begunWordsSchema } from '../begun/begun-words.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

/** Where they are written: of a change, its post and the number of the part; of a tag, its post and account; of a template's name, the post in hand; a client has one saved text in hand. */
const placeId = z.string().min(1).max(100)

export const begunContract = {
  /** What was begun in these places and neither saved nor given up, before a crash too. */
  'begun.read': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, kind: z.enum(begunKinds), ids: z.array(placeId).min(1).max(100) }), output: z.object({ begun: z.array(z.object({ id: placeId, words: begunWordsSchema })) }) }),
  /** What is being written in a field, kept over a crash; `words` null: it is saved, sent or given up. */
  'begun.keep': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, kind: z.enum(begunKinds), id: placeId, words: begunWordsSchema.nullable() }), output: z.object({}) })
} as const
