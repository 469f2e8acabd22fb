import type Database from 'better-sqlite3'
import { z } from 'zod'
import { toPageQuery, type PageBorders } from './page-borders.ts'

const conversationRow = z.object({
  id: z.int(),
  rootStatusId: z.string(),
  lastStatusId: z.string(),
  unread: z.int().transform((value) => value === 1)
})
export type ConversationRow = z.infer<typeof conversationRow>

const columns = 'c.id, c.root_status_id AS rootStatusId, c.last_status_id AS lastStatusId, c.unread'

/** Private exchanges with the own account: one for each thread of direct statuses. */
export function createConversationsRecord(database: Database.Database) {
  const byRoot = database.prepare(`SELECT ${columns} FROM conversations c WHERE c.root_status_id = ?`)
  const byId = database.prepare(`SELECT ${columns} FROM conversations c WHERE c.id = ? AND c.hidden = 0`)
  const insert = database.prepare('INSERT INTO conversations (root_status_id, last_status_id, unread, hidden) VALUES (?, ?, ?, 0)')
  const advance = database.prepare('UPDATE conversations SET last_status_id = ?, unread = ?, hidden = 0 WHERE id = ?')
  const setUnread = database.prepare('UPDATE conversations SET unread = ? WHERE id = ?')
  const hide = database.prepare('UPDATE conversations SET hidden = 1 WHERE id = ?')
  const hideWith = database.prepare(`
    UPDATE conversations SET hidden = 1 WHERE id IN (SELECT conversation_id FROM statuses WHERE author_id = @memberId AND conversation_id IS NOT NULL)
      OR root_status_id IN (SELECT status_id FROM mentions WHERE member_id = @memberId)`)
  const newest = database.prepare('SELECT MAX(id) FROM statuses WHERE conversation_id = ? AND deleted_at IS NULL').pluck()
  const others = database.prepare(`
    SELECT DISTINCT m.id FROM members m WHERE m.is_own = 0 AND (
      m.id IN (SELECT author_id FROM statuses WHERE conversation_id = @id)
      OR m.id IN (SELECT member_id FROM mentions WHERE status_id IN (SELECT id FROM statuses WHERE conversation_id = @id)))`).pluck()

  return {
    /** Puts a direct status at the end of its conversation, making that when it is the first; gives the conversation's id. */
    append(rootStatusId: string, statusId: string, isOwn: boolean): number {
      const found = conversationRow.nullish().parse(byRoot.get(rootStatusId)) ?? null
      if (found === null) return Number(insert.run(rootStatusId, statusId, isOwn ? 0 : 1).lastInsertRowid)
      advance.run(statusId, isOwn ? 0 : 1, found.id)
      return found.id
    },
    read: (id: number): ConversationRow | null => conversationRow.nullish().parse(byId.get(id)) ?? null,
    setUnread(id: number, unread: boolean): void {
      setUnread.run(unread ? 1 : 0, id)
    },
    hide(id: number): void {
      hide.run(id)
    },
    /** Every exchange in which the member has written, or which was begun with them. */
    hideThoseWith(memberId: string): void {
      hideWith.run({ memberId })
    },
    /** After a status of it was deleted: the one before becomes the last; without any the conversation is gone. */
    statusDeleted(id: number): void {
      const last = z.string().nullable().parse(newest.get(id))
      if (last === null) hide.run(id)
      else database.prepare('UPDATE conversations SET last_status_id = ? WHERE id = ?').run(last, id)
    },
    /** Ids of the members in it, without the own account. */
    others: (id: number): readonly string[] => z.array(z.string()).parse(others.all({ id })),
    /** Newest first; the borders are ids of last statuses, as on Mastodon. */
    page(borders: PageBorders<string>): readonly ConversationRow[] {
      const query = toPageQuery(borders)
      const sql = `SELECT ${columns} FROM conversations c WHERE c.hidden = 0
        AND (@below IS NULL OR c.last_status_id < @below) AND (@above IS NULL OR c.last_status_id > @above)
        ORDER BY c.last_status_id ${query.oldestFirst ? 'ASC' : 'DESC'} LIMIT @limit`
      const found = z.array(conversationRow).parse(database.prepare(sql).all({ below: query.below, above: query.above, limit: query.limit }))
      return query.oldestFirst ? found.toReversed() : found
    }
  }
}
export type ConversationsRecord = ReturnType<typeof createConversationsRecord>
