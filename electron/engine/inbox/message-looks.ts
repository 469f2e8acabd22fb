import type Database from 'better-sqlite3'

export interface MessageLook {
  readonly cursor: string | null
  /** It ended before it met what is known. */
  readonly hasMore: boolean
  /** When the first look was complete; null before. ms since the epoch. */
  readonly caughtUpAt: number | null
  readonly lookedAt: number
}

/** How far the private messages were read that are read only when the person asks. */
export interface MessageLooks {
  read(accountId: string): MessageLook | null
  /** In one transaction with the items that the cursor stands for. */
  write(accountId: string, look: { readonly cursor: string; readonly hasMore: boolean; readonly now: number }): void
}

interface Row {
  readonly cursor: string | null
  readonly has_more: number
  readonly caught_up_at: number | null
  readonly looked_at: number
}

export function createMessageLooks(database: Database.Database): MessageLooks {
  const read = database.prepare<[string], Row>('SELECT cursor, has_more, caught_up_at, looked_at FROM message_looks WHERE account_id = ?')
  const write = database.prepare<{ accountId: string; cursor: string; hasMore: number; caughtUpAt: number | null; now: number }>(`
    INSERT INTO message_looks (account_id, cursor, has_more, caught_up_at, looked_at) VALUES (@accountId, @cursor, @hasMore, @caughtUpAt, @now)
    ON CONFLICT (account_id) DO UPDATE SET cursor = excluded.cursor, has_more = excluded.has_more, caught_up_at = coalesce(caught_up_at, excluded.caught_up_at), looked_at = excluded.looked_at
  `)
  return {
    read(accountId) {
      const row = read.get(accountId)
      return row === undefined ? null : { cursor: row.cursor, hasMore: row.has_more === 1, caughtUpAt: row.caught_up_at, lookedAt: row.looked_at }
    },
    write: (accountId, { cursor, hasMore, now }) => void write.run({ accountId, cursor, hasMore: hasMore ? 1 : 0, caughtUpAt: hasMore ? null : now, now })
  }
}
