import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/**
 * How far the comments have been read. Meta's own places in a list do not last, so a time is kept, and the comments of the minutes before it: Facebook shows some a
 * little later than others. The time moves only when a look has come to its end, so that a look that breaks off loses nothing.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`, each with its time. */
  known: z.array(z.tuple([z.string(), z.number()])),
  look: z
    .object({
      /** Where the list of posts goes on; null: it has ended. */
      after: z.string().nullable(),
      calls: z.int(),
      postPages: z.int(),
      newestSeen: z.number().nullable(),
      met: z.array(z.tuple([z.string(), z.number()])),
      /** Posts under which more was said than came with them. */
      queue: z.array(z.object({ postId: z.string(), after: z.string() }))
    })
    .nullable()
})
export type FacebookCursor = z.infer<typeof cursorSchema>
export type FacebookLook = NonNullable<FacebookCursor['look']>

/** A comment may show this much later than one that was written after it. */
const overlapMs = 10 * 60_000
const mostKnown = 1000

export function readFacebookCursor(cursor: string | null): FacebookCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newest: null, known: [], look: null }
}

export function writeFacebookCursor(cursor: FacebookCursor): string {
  return JSON.stringify(cursor)
}

/** What is older has been read by an earlier look. */
export function sinceOf({ newest }: FacebookCursor): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

export function endLook({ newest, known }: FacebookCursor, { newestSeen, met }: FacebookLook): FacebookCursor {
  const next = Math.max(newest ?? Number.NEGATIVE_INFINITY, newestSeen ?? Number.NEGATIVE_INFINITY)
  if (next === Number.NEGATIVE_INFINITY) return { version: 1, newest: null, known: [], look: null }
  const near = [...new Map([...known, ...met])].filter(([, time]) => time >= next - overlapMs)
  return { version: 1, newest: next, known: near.toSorted((a, b) => b[1] - a[1]).slice(0, mostKnown), look: null }
}
