import { z } from 'zod'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { handOverNotices, type HandOverNotice } from '../../../../shared/outbox/hand-over.ts'
import { readFailure } from '../job-record.ts'

/**
 * hand_over: it is to be given to the network · doubt: it may be there from a time that a restored database forgot · stay: it is there and stays ·
 * move: another time · take_back: it is to come back · lost: nobody knows what became of it there, the user is asked · none: nothing of it is there, certainly.
 */
export const handOverWishes = ['hand_over', 'doubt', 'stay', 'move', 'take_back', 'lost', 'none'] as const
export type HandOverWish = (typeof handOverWishes)[number]

/** What is known and wanted of one job's stay with its network. */
export interface HandOverRecord {
  readonly jobId: string
  readonly accountId: string
  readonly wish: HandOverWish
  /** What follows once it is back; null while it is not called back. discard: it was one of a series that no longer wants it. */
  readonly afterReturn: 'wait_here' | 'edit' | 'discard' | null
  /** A hold called it back, and nobody has decided yet whether it goes there again. */
  readonly wasHeld: boolean
  readonly idempotencyKey: string
  readonly scheduledId: string | null
  readonly dueAt: number
  /** The earliest time it may have there. */
  readonly askedDueAt: number
  /** The latest one. */
  readonly dueUntil: number
  /** It may be there: without a name, a call may have arrived; beside one, there may be another since, which a restored file does not know. */
  readonly isUncertain: boolean
  readonly sentAt: number | null
  /** What the last hand-over has begun there under this name, told to come out or about to be; `nothingBegun`; null: not known. */
  readonly begun: string | null
  readonly nextAt: number | null
  readonly tries: number
  readonly nones: number
  readonly noticed: HandOverNotice | null
  /** It went out while its network still had this hour, and another one was wished. */
  readonly oldHour: number | null
  readonly isOldHourRead: boolean
  readonly failure: StudioError | null
}

export const handOverRowSchema = z
  .object({
    job_id: z.string(),
    account_id: z.string(),
    wish: z.enum(handOverWishes),
    after_return: z.enum(['wait_here', 'edit', 'discard']).nullable(),
    was_held: z.int(),
    idempotency_key: z.string(),
    scheduled_id: z.string().nullable(),
    due_at: z.int(),
    asked_due_at: z.int(),
    due_until: z.int(),
    is_uncertain: z.int(),
    sent_at: z.int().nullable(),
    begun: z.string().nullable(),
    next_at: z.int().nullable(),
    tries: z.int(),
    nones: z.int(),
    noticed: z.enum(handOverNotices).nullable(),
    old_hour: z.int().nullable(),
    old_hour_read: z.int(),
    failure: z.string().nullable()
  })
  .transform((row): HandOverRecord => ({
    jobId: row.job_id,
    accountId: row.account_id,
    wish: row.wish,
    afterReturn: row.after_return,
    wasHeld: row.was_held === 1,
    idempotencyKey: row.idempotency_key,
    scheduledId: row.scheduled_id,
    dueAt: row.due_at,
    askedDueAt: row.asked_due_at,
    dueUntil: row.due_until,
    isUncertain: row.is_uncertain === 1,
    sentAt: row.sent_at,
    begun: row.begun,
    nextAt: row.next_at,
    tries: row.tries,
    nones: row.nones,
    noticed: row.noticed,
    oldHour: row.old_hour,
    isOldHourRead: row.old_hour_read === 1,
    failure: readFailure(row.failure)
  }))
