import type Database from 'better-sqlite3'
import { z } from 'zod'
import { jobAttemptSchema, type JobAttempt } from '../../../shared/outbox/job.ts'
import { readFailure } from './job-record.ts'

/** Each call made for a job, written before it is made. */
export interface AttemptsRepository {
  start(attempt: { id: string; jobId: string; step: JobAttempt['step']; startedAt: number }): void
  end(attemptId: string, end: Pick<JobAttempt, 'outcome' | 'failure'> & { endedAt: number }): void
  /** What a crash left `running` becomes `interrupted`, without an end: nobody knows when it was. */
  interruptRunning(): void
  list(jobId: string): readonly JobAttempt[]
  /** Whether the network may once have got it without telling: then its key and `intentAt` stay for good. */
  wasEverUncertain(jobId: string): boolean
}

const rowSchema = z
  .object({
    id: z.string(),
    job_id: z.string(),
    step: jobAttemptSchema.shape.step,
    outcome: jobAttemptSchema.shape.outcome,
    started_at: z.int(),
    ended_at: z.int().nullable(),
    failure: z.string().nullable()
  })
  .transform(
    (row): JobAttempt => ({ id: row.id, jobId: row.job_id, step: row.step, outcome: row.outcome, startedAt: row.started_at, endedAt: row.ended_at, failure: readFailure(row.failure) })
  )

export function createAttemptsRepository(database: Database.Database): AttemptsRepository {
  const start = database.prepare(`INSERT INTO job_attempts (id, job_id, step, outcome, started_at) VALUES (@id, @jobId, @step, 'running', @startedAt)`)
  const end = database.prepare(`UPDATE job_attempts SET outcome = @outcome, ended_at = @endedAt, failure = @failure WHERE id = @id`)
  const interrupt = database.prepare(`UPDATE job_attempts SET outcome = 'interrupted' WHERE outcome = 'running'`)
  const list = database.prepare<[string]>('SELECT * FROM job_attempts WHERE job_id = ? ORDER BY started_at, rowid')
  const uncertain = database.prepare<[string]>(
    `SELECT 1 FROM job_attempts WHERE job_id = ? AND step = 'send' AND outcome IN ('running', 'unknown', 'interrupted', 'pending') LIMIT 1`
  )
  return {
    start(attempt) {
      start.run(attempt)
    },
    end(attemptId, { outcome, failure, endedAt }) {
      end.run({ id: attemptId, outcome, endedAt, failure: failure === null ? null : JSON.stringify(failure) })
    },
    interruptRunning() {
      interrupt.run()
    },
    list: (jobId) => list.all(jobId).map((row) => rowSchema.parse(row)),
    wasEverUncertain: (jobId) => uncertain.get(jobId) !== undefined
  }
}
