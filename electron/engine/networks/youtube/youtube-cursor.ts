import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/**
 * How far the comments have been read. YouTube's places in a list are for one look only, so a time is kept, and the comments of the hour before it: some show later than
 * others. The time moves only when a look has come to its end, so that a look that breaks off loses nothing.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`, each with its time. */
  known: z.array(z.tuple([z.string(), z.number()])),
  /** How many answers each thread had when it was met last. */
  answers: z.array(z.tuple([z.string(), z.number()])),
  look: z
    .object({
      /** What others see first, then what waits for a decision. */
      list: z.enum(['published', 'held']),
      /** Where the list goes on; null: at its beginning. */
      pageToken: z.string().nullable(),
      calls: z.int(),
      newestSeen: z.number().nullable(),
      met: z.array(z.tuple([z.string(), z.number()])),
      counts: z.array(z.tuple([z.string(), z.number()])),
      /** Threads with more answers than came with them. */
      queue: z.array(z.object({ threadId: z.string(), videoId: z.string().nullable(), isTopOwn: z.boolean(), pageToken: z.string().nullable() })),
      /** Both lists have ended; only the queue is left. */
      isListed: z.boolean()
    })
    .nullable()
})
export type YoutubeCursor = z.infer<typeof cursorSchema>
export type YoutubeLook = NonNullable<YoutubeCursor['look']>

const overlapMs = 60 * 60_000
const mostKnown = 1000

export const firstLook: YoutubeLook = { list: 'published', pageToken: null, calls: 0, newestSeen: null, met: [], counts: [], queue: [], isListed: false }

export function readYoutubeCursor(cursor: string | null): YoutubeCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newest: null, known: [], answers: [], look: null }
}

export function writeYoutubeCursor(cursor: YoutubeCursor): string {
  return JSON.stringify(cursor)
}

/** What is older has been read by an earlier look. */
export function sinceOf({ newest }: YoutubeCursor): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

export function endLook({ newest, known, answers }: YoutubeCursor, { newestSeen, met, counts }: YoutubeLook): YoutubeCursor {
  const next = Math.max(newest ?? Number.NEGATIVE_INFINITY, newestSeen ?? Number.NEGATIVE_INFINITY)
  const kept = [...new Map([...counts, ...answers.filter(([id]) => counts.every(([other]) => other !== id))])].slice(0, mostKnown)
  if (next === Number.NEGATIVE_INFINITY) return { version: 1, newest: null, known: [], answers: kept, look: null }
  const near = [...new Map([...known, ...met])].filter(([, time]) => time >= next - overlapMs)
  return { version: 1, newest: next, known: near.toSorted((a, b) => b[1] - a[1]).slice(0, mostKnown), answers: kept, look: null }
}
