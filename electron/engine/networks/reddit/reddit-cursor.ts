import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/** How far the inbox has been read: newest first, a page at a time. The time moves only when a look has come to its end, so that one that breaks off loses nothing. */
const cursorSchema = z.object({
  version: z.literal(1),
  /** ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`, each with its time. */
  known: z.array(z.tuple([z.string(), z.number()])),
  look: z.object({ after: z.string(), newestSeen: z.number(), pages: z.int(), met: z.array(z.tuple([z.string(), z.number()])) }).nullable()
})
export type RedditCursor = z.infer<typeof cursorSchema>

/** Something may show this much later than what was written after it. */
export const overlapMs = 10 * 60_000
const mostKnown = 1000

export function readRedditCursor(cursor: string | null): RedditCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newest: null, known: [], look: null }
}

export function sinceOf({ newest }: RedditCursor): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

/** `after`: where the list goes on; null: this look has ended. */
export function cursorAfter({ newest, known, look }: RedditCursor, page: { readonly after: string | null; readonly fresh: readonly (readonly [string, number])[]; readonly times: readonly number[] }): RedditCursor {
  const met = [...(look?.met ?? []), ...page.fresh.map(([id, time]): [string, number] => [id, time])].slice(-2 * mostKnown)
  const newestSeen = Math.max(look?.newestSeen ?? 0, ...page.times)
  if (page.after !== null) return { version: 1, newest, known, look: { after: page.after, newestSeen, pages: (look?.pages ?? 0) + 1, met } }
  const next = Math.max(newest ?? 0, newestSeen)
  if (next === 0) return { version: 1, newest: null, known: [], look: null }
  const near = [...new Map([...known, ...met])].filter(([, time]) => time >= next - overlapMs)
  return { version: 1, newest: next, known: near.toSorted((a, b) => b[1] - a[1]).slice(0, mostKnown), look: null }
}
