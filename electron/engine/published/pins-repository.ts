import type Database from 'better-sqlite3'

/** Which job published it, on which account, and what it is called there. */
export interface PinnedJob {
  readonly jobId: string
  readonly accountId: string
  readonly remoteId: string
}

export interface KnownPin {
  readonly isPinned: boolean
  /** ms since the epoch. */
  readonly knownAt: number
}

export interface PinsRepository {
  /** null: nothing is known. */
  of(jobId: string): KnownPin | null
  keep(of: PinnedJob, pin: KnownPin): void
  /** A post of the account's that was pinned by here lost its place. */
  lose(accountId: string, remoteId: string, knownAt: number): void
}

/** The newest that is known of each takes the place of what was known before. */
export function createPinsRepository(database: Pick<Database.Database, 'prepare'>): PinsRepository {
  const read = database.prepare<[string], { isPinned: number; knownAt: number }>('SELECT is_pinned AS isPinned, known_at AS knownAt FROM pins WHERE job_id = ?')
  const keep = database.prepare<[string, string, string, number, number]>('INSERT OR REPLACE INTO pins (job_id, account_id, remote_id, is_pinned, known_at) VALUES (?, ?, ?, ?, ?)')
  const lose = database.prepare<[number, string, string]>('UPDATE pins SET is_pinned = 0, known_at = ? WHERE account_id = ? AND remote_id = ? AND is_pinned = 1')
  return {
    of(jobId) {
      const row = read.get(jobId)
      return row === undefined ? null : { isPinned: row.isPinned === 1, knownAt: row.knownAt }
    },
    keep: ({ jobId, accountId, remoteId }, { isPinned, knownAt }) => void keep.run(jobId, accountId, remoteId, isPinned ? 1 : 0, knownAt),
    lose: (accountId, remoteId, knownAt) => void lose.run(knownAt, accountId, remoteId)
  }
}
