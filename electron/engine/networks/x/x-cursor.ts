import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/**
 * How far the inbox has been read. X gives the newest first, a page at a time, and `since_id` ends the list: the newest id moves only when the last page of a
 * look has been read, so that a look that breaks off loses nothing.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** null: nothing was there yet. */
  newestId: z.string().nullable(),
  /** A look that goes on over several pages: where, and the newest it has met. */
  look: z.object({ token: z.string(), newestSeen: z.string(), pages: z.int() }).nullable()
})
export type XCursor = z.infer<typeof cursorSchema>

export function readXCursor(cursor: string | null): XCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newestId: null, look: null }
}

export function writeXCursor(cursor: XCursor): string {
  return JSON.stringify(cursor)
}

/** Ids are numbers that grow with time. */
export function newerOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a.length > b.length || (a.length === b.length && a > b) ? a : b
}
