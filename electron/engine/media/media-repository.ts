import type Database from 'better-sqlite3'
import { z } from 'zod'
import { mediaItemSchema, type MediaItem } from '../../../shared/media/media-item.ts'

export interface StoredMedia {
  readonly item: MediaItem
  readonly sha256: string
  /** The file holds nothing but the picture: no metadata, no position. */
  readonly isClean: boolean
}

const rowSchema = z
  .object({ ...mediaItemSchema.shape, sha256: z.string(), isClean: z.literal([0, 1]) })
  .transform(({ sha256, isClean, ...item }): StoredMedia => ({ item, sha256, isClean: isClean === 1 }))

const columns = 'id, file_name AS fileName, media_type AS mediaType, bytes, width, height, added_at AS addedAt, sha256, is_clean AS isClean'

export interface MediaRepository {
  read(mediaId: string): StoredMedia | null
  list(mediaIds: readonly string[]): readonly StoredMedia[]
  /** Newest first. */
  listAll(): readonly StoredMedia[]
  insert(media: StoredMedia): void
  /** One of those whose file still holds what it came with; null when all are clean. Those in `except` are passed over. */
  nextToClean(except: readonly string[]): StoredMedia | null
  /** The cleaned file takes the place of the old one, in every row that had it. */
  replaceFile(old: StoredMedia, clean: { readonly sha256: string } & Pick<MediaItem, 'bytes' | 'width' | 'height'>): void
  /** Whether any row has this file. */
  isNamed(sha256: string, mediaType: MediaItem['mediaType']): boolean
}

export function createMediaRepository(database: Database.Database): MediaRepository {
  const selectOne = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE id = ?`)
  const selectMany = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE id IN (SELECT value FROM json_each(?))`)
  const selectAll = database.prepare<[]>(`SELECT ${columns} FROM media ORDER BY added_at DESC, id`)
  const insert = database.prepare(
    `INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, is_clean)
     VALUES (@id, @fileName, @mediaType, @bytes, @width, @height, @sha256, @addedAt, @isClean)`
  )
  const selectUnclean = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE is_clean = 0 AND sha256 NOT IN (SELECT value FROM json_each(?)) ORDER BY added_at LIMIT 1`)
  const replace = database.prepare(
    'UPDATE media SET sha256 = @clean, bytes = @bytes, width = @width, height = @height, is_clean = 1 WHERE sha256 = @old AND media_type = @mediaType'
  )
  const selectNamed = database.prepare<[string, string]>('SELECT 1 FROM media WHERE sha256 = ? AND media_type = ?')
  return {
    read(mediaId) {
      const row = selectOne.get(mediaId)
      return row === undefined ? null : rowSchema.parse(row)
    },
    list(mediaIds) {
      const found = new Map(selectMany.all(JSON.stringify(mediaIds)).map((row) => rowSchema.parse(row)).map((media) => [media.item.id, media]))
      return mediaIds.flatMap((id) => found.get(id) ?? [])
    },
    listAll: () => selectAll.all().map((row) => rowSchema.parse(row)),
    insert({ item, sha256, isClean }) {
      insert.run({ ...item, sha256, isClean: isClean ? 1 : 0 })
    },
    nextToClean(except) {
      const row = selectUnclean.get(JSON.stringify(except))
      return row === undefined ? null : rowSchema.parse(row)
    },
    replaceFile({ item, sha256 }, { sha256: clean, bytes, width, height }) {
      replace.run({ old: sha256, mediaType: item.mediaType, clean, bytes, width, height })
    },
    isNamed: (sha256, mediaType) => selectNamed.get(sha256, mediaType) !== undefined
  }
}
