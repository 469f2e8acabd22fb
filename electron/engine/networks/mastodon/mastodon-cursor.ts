import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/**
 * How far the inbox has been read: the newest notification seen. What is newer is then read forwards (`min_id`: the next ones after it, not the
 * newest of all), so that nothing is left out however much came in.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** null: nothing was there yet. */
  newestId: z.string().nullable(),
  /** The first look goes backwards, a few pages. */
  lookBack: z.object({ maxId: z.string(), pages: z.int() }).nullable()
})
export type MastodonCursor = z.infer<typeof cursorSchema>

export function readMastodonCursor(cursor: string | null): MastodonCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, newestId: null, lookBack: null }
}

export function writeMastodonCursor(cursor: MastodonCursor): string {
  return JSON.stringify(cursor)
}

/** Ids grow with time: numbers, or words of equal length that sort like time (ULIDs, flake ids). */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function newestOf(ids: readonly (string | null)[]): string | null {
  return ids.reduce((newest, id) => (newest === null || (id !== null && compareIds(id, newest) > 0) ? id : newest), null)
}
