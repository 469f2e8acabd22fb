import type Database from 'better-sqlite3'
import { besideOf } from '../../../shared/posts/beside-words.ts'
import type { PostSchedule } from '../../../shared/posts/post.ts'
import { searchTextOf } from '../../../shared/posts/search-text.ts'
import { withTags } from '../../../shared/posts/tags.ts'
import { columnOf, createPartsRepository } from './parts-repository.ts'
import { outlineRowSchema, postRowSchema, type PostOutline, type PostRecord, type StoredPost } from './post-record.ts'

/** Reads throw for a row that cannot be parsed. Writes of more than one row are the caller's transaction. */
export interface PostsRepository {
  read(postId: string): StoredPost | null
  /** The post with its targets and media, new or instead of the one that is there. */
  write(post: PostRecord): void
  /** `planBefore`: the plan to be given back should it be taken back. */
  setSchedule(postId: string, schedule: PostSchedule | null, planBefore?: PostSchedule | null): void
  /** The first confirmation stays. */
  markPublished(postId: string, at: number): void
  remove(postId: string): void
  outline(postId: string): PostOutline | null
  /** Due or published in [from, until), earliest first. */
  listRange(from: number, until: number): readonly PostOutline[]
  /** Without a time and not published, newest change first. */
  listUntimed(): readonly PostOutline[]
  /** With a time before `until` and not published, earliest first: plans that are over, and what is late or refused. */
  listOverdue(until: number): readonly PostOutline[]
  /** Of posts and of single accounts, each once, of the newest post that has it first. */
  tagsUsed(): readonly string[]
  /** With a time and not published. */
  listTimed(): readonly { readonly id: string; readonly schedule: PostSchedule }[]
}

const outlineColumns = `
  id, excerpt, schedule_local, schedule_zone, due_at, updated_at, published_at,
  (SELECT json_group_array(account_id ORDER BY position) FROM post_targets WHERE post_id = posts.id) AS account_ids,
  (SELECT json_group_array(media_id ORDER BY position) FROM post_media WHERE post_id = posts.id) AS media_ids`

export function createPostsRepository(database: Database.Database): PostsRepository {
  const selectPost = database.prepare<[string]>('SELECT * FROM posts WHERE id = ?')
  const parts = createPartsRepository(database)
  const upsert = database.prepare(
    `INSERT INTO posts (id, revision, editor_id, title, tags, beside, document, poll, quote, excerpt, origin, schedule_local, schedule_zone, due_at, created_at, updated_at, published_at)
     VALUES (@id, @revision, @editorId, @title, @tags, @beside, @document, @poll, @quote, @excerpt, @origin, @localDateTime, @timeZone, @dueAt, @createdAt, @updatedAt, @publishedAt)
     ON CONFLICT (id) DO UPDATE SET revision = @revision, editor_id = @editorId, title = @title, tags = @tags, beside = @beside, document = @document, poll = @poll, quote = @quote, excerpt = @excerpt, updated_at = @updatedAt,
       schedule_local = @localDateTime, schedule_zone = @timeZone, due_at = @dueAt`
  )
  const upsertText = database.prepare<[string, string]>(
    'INSERT INTO post_texts (post_id, text) VALUES (?, ?) ON CONFLICT (post_id) DO UPDATE SET text = excluded.text WHERE text <> excluded.text'
  )
  const updateSchedule = database.prepare('UPDATE posts SET schedule_local = @localDateTime, schedule_zone = @timeZone, due_at = @dueAt, plan_before = @planBefore WHERE id = @id')
  const updatePublished = database.prepare('UPDATE posts SET published_at = coalesce(published_at, @at) WHERE id = @id')
  const remove = database.prepare<[string]>('DELETE FROM posts WHERE id = ?')
  const selectOutline = database.prepare<[string]>(`SELECT ${outlineColumns} FROM posts WHERE id = ?`)
  // Two ranges of two indexes; `posts` is then looked up by key. UNION drops what falls into both.
  const selectRange = database.prepare<[{ from: number; until: number }]>(
    `SELECT ${outlineColumns} FROM posts WHERE id IN (
       SELECT id FROM posts WHERE due_at IS NOT NULL AND due_at >= @from AND due_at < @until
       UNION SELECT id FROM posts WHERE published_at IS NOT NULL AND published_at >= @from AND published_at < @until
     ) ORDER BY coalesce(due_at, published_at), id`
  )
  const selectUntimed = database.prepare<[]>(`SELECT ${outlineColumns} FROM posts WHERE due_at IS NULL AND published_at IS NULL ORDER BY updated_at DESC, id`)
  const selectOverdue = database.prepare<[number]>(`SELECT ${outlineColumns} FROM posts WHERE due_at < ? AND due_at IS NOT NULL AND published_at IS NULL ORDER BY due_at, id`)
  const selectTimed = database.prepare<[], PostSchedule & { id: string }>(
    'SELECT id, schedule_local AS localDateTime, schedule_zone AS timeZone, due_at AS dueAt FROM posts WHERE due_at IS NOT NULL AND published_at IS NULL ORDER BY due_at, id'
  )
  // A client's tags are few; its posts with tags are looked through from the newest on.
  const selectTags = database.prepare<[], string>(
    `SELECT value FROM (
       SELECT tags, updated_at FROM posts WHERE tags IS NOT NULL
       UNION ALL SELECT post_targets.tags, posts.updated_at FROM post_targets JOIN posts ON posts.id = post_id WHERE post_targets.tags IS NOT NULL
       ORDER BY updated_at DESC LIMIT 500
     ), json_each(tags) GROUP BY lower(value) ORDER BY max(updated_at) DESC, value LIMIT 200`
  ).pluck()
  const outlines = (rows: readonly unknown[]): readonly PostOutline[] => rows.map((row) => outlineRowSchema.parse(row))

  return {
    read(postId) {
      const row = selectPost.get(postId)
      if (row === undefined) return null
      return { ...postRowSchema.parse(row), ...parts.read(postId) }
    },
    write(post) {
      const { schedule } = post
      upsert.run({
        id: post.id,
        revision: post.revision,
        editorId: post.editorId,
        title: post.title,
        tags: post.tags === undefined ? null : JSON.stringify(post.tags),
        beside: columnOf(besideOf(post)),
        document: JSON.stringify(post.document),
        poll: post.poll === undefined ? null : JSON.stringify(post.poll),
        quote: post.quote === undefined ? null : JSON.stringify(post.quote),
        excerpt: post.excerpt,
        origin: JSON.stringify(post.origin),
        localDateTime: schedule?.localDateTime ?? null,
        timeZone: schedule?.timeZone ?? null,
        dueAt: schedule?.dueAt ?? null,
        createdAt: post.createdAt,
        updatedAt: post.updatedAt,
        publishedAt: post.publishedAt
      })
      parts.write(post.id, post)
      upsertText.run(post.id, searchTextOf(post))
    },
    setSchedule(postId, schedule, planBefore = null) {
      updateSchedule.run({ id: postId, planBefore: planBefore === null ? null : JSON.stringify(planBefore), ...(schedule ?? { localDateTime: null, timeZone: null, dueAt: null }) })
    },
    markPublished(postId, at) {
      updatePublished.run({ id: postId, at })
    },
    remove(postId) {
      remove.run(postId)
    },
    outline(postId) {
      const row = selectOutline.get(postId)
      return row === undefined ? null : outlineRowSchema.parse(row)
    },
    listRange: (from, until) => outlines(selectRange.all({ from, until })),
    listUntimed: () => outlines(selectUntimed.all()),
    listOverdue: (until) => outlines(selectOverdue.all(until)),
    tagsUsed: () => withTags([], selectTags.all()),
    listTimed: () => selectTimed.all().map(({ id, ...schedule }) => ({ id, schedule }))
  }
}
