import type Database from 'better-sqlite3'
import { goneNetworkSchema, type PastMedia, type PastPost } from '../../../shared/past-posts/past-post.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import type { ArchivedPost } from './archived-post.ts'

/** Writes of more than one row are the caller's transaction. */
export interface PastPostsRepository {
  page(words: readonly string[], limit: number): { readonly posts: readonly PastPost[]; readonly total: number }
  read(pastPostId: string): PastPost | null
  idOf(key: string): string | null
  add(pastPostId: string, post: ArchivedPost, importId: string): void
  wanted(pastPostId: string): readonly { readonly place: number; readonly fileName: string }[]
  /** Whether it wanted one there. */
  attach(pastPostId: string, place: number, mediaId: string): boolean
  setDraft(pastPostId: string, postId: string): void
  /** How many there were, and the files that no other post has. */
  remove(which: { readonly pastPostId: string } | { readonly importId: string }): { readonly removed: number; readonly mediaIds: readonly string[] }
}

interface Row {
  readonly id: string
  readonly network: string
  readonly publishedAt: number
  readonly author: string
  readonly text: string
  readonly sharedAuthor: string
  readonly sharedText: string
  readonly link: string
  readonly url: string
  readonly isPublic: number
  readonly draftId: string | null
}

const columns = 'id, network, published_at AS publishedAt, author, text, shared_author AS sharedAuthor, shared_text AS sharedText, link, url, is_public AS isPublic, draft_id AS draftId'
/** All the words: `[]` asks nothing. */
const holdsAll = `NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE instr(past_posts.words, json_each.value) = 0)`

export function createPastPostsRepository(database: Pick<Database.Database, 'prepare'>): PastPostsRepository {
  const find = database.prepare<{ words: string; limit: number }, Row>(`SELECT ${columns} FROM past_posts WHERE ${holdsAll} ORDER BY published_at DESC, id DESC LIMIT @limit`)
  const count = database.prepare<{ words: string }, { total: number }>(`SELECT count(*) AS total FROM past_posts WHERE ${holdsAll}`)
  const one = database.prepare<[string], Row>(`SELECT ${columns} FROM past_posts WHERE id = ?`)
  const byKey = database.prepare<[string], { id: string }>('SELECT id FROM past_posts WHERE source_key = ?')
  const insert = database.prepare(
    `INSERT INTO past_posts (id, source_key, network, published_at, author, text, shared_author, shared_text, link, url, is_public, words, draft_id, import_id)
     VALUES (@id, @key, 'googleplus', @publishedAt, @author, @text, @sharedAuthor, @sharedText, @link, @url, @isPublic, @words, NULL, @importId)`
  )
  const insertMedia = database.prepare<[string, number, string, string]>('INSERT INTO past_post_media (past_post_id, place, media_id, file_name, alt_text) VALUES (?, ?, NULL, ?, ?)')
  const media = database.prepare<[string], PastMedia>('SELECT media_id AS mediaId, file_name AS fileName, alt_text AS altText FROM past_post_media WHERE past_post_id = ? ORDER BY place')
  const missing = database.prepare<[string], { place: number; fileName: string }>('SELECT place, file_name AS fileName FROM past_post_media WHERE past_post_id = ? AND media_id IS NULL ORDER BY place')
  const set = database.prepare<[string, string, number]>('UPDATE past_post_media SET media_id = ? WHERE past_post_id = ? AND place = ? AND media_id IS NULL')
  const draft = database.prepare<[string, string]>('UPDATE past_posts SET draft_id = ? WHERE id = ?')
  const those = '(past_posts.id = @pastPostId OR past_posts.import_id = @importId)'
  const gone = database.prepare<{ pastPostId: string | null; importId: string | null }, { mediaId: string }>(
    `SELECT DISTINCT media_id AS mediaId FROM past_post_media JOIN past_posts ON past_posts.id = past_post_id WHERE media_id IS NOT NULL AND ${those}
     AND NOT EXISTS (SELECT 1 FROM past_post_media AS other JOIN past_posts AS post ON post.id = other.past_post_id WHERE other.media_id = past_post_media.media_id AND NOT (post.id IS @pastPostId OR post.import_id IS @importId))`
  )
  const remove = database.prepare<{ pastPostId: string | null; importId: string | null }>(`DELETE FROM past_posts WHERE ${those}`)
  const postOf = ({ sharedAuthor, sharedText, isPublic, network, ...row }: Row): PastPost => ({ ...row, network: goneNetworkSchema.parse(network), shared: { author: sharedAuthor, text: sharedText }, isPublic: isPublic === 1, media: media.all(row.id) })
  return {
    page: (words, limit) => ({
      posts: find.all({ words: JSON.stringify(words), limit }).map(postOf),
      total: count.get({ words: JSON.stringify(words) })?.total ?? 0
    }),
    read(pastPostId) {
      const row = one.get(pastPostId)
      return row === undefined ? null : postOf(row)
    },
    idOf: (key) => byKey.get(key)?.id ?? null,
    add(id, { key, publishedAt, author, text, shared, link, url, isPublic, media: files }, importId) {
      insert.run({ id, key, publishedAt, author, text, sharedAuthor: shared.author, sharedText: shared.text, link, url, isPublic: isPublic ? 1 : 0, words: foldText([text, shared.text, shared.author, link, ...files.map(({ altText }) => altText)].join('\n')), importId })
      for (const [place, { fileName, altText }] of files.entries()) insertMedia.run(id, place, fileName, altText)
    },
    wanted: (pastPostId) => missing.all(pastPostId),
    attach: (pastPostId, place, mediaId) => set.run(mediaId, pastPostId, place).changes > 0,
    setDraft: (pastPostId, postId) => void draft.run(postId, pastPostId),
    remove(which) {
      const wish = { pastPostId: 'pastPostId' in which ? which.pastPostId : null, importId: 'importId' in which ? which.importId : null }
      const mediaIds = gone.all(wish).map(({ mediaId }) => mediaId)
      return { removed: remove.run(wish).changes, mediaIds }
    }
  }
}
