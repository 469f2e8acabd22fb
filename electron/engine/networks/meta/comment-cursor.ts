import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'

/**
 * How far the comments have been read. Meta's own places in a list do not last, so a time is kept, and the comments of the minutes before it: the network shows some a
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
      /** Posts of which more is to be read, and from where on; null: from the newest. */
      queue: z.array(z.object({ postId: z.string(), after: z.string().nullable() }))
    })
    .nullable()
})
export type CommentCursor = z.infer<typeof cursorSchema>
export type CommentLook = NonNullable<CommentCursor['look']>

/** A comment may show this much later than one that was written after it. */
const overlapMs = 10 * 60_000
const mostKnown = 1000

export function readCommentCursor(cursor: string | null): CommentCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newest: null, known: [], look: null }
}

export function writeCommentCursor(cursor: CommentCursor): string {
  return JSON.stringify(cursor)
}

/** What is older has been read by an earlier look. */
export function sinceOf({ newest }: CommentCursor): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

export function endLook({ newest, known }: CommentCursor, { newestSeen, met }: CommentLook): CommentCursor {
  const next = Math.max(newest ?? Number.NEGATIVE_INFINITY, newestSeen ?? Number.NEGATIVE_INFINITY)
  if (next === Number.NEGATIVE_INFINITY) return { version: 1, newest: null, known: [], look: null }
  const near = [...new Map([...known, ...met])].filter(([, time]) => time >= next - overlapMs)
  return { version: 1, newest: next, known: near.toSorted((a, b) => b[1] - a[1]).slice(0, mostKnown), look: null }
}

/** Meta's own places in a list last only for a while: the look then begins anew. */
export function isStalePlace(result: NetworkResult<unknown>, { look }: CommentCursor): boolean {
  return !result.ok && result.failure.kind === 'rejected' && look !== null && result.failure.error.details?.['code'] === 100
}

/** What of that is new, and the look with it noted after one call more; where it goes on is for who made the call. */
export function noteSaid(cursor: CommentCursor, said: readonly IncomingItem[]): { readonly fresh: readonly IncomingItem[]; readonly look: CommentLook } {
  const before = cursor.look ?? { after: null, calls: 0, postPages: 0, newestSeen: null, met: [], queue: [] }
  const since = sinceOf(cursor)
  const known = new Set([...cursor.known, ...before.met].map(([id]) => id))
  const fresh = said.filter(({ remoteId, createdAt }) => createdAt >= since && !known.has(remoteId))
  const times = said.map(({ createdAt }) => createdAt)
  return {
    fresh,
    look: {
      ...before,
      calls: before.calls + 1,
      newestSeen: times.length === 0 ? before.newestSeen : Math.max(...times, before.newestSeen ?? 0),
      met: [...before.met, ...fresh.map(({ remoteId, createdAt }): [string, number] => [remoteId, createdAt])].slice(-mostKnown)
    }
  }
}

/**
 * Goes on through the list of posts. `nextPosts`: where that list goes on, undefined when the call was about the first of the queue; `goesOn`: posts of which more is to
 * be read; after `mostPostPages` pages the older posts are left.
 */
export function goThroughPosts(look: CommentLook, { nextPosts, goesOn, mostPostPages }: { readonly nextPosts: string | null | undefined; readonly goesOn: CommentLook['queue']; readonly mostPostPages: number }): CommentLook {
  if (nextPosts === undefined) return { ...look, queue: [...look.queue.slice(1), ...goesOn] }
  const postPages = look.postPages + 1
  return { ...look, postPages, after: postPages >= mostPostPages ? null : nextPosts, queue: [...look.queue, ...goesOn] }
}
