import type Database from 'better-sqlite3'

export interface AccountCursor {
  readonly cursor: string | null
  /** When the first look back was complete; null before. ms since the epoch. */
  readonly caughtUpAt: number | null
  readonly fetchedAt: number
}

export interface AccountCursors {
  read(accountId: string): AccountCursor | null
  /** In one transaction with the items that the cursor stands for. */
  write(accountId: string, fetched: { cursor: string | null; isCaughtUp: boolean; now: number }): void
}

export function createAccountCursors(database: Database.Database): AccountCursors {
  const read = database.prepare<[string], { cursor: string | null; caught_up_at: number | null; fetched_at: number }>(
    'SELECT cursor, caught_up_at, fetched_at FROM account_cursors WHERE account_id = ?'
  )
  // A network that has nothing to say about the place keeps the place that is known.
  const write = database.prepare<{ accountId: string; cursor: string | null; caughtUpAt: number | null; now: number }>(`
    INSERT INTO account_cursors (account_id, cursor, caught_up_at, fetched_at) VALUES (@accountId, @cursor, @caughtUpAt, @now)
    ON CONFLICT (account_id) DO UPDATE SET cursor = coalesce(excluded.cursor, cursor), caught_up_at = coalesce(caught_up_at, excluded.caught_up_at), fetched_at = excluded.fetched_at
  `)
  return {
    read(accountId) {
      const row = read.get(accountId)
      return row === undefined ? null : { cursor: row.cursor, caughtUpAt: row.caught_up_at, fetchedAt: row.fetched_at }
    },
    write: (accountId, { cursor, isCaughtUp, now }) => void write.run({ accountId, cursor, caughtUpAt: isCaughtUp ? now : null, now })
  }
}
