import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'

/** How far the notifications have been read, by their ids, which only grow. */
const cursorSchema = z.object({
  version: z.literal(1),
  /** Newest notification that all down to it have been read for; null before the first reading is over. */
  readUntil: z.number().nullable(),
  /** A reading that goes on: below which id, from which place in the list, up to which newest id. */
  walk: z.object({ below: z.number(), offset: z.int().nonnegative(), newest: z.number() }).nullable()
})
export type DiscourseCursor = z.infer<typeof cursorSchema>

export function readDiscourseCursor(cursor: string | null): DiscourseCursor {
  const parsed = cursorSchema.safeParse(cursor === null ? null : parseJson(cursor))
  return parsed.success ? parsed.data : { version: 1, readUntil: null, walk: null }
}

export function writeDiscourseCursor(cursor: DiscourseCursor): string {
  return JSON.stringify(cursor)
}
