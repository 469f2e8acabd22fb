import { z } from 'zod'
import { idSchema, instantSchema, localDateTimeSchema } from '../contract/identifiers.ts'

/** What becomes of something whose time has passed; see `HeldFate` for what a hold kept. */
export const missedFateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('publish_now') }),
  z.object({ kind: z.literal('move'), localDateTime: localDateTimeSchema }),
  z.object({ kind: z.literal('drop') })
])
export type MissedFate = z.infer<typeof missedFateSchema>

/** One account of one post; of a thread the part whose turn it is stands for those behind it. `seenDueAt`: the hour that the person saw. */
export const missedDecisionSchema = z.object({ jobId: idSchema, seenDueAt: instantSchema, fate: missedFateSchema })
export type MissedDecision = z.infer<typeof missedDecisionSchema>

/** What is taken back of such a decision; `movedTo`: the hour that it was given, null: it was sent. */
export const missedUndoSchema = z.object({ jobId: idSchema, movedTo: instantSchema.nullable() })
export type MissedUndo = z.infer<typeof missedUndoSchema>

/** Taken at once. */
export const mostDecisions = 500
