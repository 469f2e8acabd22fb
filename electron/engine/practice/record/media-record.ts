import type Database from 'better-sqlite3'
import { z } from 'zod'

const mediaRow = z.object({
  id: z.int(),
  statusId: z.string().nullable(),
  mediaType: z.string(),
  description: z.string(),
  /** `x,y`, each from -1 to 1. */
  focus: z.string(),
  width: z.int(),
  height: z.int(),
  /** Subtitles of a film as WebVTT, as JSON (`practiceCaptionsSchema`); null: none. */
  captions: z.string().nullable(),
  createdAt: z.int()
})
export type MediaRow = z.infer<typeof mediaRow>

/** In which languages, and what they say. */
export const practiceCaptionsSchema = z.array(z.object({ language: z.string(), vtt: z.string() }))

const columns = 'id, status_id AS statusId, media_type AS mediaType, description, focus, width, height, captions, created_at AS createdAt'

export function createMediaRecord(database: Database.Database) {
  const insert = database.prepare(`
    INSERT INTO media (status_id, place, media_type, description, focus, width, height, bytes, captions, created_at)
    VALUES (NULL, 0, @mediaType, @description, @focus, @width, @height, @bytes, @captions, @createdAt)`)
  const byId = database.prepare(`SELECT ${columns} FROM media WHERE id = ?`)
  const bytes = database.prepare('SELECT bytes FROM media WHERE id = ?').pluck()
  const ofStatus = database.prepare(`SELECT ${columns} FROM media WHERE status_id = ? ORDER BY place`)
  const describe = database.prepare('UPDATE media SET description = @description, focus = @focus WHERE id = @id')
  const attach = database.prepare('UPDATE media SET status_id = ?, place = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM media WHERE id = ? AND status_id IS NULL')
  const sweep = database.prepare(`DELETE FROM media WHERE status_id IS NULL AND created_at < ?
     AND id NOT IN (SELECT CAST(value AS INTEGER) FROM scheduled_statuses, json_each(scheduled_statuses.media_ids))`)

  return {
    add(media: Omit<MediaRow, 'id' | 'statusId'>, content: Uint8Array): MediaRow {
      const id = Number(insert.run({ ...media, bytes: Buffer.from(content) }).lastInsertRowid)
      return { ...media, id, statusId: null }
    },
    read: (id: number): MediaRow | null => mediaRow.nullish().parse(byId.get(id)) ?? null,
    readBytes: (id: number): Uint8Array | null => z.instanceof(Uint8Array).nullish().parse(bytes.get(id)) ?? null,
    ofStatus: (statusId: string): readonly MediaRow[] => z.array(mediaRow).parse(ofStatus.all(statusId)),
    describe(id: number, description: string, focus: string): void {
      describe.run({ id, description, focus })
    },
    attach(id: number, statusId: string, place: number): void {
      attach.run(statusId, place, id)
    },
    /** Only what no status uses. */
    remove: (id: number): boolean => remove.run(id).changes === 1,
    /** Uploads that were never used go after a day, as on Mastodon. */
    sweep(before: number): void {
      sweep.run(before)
    }
  }
}
export type MediaRecord = ReturnType<typeof createMediaRecord>
