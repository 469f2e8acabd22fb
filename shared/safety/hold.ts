import { z } from 'zod'
import { idSchema, instantSchema, localDateTimeSchema } from '../contract/identifiers.ts'
import { studioError, type StudioError } from '../errors/studio-error.ts'

/**
 * Why a client's file knows less than the world: damaged: it was, and a backup took its place · older_copy: somebody put an older file in its place ·
 * other_computer: another installation of Vigie wrote in it since · moved: the whole data folder came from elsewhere, and nobody
 * knows whether it is the newest. `restoredTo`: all that came later may be missing; null: nobody knows.
 */
export const restoredSchema = z.object({ cause: z.enum(['damaged', 'older_copy', 'other_computer', 'moved']), restoredTo: instantSchema.nullable() })
export type Restored = z.infer<typeof restoredSchema>

/**
 * Nothing leaves, until somebody lifts it. What comes due meanwhile is `held`, and asked about afterwards. `restored`: nobody pressed anything, the file was
 * put back to an earlier state; then what stood open in it is looked through before it is lifted.
 */
export const holdSchema = z.object({ reason: z.string().trim().max(200), since: instantSchema, restored: restoredSchema.nullable() })
export type Hold = z.infer<typeof holdSchema>

/** What becomes of something whose time came during the hold. The last three are for what the client's answer keeps: a draft again, the client is asked, or it goes although the client said no. */
export const heldFateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('publish_now') }),
  z.object({ kind: z.literal('move'), localDateTime: localDateTimeSchema }),
  z.object({ kind: z.literal('drop') }),
  z.object({ kind: z.literal('edit') }),
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('send_all_the_same') })
])
export type HeldFate = z.infer<typeof heldFateSchema>

/** A post on all its accounts, or one job: a reply, a like, a deletion, a film's cover. That can only be let go or dropped. */
export const heldDecisionSchema = z.object({
  subject: z.discriminatedUnion('kind', [z.object({ kind: z.literal('post'), postId: idSchema }), z.object({ kind: z.literal('job'), jobId: idSchema })]),
  fate: heldFateSchema
})
export type HeldDecision = z.infer<typeof heldDecisionSchema>

/** What a held job says of why it did not leave. */
export function onHold({ reason }: Hold): StudioError {
  return studioError('on_hold', 'everything was put on hold', { details: { reason } })
}
