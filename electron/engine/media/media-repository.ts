import type Database from 'better-sqlite3'
import { z } from 'zod'
import { isVideo, mediaItemSchema, type MediaItem, type MediaType } from '../../../shared/media/media-item.ts'

export interface StoredMedia {
  readonly item: MediaItem
  readonly sha256: string
  /** The file holds nothing but the picture: no metadata, no position. */
  readonly isClean: boolean
  /** The JPEG that stands for a video; null: none. */
  readonly coverSha256: string | null
}

const storedSchema = z.looseObject({ sha256: z.string(), isClean: z.literal([0, 1]), coverSha256: z.string().nullable(), audioSampleRate: z.number().nullable(), audioChannels: z.int().nullable() })

function toStored(row: unknown): StoredMedia {
  const stored = storedSchema.parse(row)
  const { sha256, isClean, coverSha256, audioSampleRate, audioChannels } = stored
  const sound = { audioSampleRate: audioSampleRate ?? undefined, audioChannels: audioChannels ?? undefined }
  return { item: mediaItemSchema.parse({ ...stored, ...sound, hasCover: coverSha256 !== null }), sha256, isClean: isClean === 1, coverSha256 }
}

const columns =
  `id, file_name AS fileName, media_type AS mediaType, bytes, width, height, added_at AS addedAt, sha256, is_clean AS isClean,
   duration_ms AS durationMs, video_codec AS videoCodec, audio_codec AS audioCodec, frame_rate AS frameRate,
   audio_sample_rate AS audioSampleRate, audio_channels AS audioChannels, cover_sha256 AS coverSha256`

const noVideo = { durationMs: null, videoCodec: null, audioCodec: null, frameRate: null, audioSampleRate: null, audioChannels: null }

export interface MediaRepository {
  read(mediaId: string): StoredMedia | null
  list(mediaIds: readonly string[]): readonly StoredMedia[]
  /** Newest first. */
  listAll(): readonly StoredMedia[]
  insert(media: StoredMedia): void
  setCover(mediaId: string, sha256: string): void
  /** One of those whose file still holds what it came with; null when all are clean. Those in `except` are passed over. */
  nextToClean(except: readonly string[]): StoredMedia | null
  /** The cleaned file takes the place of the old one, in every row that had it. */
  replaceFile(old: StoredMedia, clean: { readonly sha256: string } & Pick<MediaItem, 'bytes' | 'width' | 'height'>): void
  /** Whether any row has this file, as its own or as its cover. */
  isNamed(sha256: string, mediaType: MediaType): boolean
  /** Whether any row has this content, as its own or as its cover. */
  isKnown(sha256: string): boolean
}

export function createMediaRepository(database: Database.Database): MediaRepository {
  const selectOne = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE id = ?`)
  const selectMany = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE id IN (SELECT value FROM json_each(?))`)
  const selectAll = database.prepare<[]>(`SELECT ${columns} FROM media ORDER BY added_at DESC, rowid DESC`)
  const insert = database.prepare(
    `INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, is_clean, duration_ms, video_codec, audio_codec, frame_rate, audio_sample_rate, audio_channels, cover_sha256)
     VALUES (@id, @fileName, @mediaType, @bytes, @width, @height, @sha256, @addedAt, @isClean, @durationMs, @videoCodec, @audioCodec, @frameRate, @audioSampleRate, @audioChannels, @coverSha256)`
  )
  const setCover = database.prepare<[string, string]>("UPDATE media SET cover_sha256 = ? WHERE id = ? AND media_type LIKE 'video/%'")
  const selectUnclean = database.prepare<[string]>(`SELECT ${columns} FROM media WHERE is_clean = 0 AND sha256 NOT IN (SELECT value FROM json_each(?)) ORDER BY added_at LIMIT 1`)
  const replace = database.prepare(
    'UPDATE media SET sha256 = @clean, bytes = @bytes, width = @width, height = @height, is_clean = 1 WHERE sha256 = @old AND media_type = @mediaType'
  )
  const selectNamed = database.prepare<[{ sha256: string; mediaType: string }]>(
    "SELECT 1 FROM media WHERE (sha256 = @sha256 AND media_type = @mediaType) OR (cover_sha256 = @sha256 AND @mediaType = 'image/jpeg')"
  )
  const selectKnown = database.prepare<[{ sha256: string }]>('SELECT 1 FROM media WHERE sha256 = @sha256 OR cover_sha256 = @sha256')
  return {
    read(mediaId) {
      const row = selectOne.get(mediaId)
      return row === undefined ? null : toStored(row)
    },
    list(mediaIds) {
      const found = new Map(selectMany.all(JSON.stringify(mediaIds)).map(toStored).map((media) => [media.item.id, media]))
      return mediaIds.flatMap((id) => found.get(id) ?? [])
    },
    listAll: () => selectAll.all().map(toStored),
    insert({ item, sha256, isClean, coverSha256 }) {
      const ofVideo = isVideo(item) ? { audioSampleRate: item.audioSampleRate ?? null, audioChannels: item.audioChannels ?? null } : noVideo
      insert.run({ ...item, ...ofVideo, hasCover: null, sha256, isClean: isClean ? 1 : 0, coverSha256 })
    },
    setCover(mediaId, sha256) {
      setCover.run(sha256, mediaId)
    },
    nextToClean(except) {
      const row = selectUnclean.get(JSON.stringify(except))
      return row === undefined ? null : toStored(row)
    },
    replaceFile({ item, sha256 }, { sha256: clean, bytes, width, height }) {
      replace.run({ old: sha256, mediaType: item.mediaType, clean, bytes, width, height })
    },
    isNamed: (sha256, mediaType) => selectNamed.get({ sha256, mediaType }) !== undefined,
    isKnown: (sha256) => selectKnown.get({ sha256 }) !== undefined
  }
}
