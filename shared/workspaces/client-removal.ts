import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { networkIdSchema } from '../networks/network-id.ts'

/** Posts and answers of a client that its removal would cut, a post on several accounts counted once. */
export const clientOnTheWaySchema = z.object({
  /** Out since the moment that was asked about. */
  left: z.int(),
  /** Leaves within moments, and can still be taken back. */
  leaving: z.int(),
  /** On the wire now. */
  sending: z.int(),
  /** May have arrived; Vigie is looking, or has asked. */
  inDoubt: z.int(),
  /** Waits with its network, which publishes it by itself. */
  atNetwork: z.int(),
  /** When the first of those goes out there, if it is not called back; null: there is none. */
  nextThereAt: instantSchema.nullable(),
  /** Waits here. */
  planned: z.int()
})
export type ClientOnTheWay = z.infer<typeof clientOnTheWaySchema>

/** Something of a removed client that may be out (`unknown`, sent at `at`), or goes out by itself at `at` (`at_network`). Says nothing of what it says. */
export const openEndSchema = z.object({
  networkId: networkIdSchema.nullable(),
  handle: z.string(),
  kind: z.enum(['unknown', 'at_network']),
  at: instantSchema
})
export type OpenEnd = z.infer<typeof openEndSchema>

/** The removal of a client began and was cut off. `areKeysGone`: the access of its accounts was being deleted by then. */
export const interruptedRemovalSchema = z.object({ at: instantSchema, areKeysGone: z.boolean() })
export type InterruptedRemoval = z.infer<typeof interruptedRemovalSchema>

/** A client was removed while something of it was on its way; shown until somebody has read it. */
export const removalNoticeSchema = z.object({
  id: idSchema,
  clientName: z.string(),
  timeZone: z.string(),
  at: instantSchema,
  /** The first of them. */
  items: z.array(openEndSchema),
  /** All of them. */
  total: z.int()
})
export type RemovalNotice = z.infer<typeof removalNoticeSchema>
