import type Database from 'better-sqlite3'
import { z } from 'zod'
import { postVersionSchema, type PostVersion } from '../../../../shared/posts/post-version.ts'
import { postContentSchema, type PostContent } from '../../../../shared/posts/post.ts'

export interface KeptVersion extends PostVersion {
  readonly keptAt: number
  readonly content: PostContent
}

/** Writes are the caller's transaction. */
export interface VersionsRepository {
  /** Newest first; one that cannot be read is left out. */
  list(postId: string): readonly PostVersion[]
  read(postId: string, versionId: string): KeptVersion | null
  newest(postId: string): KeptVersion | null
  newestKeptAt(postId: string): number | null
  add(postId: string, version: KeptVersion): void
  /** The same content was kept before; this is what became of it. */
  renew(versionId: string, facts: Pick<KeptVersion, 'at' | 'keptAt' | 'reason'>): void
  /** Removes all but the newest so many, and what was kept before that time. */
  prune(postId: string, most: number, keptBefore: number): void
  removeOrphans(): void
  /** Of every post, but for its newest version. */
  removeOld(keptBefore: number): void
}

const parsed = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})
const change = parsed.nullable().pipe(postVersionSchema.shape.change)
const listedSchema = z.object({ ...postVersionSchema.shape, change })
const keptSchema = z.object({ ...listedSchema.shape, keptAt: z.int(), content: parsed.pipe(postContentSchema) })

const columns = 'id, at, kept_at AS keptAt, reason, excerpt, change'

export function createVersionsRepository(database: Database.Database): VersionsRepository {
  const selectList = database.prepare<[string]>(`SELECT ${columns} FROM post_versions WHERE post_id = ? ORDER BY sequence DESC`)
  const selectOne = database.prepare<[string, string]>(`SELECT ${columns}, content FROM post_versions WHERE post_id = ? AND id = ?`)
  const selectNewest = database.prepare<[string]>(`SELECT ${columns}, content FROM post_versions WHERE post_id = ? ORDER BY sequence DESC LIMIT 1`)
  const selectKeptAt = database.prepare<[string], number>('SELECT kept_at FROM post_versions WHERE post_id = ? ORDER BY sequence DESC LIMIT 1').pluck()
  const insert = database.prepare('INSERT INTO post_versions (id, post_id, at, kept_at, reason, excerpt, change, content) VALUES (@id, @postId, @at, @keptAt, @reason, @excerpt, @change, @content)')
  const update = database.prepare('UPDATE post_versions SET at = @at, kept_at = @keptAt, reason = @reason WHERE id = @id')
  const deleteOld = database.prepare<{ postId: string; most: number; keptBefore: number }>(
    `DELETE FROM post_versions WHERE post_id = @postId
       AND (kept_at < @keptBefore OR sequence NOT IN (SELECT sequence FROM post_versions WHERE post_id = @postId ORDER BY sequence DESC LIMIT @most))`
  )
  const deleteOrphans = database.prepare('DELETE FROM post_versions WHERE post_id NOT IN (SELECT id FROM posts)')
  const deleteAllOld = database.prepare('DELETE FROM post_versions WHERE kept_at < ? AND sequence NOT IN (SELECT max(sequence) FROM post_versions GROUP BY post_id)')
  // A version that cannot be read never stands in the way of writing.
  const kept = (row: unknown): KeptVersion | null => keptSchema.safeParse(row).data ?? null

  return {
    list: (postId) => selectList.all(postId).flatMap((row) => listedSchema.safeParse(row).data ?? []),
    read: (postId, versionId) => kept(selectOne.get(postId, versionId)),
    newest: (postId) => kept(selectNewest.get(postId)),
    newestKeptAt: (postId) => selectKeptAt.get(postId) ?? null,
    add(postId, version) {
      insert.run({ ...version, postId, change: version.change === null ? null : JSON.stringify(version.change), content: JSON.stringify(version.content) })
    },
    renew: (id, facts) => void update.run({ id, ...facts }),
    prune: (postId, most, keptBefore) => void deleteOld.run({ postId, most, keptBefore }),
    removeOrphans: () => void deleteOrphans.run(),
    removeOld: (keptBefore) => void deleteAllOld.run(keptBefore)
  }
}
