import type Database from 'better-sqlite3'
import { tidyWords, type PictureWords } from '../../../shared/media/library-picture.ts'
import { createOpenReferenceFinder } from './find-references.ts'

export interface MediaOrganiser {
  describe(items: readonly (PictureWords & { readonly mediaId: string })[]): void
  /** Answers those whose content was there before. */
  keep(mediaIds: readonly string[], folder: string): readonly string[]
  remove(mediaIds: readonly string[]): { readonly removed: readonly string[]; readonly inUse: readonly string[] }
  bringBack(mediaIds: readonly string[]): void
  /** How the content is described, by itself or in the post that had it last; empty when it never was. */
  altTextOf(mediaId: string): string
}

/** Keeps the client's pictures in order. What is said of one is said of all copies of its content. */
export function createMediaOrganiser(database: Database.Database, now: () => number): MediaOrganiser {
  const copies = 'sha256 = (SELECT sha256 FROM media WHERE id = @mediaId)'
  const write = database.prepare(`UPDATE media SET alt_text = @altText, folder = @folder, tags = @tags, is_kept = 1, removed_at = NULL, unused_since = NULL WHERE ${copies}`)
  const selectCopies = database.prepare<{ mediaId: string }, { id: string }>(`SELECT id FROM media WHERE ${copies}`)
  const keepOne = database.prepare(`UPDATE media SET is_kept = 1, removed_at = NULL, unused_since = NULL, folder = CASE folder WHEN '' THEN @folder ELSE folder END WHERE ${copies}`)
  // The file stays as long as anything needs it: to take it out only ends the wish to keep it for itself.
  const takeOut = database.prepare(`UPDATE media SET removed_at = @at, is_kept = 0 WHERE ${copies}`)
  const putBack = database.prepare(`UPDATE media SET removed_at = NULL, is_kept = 1, unused_since = NULL WHERE ${copies}`)
  const selectWords = database.prepare<{ mediaId: string }, { altText: string }>(
    `SELECT alt_text AS altText FROM media WHERE ${copies} AND alt_text <> ''
     UNION ALL SELECT * FROM (SELECT post_media.alt_text FROM post_media JOIN media ON media.id = post_media.media_id JOIN posts ON posts.id = post_media.post_id
       WHERE ${copies} AND trim(post_media.alt_text) <> '' ORDER BY posts.updated_at DESC LIMIT 1) LIMIT 1`
  )
  const isNeeded = createOpenReferenceFinder(database)
  return {
    describe: database.transaction((items: Parameters<MediaOrganiser['describe']>[0]) => {
      for (const { mediaId, ...words } of items) {
        const { altText, folder, tags } = tidyWords(words)
        write.run({ mediaId, altText, folder, tags: JSON.stringify(tags) })
      }
    }).immediate,
    keep: database.transaction((mediaIds: readonly string[], folder: string) => {
      for (const mediaId of mediaIds) keepOne.run({ mediaId, folder: folder.trim() })
      return mediaIds.filter((mediaId) => selectCopies.all({ mediaId }).length > 1)
    }).immediate,
    remove: database.transaction((mediaIds: readonly string[]) => {
      const inUse = mediaIds.filter((mediaId) => selectCopies.all({ mediaId }).some(({ id }) => isNeeded(id)))
      const removed = mediaIds.filter((mediaId) => !inUse.includes(mediaId))
      for (const mediaId of removed) takeOut.run({ mediaId, at: now() })
      return { removed, inUse }
    }).immediate,
    bringBack: database.transaction((mediaIds: readonly string[]) => {
      for (const mediaId of mediaIds) putBack.run({ mediaId })
    }).immediate,
    altTextOf: (mediaId) => selectWords.get({ mediaId })?.altText ?? ''
  }
}
