import type Database from 'better-sqlite3'
import { besideOf } from '../../../shared/posts/beside-words.ts'
import { withOwnMediaOf } from '../../../shared/posts/own-media.ts'
import type { PostContent, PostMedia } from '../../../shared/posts/post.ts'
import { mediaRowSchema, partRowSchema, targetRowSchema } from './post-record.ts'

type Parts = Pick<PostContent, 'targets' | 'media' | 'moreParts'>

/** What a post is made of beside its first text: for whom it is, the images of all parts and accounts, and the parts after the first. */
export interface PartsRepository {
  read(postId: string): Parts
  /** Instead of what is there, in the caller's transaction. */
  write(postId: string, content: Parts): void
}

export function createPartsRepository(database: Database.Database): PartsRepository {
  const selectTargets = database.prepare<[string]>('SELECT account_id, variant, begun_from, has_own_media, title, tags, beside, format, together, terms, framing FROM post_targets WHERE post_id = ? ORDER BY position')
  const deleteTargets = database.prepare<[string]>('DELETE FROM post_targets WHERE post_id = ?')
  const insertTarget = database.prepare('INSERT INTO post_targets (post_id, position, account_id, variant, begun_from, has_own_media, title, tags, beside, format, together, terms, framing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const selectMedia = database.prepare<[string]>('SELECT part, account_id, media_id, alt_text, cover_id, cover_at, focus_x, focus_y, captions, people FROM post_media WHERE post_id = ? ORDER BY position')
  const selectParts = database.prepare<[string]>('SELECT part, part_id, document, variants, own_media_of, is_comment FROM post_parts WHERE post_id = ? ORDER BY part')
  const deleteMedia = database.prepare<[string]>('DELETE FROM post_media WHERE post_id = ?')
  const deleteParts = database.prepare<[string]>('DELETE FROM post_parts WHERE post_id = ?')
  const insertMedia = database.prepare('INSERT INTO post_media (post_id, position, part, account_id, media_id, alt_text, cover_id, cover_at, focus_x, focus_y, captions, people) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertPart = database.prepare('INSERT INTO post_parts (post_id, part, part_id, document, variants, own_media_of, is_comment) VALUES (?, ?, ?, ?, ?, ?, ?)')

  return {
    read(postId) {
      const images = selectMedia.all(postId).map((row) => mediaRowSchema.parse(row))
      const mediaOf = (part: number, owner: string | null = null) => images.filter((image) => image.part === part && image.accountId === owner).map(({ part: _part, accountId: _owner, ...item }) => item)
      const targets = selectTargets.all(postId).map((row) => targetRowSchema.parse(row)).map(({ accountId, variant, begunFrom, hasOwnMedia, title, tags, beside, format, together, terms, framing }) => ({ accountId, variant, ...(title === null ? {} : { title }), ...(tags === null ? {} : { tags }), ...beside, ...(begunFrom === null ? {} : { begunFrom }), ...(hasOwnMedia ? { media: mediaOf(1, accountId) } : {}), ...(format === null ? {} : { format }), ...(together === null ? {} : { together }), ...(terms === null ? {} : { terms }), ...(framing === null ? {} : { framing }) }))
      const more = selectParts.all(postId).map((row) => partRowSchema.parse(row))
      const moreParts = more.map(({ part, ownMediaOf, ...rest }) => withOwnMediaOf({ ...rest, media: mediaOf(part) }, ownMediaOf.map((accountId) => ({ accountId, media: mediaOf(part, accountId) }))))
      return { targets, media: mediaOf(1), ...(moreParts.length === 0 ? {} : { moreParts }) }
    },
    write(postId, { targets, media, moreParts = [] }) {
      deleteTargets.run(postId)
      for (const [position, target] of targets.entries()) insertTarget.run(postId, position, target.accountId, textOf(target.variant), textOf(target.begunFrom), target.media === undefined ? 0 : 1, target.title ?? null, textOf(target.tags), columnOf(besideOf(target)), target.format ?? null, target.together ?? null, textOf(target.terms), textOf(target.framing))
      deleteMedia.run(postId)
      deleteParts.run(postId)
      for (const [index, { id, document, variants, ownMedia, isComment }] of moreParts.entries()) insertPart.run(postId, index + 2, id, JSON.stringify(document), JSON.stringify(variants), textOf(ownMedia?.map(({ accountId }) => accountId)), isComment === true ? 1 : 0)
      // Positions count through all parts, so that lists name a post's images in the order in which people see them.
      const common = [media, ...moreParts.map((part) => part.media)].flatMap((items, index) => items.map((item) => ({ ...item, part: index + 1, accountId: null })))
      const own = targets.flatMap((target) => (target.media ?? []).map((item) => ({ ...item, part: 1, accountId: target.accountId })))
      const inParts = moreParts.flatMap(({ ownMedia = [] }, index) => ownMedia.flatMap(({ accountId, media: items }) => items.map((item) => ({ ...item, part: index + 2, accountId }))))
      for (const [position, { part, accountId, ...item }] of [...common, ...own, ...inParts].entries()) insertMedia.run(postId, position, part, accountId, ...columnsOf(item))
    }
  }
}

function columnsOf({ mediaId, altText, cover, captions, focus, people }: PostMedia): readonly (string | number | null)[] {
  return [mediaId, altText, cover?.mediaId ?? null, cover?.atMs ?? null, focus?.x ?? null, focus?.y ?? null, textOf(captions), textOf(people)]
}

/** Nothing at all is no text. */
export function columnOf(fields: object): string | null {
  return Object.keys(fields).length === 0 ? null : JSON.stringify(fields)
}

function textOf(document: object | null | undefined): string | null {
  return document === null || document === undefined ? null : JSON.stringify(document)
}
