import type Database from 'better-sqlite3'

/** A post, or the first part of a thread, that is out and that its network can name; deleted ones are out no more. */
export interface PublishedPost {
  readonly jobId: string
  readonly postId: string | null
  readonly accountId: string
  readonly remoteId: string
  /** ms since the epoch. */
  readonly publishedAt: number
}

export interface PublishedPosts {
  /** Of the account, published then or later, oldest first. */
  since(accountId: string, since: number): readonly PublishedPost[]
  ofPost(postId: string): readonly PublishedPost[]
}

const columns = 'id AS jobId, post_id AS postId, account_id AS accountId, remote_id AS remoteId, finished_at AS publishedAt'
const isOut = "kind = 'publish_post' AND state = 'published' AND remote_id IS NOT NULL AND part = 1 AND removed_at IS NULL"

export function createPublishedPosts(database: Pick<Database.Database, 'prepare'>): PublishedPosts {
  const since = database.prepare<[number, string], PublishedPost>(`SELECT ${columns} FROM outbox_jobs WHERE finished_at >= ? AND account_id = ? AND ${isOut} ORDER BY finished_at`)
  const ofPost = database.prepare<[string], PublishedPost>(`SELECT ${columns} FROM outbox_jobs WHERE post_id = ? AND ${isOut} ORDER BY finished_at`)
  return { since: (accountId, from) => since.all(from, accountId), ofPost: (postId) => ofPost.all(postId) }
}
