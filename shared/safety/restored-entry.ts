import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { jobKinds } from '../outbox/job.ts'

/**
 * What its network shows of something that stood open in a copy. there: these words are out since the copy · waits_there: these words wait there, and go out at
 * `dueAt` by themselves; they are not out · alike: something much like it is out ·
 * not_there: certainly nothing of it, since the copy · cannot_tell: the network does not show it · not_asked: it could not be asked now ·
 * only_you: published by hand · new: written after the copy was put back, so it cannot be out.
 */
export const restoredFindingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('there'), remoteId: z.string(), url: z.string().nullable(), publishedAt: instantSchema.nullable() }),
  z.object({ kind: z.literal('waits_there'), scheduledId: z.string(), url: z.string().nullable(), dueAt: instantSchema }),
  z.object({ kind: z.literal('alike'), remoteId: z.string(), text: z.string(), url: z.string().nullable(), publishedAt: instantSchema.nullable() }),
  z.object({ kind: z.enum(['not_there', 'cannot_tell', 'not_asked', 'only_you', 'new']) })
])
export type RestoredFinding = z.infer<typeof restoredFindingSchema>

/** One thing on one account. `isWithNetwork`: it may wait there, and is being called back. `isOnlySought`: the copy knows nothing of that, and it is only being made sure. `mayBeDropped`: of what is with its network, what can be given up by itself. */
export const restoredEntrySchema = z.object({
  jobId: idSchema,
  postId: idSchema.nullable(),
  kind: z.enum(jobKinds),
  accountId: idSchema,
  excerpt: z.string(),
  dueAt: instantSchema,
  isWithNetwork: z.boolean(),
  isOnlySought: z.boolean().optional(),
  mayBeDropped: z.boolean().optional(),
  finding: restoredFindingSchema
})
export type RestoredEntry = z.infer<typeof restoredEntrySchema>

/** Something that is out since the copy, and that this copy does not know: published after it was made, or elsewhere. `waitsUntil`: it is not out yet, and will be then, by its network itself. */
export const onlyThereSchema = z.object({ accountId: idSchema, remoteId: z.string(), text: z.string(), url: z.string().nullable(), publishedAt: instantSchema.nullable(), waitsUntil: instantSchema.optional() })
export type OnlyThere = z.infer<typeof onlyThereSchema>

/** The network's name for what waits there, and when it publishes it. */
export const placeThereSchema = z.object({ scheduledId: z.string(), dueAt: instantSchema })
export type PlaceThere = z.infer<typeof placeThereSchema>

/**
 * out: it is there, and is not sent · goes: at its time, or now if that has passed; `unlessPast`: said of what was still to come, so that it asks if its time has passed meanwhile; what waits `there`, from there · call_back: what waits there is called back, and asks when it is here ·
 * drop: it does not go out; what waits `there` is called back for that.
 */
export const restoredFateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('out'), remoteId: z.string().nullable(), url: z.string().nullable() }),
  z.object({ kind: z.literal('goes'), there: placeThereSchema.optional(), unlessPast: z.boolean().optional() }),
  z.object({ kind: z.literal('call_back'), there: placeThereSchema }),
  z.object({ kind: z.literal('drop'), there: placeThereSchema.optional() })
])
export type RestoredFate = z.infer<typeof restoredFateSchema>

export const restoredDecisionSchema = z.object({ jobId: idSchema, fate: restoredFateSchema })
export type RestoredDecision = z.infer<typeof restoredDecisionSchema>
