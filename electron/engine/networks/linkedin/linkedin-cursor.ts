import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/**
 * How far the comments have been read. LinkedIn promises no order and no search by time, so each look goes through the comments of the newest posts, and what is
 * known is left out. The time moves only when a look has come to its end, so that a look that breaks off loses nothing.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`, each with its time. */
  known: z.array(z.tuple([z.string(), z.number()])),
  look: z.object({ newestSeen: z.number().nullable(), met: z.array(z.tuple([z.string(), z.number()])), queue: z.array(z.object({ of: z.string(), start: z.int() })) }).nullable()
})
export type LinkedinCursor = z.infer<typeof cursorSchema>
export type LinkedinLook = NonNullable<LinkedinCursor['look']>

/** A comment may show this much later than one that was written after it. */
const overlapMs = 10 * 60_000
const mostKnown = 1000

export function readLinkedinCursor(cursor: string | null): LinkedinCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newest: null, known: [], look: null }
}

/** What is older has been read by an earlier look. */
export function sinceOf({ newest }: LinkedinCursor): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

export function writeLinkedinCursor({ newest, known }: LinkedinCursor, look: LinkedinLook): string {
  const cursor: LinkedinCursor = look.queue.length > 0 ? { version: 1, newest, known, look } : endLook({ newest, known }, look)
  return JSON.stringify(cursor)
}

function endLook({ newest, known }: Pick<LinkedinCursor, 'newest' | 'known'>, { newestSeen, met }: LinkedinLook): LinkedinCursor {
  const next = Math.max(newest ?? 0, newestSeen ?? 0)
  if (next === 0) return { version: 1, newest: null, known: [], look: null }
  const near = [...new Map([...known, ...met])].filter(([, time]) => time >= next - overlapMs)
  return { version: 1, newest: next, known: near.toSorted((a, b) => b[1] - a[1]).slice(0, mostKnown), look: null }
}
