import type Database from 'better-sqlite3'
import { recordOf, type JobRecord } from '../job-record.ts'

/** Rows that are doubtful, see `JobRecord.isDoubtful`. */
export interface DoubtfulJobs {
  /** All that is not finished becomes doubtful. */
  doubtAll(): void
  /** What is doubtful, or held, and waits for a word: earliest first. */
  waiting(limit: number): readonly JobRecord[]
}

export function createDoubtfulJobs(database: Database.Database): DoubtfulJobs {
  const doubtAll = database.prepare('UPDATE outbox_jobs SET doubtful = 1 WHERE finished_at IS NULL')
  const waiting = database.prepare<[number]>(
    `SELECT * FROM outbox_jobs WHERE id IN (
       SELECT id FROM outbox_jobs WHERE doubtful = 1 AND finished_at IS NULL UNION SELECT id FROM outbox_jobs WHERE finished_at IS NULL AND state = 'held')
     ORDER BY due_at, part, id LIMIT ?`
  )
  return {
    doubtAll: () => void doubtAll.run(),
    waiting: (limit) => waiting.all(limit).map(recordOf)
  }
}
