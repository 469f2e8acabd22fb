import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

const metSchema = z.array(z.tuple([z.string(), z.number()]))

/**
 * How far the reviews have been read. The list begins with what was changed last, and its places are for one look only, so a time is kept, and what was met in the hour before it: some
 * show later than others. The time moves only when a look has come to its end, so that a look that breaks off loses nothing.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** When the newest that was met was changed, ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`, as it stood then, each with its time. */
  known: metSchema,
  look: z.object({ /** Where the list goes on; null: at its beginning. */ pageToken: z.string().nullable(), calls: z.int(), met: metSchema }).nullable()
})
export type ReviewsCursor = z.infer<typeof cursorSchema>
export type ReviewsLook = NonNullable<ReviewsCursor['look']>

const overlapMs = 60 * 60_000
const mostKnown = 1000

export const firstLook: ReviewsLook = { pageToken: null, calls: 0, met: [] }

export function readReviewsCursor(cursor: string | null): ReviewsCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newest: null, known: [], look: null }
}

export function writeReviewsCursor(cursor: ReviewsCursor): string {
  return JSON.stringify(cursor)
}

/** What was changed before this has been read by an earlier look. */
export function sinceOf({ newest }: Pick<ReviewsCursor, 'newest'>): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

export function endLook({ newest, known }: ReviewsCursor, { met }: ReviewsLook): ReviewsCursor {
  const next = Math.max(newest ?? Number.NEGATIVE_INFINITY, ...met.map(([, time]) => time))
  if (next === Number.NEGATIVE_INFINITY) return { version: 1, newest: null, known: [], look: null }
  const near = [...new Map([...known, ...met])].filter(([, time]) => time >= next - overlapMs)
  return { version: 1, newest: next, known: near.toSorted((a, b) => b[1] - a[1]).slice(0, mostKnown), look: null }
}
