import type Database from 'better-sqlite3'
import { z } from 'zod'
import { toPageQuery, type PageBorders } from './page-borders.ts'

export const notificationKinds = ['mention', 'quote', 'favourite', 'reblog', 'follow'] as const
export type NotificationKind = (typeof notificationKinds)[number]

const notificationRow = z.object({
  id: z.int(),
  kind: z.enum(notificationKinds),
  memberId: z.string(),
  statusId: z.string().nullable(),
  createdAt: z.int()
})
export type NotificationRow = z.infer<typeof notificationRow>

const columns = 'n.id, n.kind, n.member_id AS memberId, n.status_id AS statusId, n.created_at AS createdAt'

export interface NotificationFilter {
  readonly kinds: readonly NotificationKind[]
  /** Only what this member caused. */
  readonly memberId: string | null
}

/** Favourites of everybody, and what the workspace's own account is told. */
export function createReactionsRecord(database: Database.Database) {
  const favour = database.prepare('INSERT OR IGNORE INTO favourites (status_id, member_id, created_at) VALUES (?, ?, ?)')
  const unfavour = database.prepare('DELETE FROM favourites WHERE status_id = ? AND member_id = ?')
  const isFavoured = database.prepare('SELECT 1 FROM favourites WHERE status_id = ? AND member_id = ?').pluck()
  const favouredBy = database.prepare('SELECT member_id FROM favourites WHERE status_id = ? ORDER BY created_at DESC').pluck()
  const insert = database.prepare('INSERT INTO notifications (kind, member_id, status_id, created_at) VALUES (?, ?, ?, ?)')
  const byId = database.prepare(`SELECT ${columns} FROM notifications n WHERE n.id = ?`)
  const remove = database.prepare('DELETE FROM notifications WHERE id = ?')
  const clear = database.prepare('DELETE FROM notifications')
  const removeOfMember = database.prepare('DELETE FROM notifications WHERE member_id = ?')
  const removeOfStatus = database.prepare('DELETE FROM notifications WHERE status_id = ?')

  return {
    /** Whether it is new: a second time changes nothing. */
    favour: (statusId: string, memberId: string, at: number): boolean => favour.run(statusId, memberId, at).changes === 1,
    unfavour: (statusId: string, memberId: string): boolean => unfavour.run(statusId, memberId).changes === 1,
    isFavoured: (statusId: string, memberId: string): boolean => isFavoured.get(statusId, memberId) !== undefined,
    /** Ids of the members, the last first. */
    favouredBy: (statusId: string): readonly string[] => z.array(z.string()).parse(favouredBy.all(statusId)),

    notify(kind: NotificationKind, memberId: string, statusId: string | null, at: number): void {
      insert.run(kind, memberId, statusId, at)
    },
    readNotification: (id: number): NotificationRow | null => notificationRow.nullish().parse(byId.get(id)) ?? null,
    removeNotification: (id: number): boolean => remove.run(id).changes === 1,
    clearNotifications(): void {
      clear.run()
    },
    forgetMember(memberId: string): void {
      removeOfMember.run(memberId)
    },
    forgetStatus(statusId: string): void {
      removeOfStatus.run(statusId)
    },
    /** Newest first. */
    notifications(filter: NotificationFilter, borders: PageBorders<number>): readonly NotificationRow[] {
      const query = toPageQuery(borders)
      const sql = `SELECT ${columns} FROM notifications n
        WHERE n.kind IN (SELECT value FROM json_each(@kinds)) AND (@memberId IS NULL OR n.member_id = @memberId)
        AND (@below IS NULL OR n.id < @below) AND (@above IS NULL OR n.id > @above)
        ORDER BY n.id ${query.oldestFirst ? 'ASC' : 'DESC'} LIMIT @limit`
      const parameters = { kinds: JSON.stringify(filter.kinds), memberId: filter.memberId, below: query.below, above: query.above, limit: query.limit }
      const found = z.array(notificationRow).parse(database.prepare(sql).all(parameters))
      return query.oldestFirst ? found.toReversed() : found
    }
  }
}
export type ReactionsRecord = ReturnType<typeof createReactionsRecord>
