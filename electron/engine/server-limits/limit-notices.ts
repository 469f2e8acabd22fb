import type Database from 'better-sqlite3'
import { z } from 'zod'

const rowSchema = z.object({ post_id: z.string(), account_id: z.string() }).transform((row) => ({ postId: row.post_id, accountId: row.account_id }))
export type LimitNotice = z.infer<typeof rowSchema>

/** Posts of which it was found that a server takes them no more. */
export interface LimitNotices {
  /** Again unread, where it was read. */
  note(notice: LimitNotice): void
  listUnread(): readonly LimitNotice[]
  markRead(postId: string): void
  /** Forgets those of all posts but these. */
  keepOnly(postIds: readonly string[]): void
}

export function createLimitNotices(database: Database.Database): LimitNotices {
  const upsert = database.prepare<[string, string]>('INSERT INTO limit_notices (post_id, account_id) VALUES (?, ?) ON CONFLICT (post_id, account_id) DO UPDATE SET is_read = 0')
  const select = database.prepare('SELECT post_id, account_id FROM limit_notices WHERE is_read = 0')
  const markRead = database.prepare<[string]>('UPDATE limit_notices SET is_read = 1 WHERE post_id = ?')
  const drop = database.prepare<[string]>('DELETE FROM limit_notices WHERE post_id NOT IN (SELECT value FROM json_each(?))')
  return {
    note: ({ postId, accountId }) => void upsert.run(postId, accountId),
    listUnread: () => select.all().map((row) => rowSchema.parse(row)),
    markRead: (postId) => void markRead.run(postId),
    keepOnly: (postIds) => void drop.run(JSON.stringify(postIds))
  }
}
