import type Database from 'better-sqlite3'
import { accountFiguresSchema, postFiguresSchema, type AccountFigures, type PostFigures } from '../../../shared/figures/figures.ts'
import type { Reading } from '../../../shared/figures/figures-of-post.ts'
import { parseJson } from '../http/parse-json.ts'

export interface AccountReading {
  readonly readAt: number
  readonly figures: AccountFigures
}

export interface FiguresRepository {
  /** Oldest first. */
  ofJob(jobId: string): readonly Reading[]
  /** null: it was never read. */
  newestOfJob(jobId: string): Reading | null
  add(jobId: string, readAt: number, figures: PostFigures | 'gone'): void
  newestOfAccount(accountId: string): AccountReading | null
  /** The newest one of then or earlier, else the oldest. */
  ofAccountAt(accountId: string, at: number): AccountReading | null
  addOfAccount(accountId: string, readAt: number, figures: AccountFigures): void
}

interface Row {
  readonly readAt: number
  readonly figures: string
}

/** Readings are added and never changed; a second one of the same moment says the same. */
export function createFiguresRepository(database: Pick<Database.Database, 'prepare'>): FiguresRepository {
  const ofJob = database.prepare<[string], Row>('SELECT read_at AS readAt, figures FROM post_figures WHERE job_id = ? ORDER BY read_at')
  const newestOfJob = database.prepare<[string], Row>('SELECT read_at AS readAt, figures FROM post_figures WHERE job_id = ? ORDER BY read_at DESC LIMIT 1')
  const add = database.prepare<[string, number, string]>('INSERT OR REPLACE INTO post_figures (job_id, read_at, figures) VALUES (?, ?, ?)')
  const newest = database.prepare<[string], Row>('SELECT read_at AS readAt, figures FROM account_figures WHERE account_id = ? ORDER BY read_at DESC LIMIT 1')
  const at = database.prepare<[{ accountId: string; at: number }], Row>(
    `SELECT read_at AS readAt, figures FROM account_figures WHERE account_id = @accountId
     ORDER BY read_at <= @at DESC, CASE WHEN read_at <= @at THEN -read_at ELSE read_at END LIMIT 1`
  )
  const addOfAccount = database.prepare<[string, number, string]>('INSERT OR REPLACE INTO account_figures (account_id, read_at, figures) VALUES (?, ?, ?)')
  return {
    ofJob: (jobId) => ofJob.all(jobId).map(readPostRow),
    newestOfJob(jobId) {
      const row = newestOfJob.get(jobId)
      return row === undefined ? null : readPostRow(row)
    },
    add: (jobId, readAt, figures) => void add.run(jobId, readAt, JSON.stringify(figures)),
    newestOfAccount: (accountId) => readAccountRow(newest.get(accountId)),
    ofAccountAt: (accountId, moment) => readAccountRow(at.get({ accountId, at: moment })),
    addOfAccount: (accountId, readAt, figures) => void addOfAccount.run(accountId, readAt, JSON.stringify(figures))
  }
}

/** A later version may have written names that this one does not know: then it shows none. */
function readPostRow({ readAt, figures }: Row): Reading {
  const value = parseJson(figures)
  return { readAt, figures: value === 'gone' ? 'gone' : (postFiguresSchema.safeParse(value).data ?? {}) }
}

function readAccountRow(row: Row | undefined): AccountReading | null {
  return row === undefined ? null : { readAt: row.readAt, figures: accountFiguresSchema.safeParse(parseJson(row.figures)).data ?? {} }
}
