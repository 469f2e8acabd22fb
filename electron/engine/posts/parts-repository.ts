import type Database from 'better-sqlite3'
import type { PostContent } from '../../../shared/posts/post.ts'
import { mediaRowSchema, partRowSchema } from './post-record.ts'

type Parts = Pick<PostContent, 'media' | 'moreParts'>

/** What a post is made of beside its first text: the images of all parts, and the parts after the first. */
export interface PartsRepository {
  read(postId: string): Parts
  /** Instead of what is there, in the caller's transaction. */
  write(postId: string, content: Parts): void
}

export function createPartsRepository(database: Database.Database): PartsRepository {
  const selectMedia = database.prepare<[string]>('SELECT part, media_id, alt_text FROM post_media WHERE post_id = ? ORDER BY position')
  const selectParts = database.prepare<[string]>('SELECT part, part_id, document, variants, is_comment FROM post_parts WHERE post_id = ? ORDER BY part')
  const deleteMedia = database.prepare<[string]>('DELETE FROM post_media WHERE post_id = ?')
  const deleteParts = database.prepare<[string]>('DELETE FROM post_parts WHERE post_id = ?')
  const insertMedia = database.prepare('INSERT INTO post_media (post_id, position, part, media_id, alt_text) VALUES (?, ?, ?, ?, ?)')
  const insertPart = database.prepare('INSERT INTO post_parts (post_id, part, part_id, document, variants, is_comment) VALUES (?, ?, ?, ?, ?, ?)')

  return {
    read(postId) {
      const images = selectMedia.all(postId).map((row) => mediaRowSchema.parse(row))
      const mediaOf = (part: number) => images.filter((image) => image.part === part).map(({ mediaId, altText }) => ({ mediaId, altText }))
      const more = selectParts.all(postId).map((row) => partRowSchema.parse(row))
      const moreParts = more.map(({ part, ...rest }) => ({ ...rest, media: mediaOf(part) }))
      return { media: mediaOf(1), ...(moreParts.length === 0 ? {} : { moreParts }) }
    },
    write(postId, { media, moreParts = [] }) {
      deleteMedia.run(postId)
      deleteParts.run(postId)
      for (const [index, { id, document, variants, isComment }] of moreParts.entries()) insertPart.run(postId, index + 2, id, JSON.stringify(document), JSON.stringify(variants), isComment === true ? 1 : 0)
      // Positions count through all parts, so that lists name a post's images in the order in which people see them.
      const images = [media, ...moreParts.map((part) => part.media)].flatMap((items, index) => items.map((item) => ({ ...item, part: index + 1 })))
      for (const [position, { part, mediaId, altText }] of images.entries()) insertMedia.run(postId, position, part, mediaId, altText)
    }
  }
}
