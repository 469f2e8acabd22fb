import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

/** Longer without a sign of life than this, ms, and the computer slept, hibernated or was off: less is not worth a word. */
export const awayAfterMs = 5 * 60_000
/** After its return, what was late goes out or asks within this time, ms; until then single notices keep quiet. */
export const catchUpMs = 2 * 60_000

/** What happened to things whose time came while the computer was away, for each client that has any. Posts count once, however many accounts they have. */
export const awaySummarySchema = z.object({
  since: instantSchema,
  until: instantSchema,
  clients: z.array(z.object({ workspaceId: idSchema, out: z.int(), asking: z.int() })).min(1)
})
export type AwaySummary = z.infer<typeof awaySummarySchema>

export interface Away {
  readonly since: number
  readonly until: number
}

/** The absence that this moment ends; null when the last sign of life is recent, or lies in the future because the clock was set back. */
export function absence(lastSign: number | null, now: number): Away | null {
  return lastSign === null || now - lastSign < awayAfterMs ? null : { since: lastSign, until: now }
}

/** So many absences nobody has read about are kept, the newest: each is told by itself, since what somebody sent between two of them left while they were there. */
export const mostAbsences = 10
