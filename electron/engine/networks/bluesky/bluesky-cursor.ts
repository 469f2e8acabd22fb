import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import { sha256Of } from '../../sha256.ts'

/**
 * How far the inbox has been read. Notifications come newest first, and a late one can turn up below what was read already (the AppView sorts
 * by the author's own clock), so besides the newest time the last ones seen are remembered.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** Time of the newest notification that all pages down to it have been read for; null before the first reading is over. */
  readUntil: z.string().nullable(),
  /** Short marks of the notifications seen last, newest first. */
  seen: z.array(z.string()),
  /** A reading that needs several pages: the server's cursor for the next one, the newest time of its first, and the pages read. */
  walk: z.object({ cursor: z.string(), newest: z.string().nullable(), pages: z.int() }).nullable(),
  /** Revision up to which the log of messages was read; null before the first look. */
  chatRevision: z.string().nullable()
})
export type BlueskyCursor = z.infer<typeof cursorSchema>

const firstCursor: BlueskyCursor = { version: 1, readUntil: null, seen: [], walk: null, chatRevision: null }
const marksKept = 200

/** A cursor that cannot be read begins anew: reading the same twice is harmless, missing something is not. */
export function readBlueskyCursor(cursor: string | null): BlueskyCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : firstCursor
}

export function writeBlueskyCursor(cursor: BlueskyCursor): string {
  return JSON.stringify(cursor)
}

export function markOf(uri: string): string {
  return sha256Of(uri).toString('base64url').slice(0, 8)
}

export function addMarks(seen: readonly string[], uris: readonly string[]): string[] {
  return [...new Set([...uris.map(markOf), ...seen])].slice(0, marksKept)
}
