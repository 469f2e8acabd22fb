import type Database from 'better-sqlite3'

/** What the user was told about the end of each account's access. */
export interface AccessNotices {
  /** Whether this warning, or one nearer to the same end, was given already. */
  wasTold(accountId: string, endsAt: number, days: number): boolean
  /** Written before it is said: a crash in between says it never rather than twice. */
  note(accountId: string, endsAt: number, days: number): void
  /** Accounts in use whose notice about the end that they still have was not put away. */
  listUnread(): readonly string[]
  markRead(accountId: string): void
}

export function createAccessNotices(database: Database.Database): AccessNotices {
  const isTold = database.prepare<[string, number, number], number>('SELECT 1 FROM access_notices WHERE account_id = ? AND ends_at = ? AND days <= ?').pluck()
  const note = database.prepare(
    `INSERT INTO access_notices (account_id, ends_at, days, is_read) VALUES (?, ?, ?, 0)
     ON CONFLICT (account_id) DO UPDATE SET ends_at = excluded.ends_at, days = excluded.days, is_read = 0`
  )
  const selectUnread = database
    .prepare<[], string>(
      `SELECT account_id FROM access_notices JOIN accounts ON accounts.id = account_id
       WHERE is_read = 0 AND accounts.removed_at IS NULL AND accounts.state = 'connected' AND accounts.access_ends_at = ends_at ORDER BY ends_at, account_id`
    )
    .pluck()
  const markRead = database.prepare('UPDATE access_notices SET is_read = 1 WHERE account_id = ?')
  return {
    wasTold: (accountId, endsAt, days) => isTold.get(accountId, endsAt, days) !== undefined,
    note: (accountId, endsAt, days) => void note.run(accountId, endsAt, days),
    listUnread: () => selectUnread.all(),
    markRead: (accountId) => void markRead.run(accountId)
  }
}
