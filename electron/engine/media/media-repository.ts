import type Database from 'better-sqlite3'
import { z } from 'zod'
import { mediaItemSchema, type MediaItem } from '../../../shared/media/media-item.ts'

export interface StoredMedia {
  readonly item: MediaItem
  readonly sha256: string
}

const rowSchema = z
  .object({ ...mediaItemSchema.shape, sha256: z.string() })
  .transform(({ sha256, ...item }): StoredMedia => ({ item, sha256 }))

const columns = 'id, file_name AS fileName, media_type AS mediaType, bytes, width, height, added_at AS addedAt, sha256'

export interface MediaRepository {
  read(mediaId: string): StoredMedia | null
  list(mediaIds: readonly string[]): readonly StoredMedia[]
  insert(media: StoredMedia): void
}

export function createMediaRepository(database: Database.Database): MediaRepository {
  const selectOne = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE id = ?`)
  const selectMany = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE id IN (SELECT value FROM json_each(?))`)
  const insert = database.prepare(
    `INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at)
     VALUES (@id, @fileName, @mediaType, @bytes, @width, @height, @sha256, @addedAt)`
  )
  return {
    read(mediaId) {
      const row = selectOne.get(mediaId)
      return row === undefined ? null : rowSchema.parse(row)
    },
    list(mediaIds) {
      const found = new Map(selectMany.all(JSON.stringify(mediaIds)).map((row) => rowSchema.parse(row)).map((media) => [media.item.id, media]))
      return mediaIds.flatMap((id) => found.get(id) ?? [])
    },
    insert({ item, sha256 }) {
      insert.run({ ...item, sha256 })
    }
  }
}
