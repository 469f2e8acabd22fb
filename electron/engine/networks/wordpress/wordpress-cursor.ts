import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/**
 * How far the comments have been read, by their ids, which only grow. A comment can come to light later than its neighbours (taken out of the
 * spam), so the ids seen last are remembered too.
 */
const cursorSchema = z.object({
  version: z.literal(1),
  /** Newest comment that all pages down to it have been read for; null before the first reading is over. */
  readUntil: z.number().nullable(),
  seen: z.array(z.number()),
  /** A reading that needs several pages: the next one, and the newest comment of its first. */
  walk: z.object({ page: z.int().min(2), newest: z.number() }).nullable()
})
export type WordpressCursor = z.infer<typeof cursorSchema>

const idsKept = 300

export function readWordpressCursor(cursor: string | null): WordpressCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, readUntil: null, seen: [], walk: null }
}

export function writeWordpressCursor(cursor: WordpressCursor): string {
  return JSON.stringify(cursor)
}

export function addSeen(seen: readonly number[], ids: readonly number[]): number[] {
  return [...new Set([...ids, ...seen])].toSorted((a, b) => b - a).slice(0, idsKept)
}
