import type Database from 'better-sqlite3'
import { jobOf, recordOf } from './job-record.ts'
import type { Job } from '../../../shared/outbox/job.ts'

/** The whole ledger in the order in which it was recorded; `next` is where the following page begins, null on the last one. */
export type LedgerPages = (after: number, limit: number) => { readonly jobs: Job[]; readonly next: number | null }

export function createLedgerPages(database: Database.Database): LedgerPages {
  const page = database.prepare<[number, number], { rowid: number }>('SELECT rowid, * FROM outbox_jobs WHERE rowid > ? ORDER BY rowid LIMIT ?')
  return (after, limit) => {
    const rows = page.all(after, limit)
    return { jobs: rows.map((row) => jobOf(recordOf(row))), next: rows.length < limit ? null : (rows.at(-1)?.rowid ?? null) }
  }
}
