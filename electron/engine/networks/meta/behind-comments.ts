import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { afterLook, sinceLook } from './recent-look.ts'

const cursorSchema = z.object({
  version: z.int(),
  /** The place among the comments, which is its own. */
  comments: z.string().nullable(),
  /** How far the others have been read: ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`. */
  known: z.array(z.string())
})
type Cursor = z.infer<typeof cursorSchema>

/** All that came since then (ms since the epoch; minus infinity: nothing was read yet), and perhaps older ones. */
export type ReadOthers = (session: AccountSession, since: number) => Promise<NetworkResult<readonly IncomingItem[]>>

/**
 * Reads others once the look at the comments has come to its end, each look from the newest back to what is known; a login that was not given the right to read them (it was asked for later)
 * goes on without. `version` tells the cursors of those that are wrapped in one another apart.
 */
export function behindComments(comments: InboxReader, version: number, readOthers: ReadOthers): InboxReader {
  return {
    async fetchSince(session, written) {
      const cursor = readCursor(version, written)
      const said = await comments.fetchSince(session, cursor.comments)
      if (!said.ok) return said
      const reached: Cursor = { ...cursor, comments: said.value.nextCursor }
      if (said.value.more) return done({ ...said.value, nextCursor: JSON.stringify(reached) })
      const read = await readOthers(session, sinceLook(cursor))
      if (read.ok) {
        const { fresh, look } = afterLook(cursor, read.value)
        return done({ ...said.value, items: [...said.value.items, ...fresh], nextCursor: JSON.stringify({ ...reached, ...look }) })
      }
      const mayPass = read.failure.kind === 'rejected' || read.failure.kind === 'bug' || read.failure.kind === 'server_error'
      // What was said in the comments is not held back; the others are read from the same place next time.
      return mayPass ? done({ ...said.value, nextCursor: JSON.stringify(reached) }) : read
    }
  }
}

/** A cursor of before the others were read is the comments' own. */
function readCursor(version: number, written: string | null): Cursor {
  const parsed = cursorSchema.safeParse(written === null ? null : parseJson(written))
  return parsed.success && parsed.data.version === version ? parsed.data : { version, comments: written, newest: null, known: [] }
}
