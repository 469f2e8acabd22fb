import type Database from 'better-sqlite3'
import { z } from 'zod'
import { callRecordSchema, type CallRecord } from '../../../shared/outbox/call-summary.ts'
import { attemptDetailSchema, jobAttemptSchema, type AttemptDetail, type JobAttempt } from '../../../shared/outbox/job.ts'
import { parseJson, readFailure } from './job-record.ts'

/** Each call made for a job, written before it is made. */
export interface AttemptsRepository {
  start(attempt: { id: string; jobId: string; step: JobAttempt['step']; startedAt: number; detail?: AttemptDetail }): void
  end(attemptId: string, end: Pick<JobAttempt, 'outcome' | 'failure'> & { endedAt: number; detail?: AttemptDetail; calls?: CallRecord }): void
  /** What it has asked so far, while it runs: never throws, since it only adds words. */
  keepAsked(attemptId: string, calls: CallRecord): void
  /** A look with the same answer as the one before it takes its place, and counts it: what is looked at every half hour for weeks is told in one line. */
  fold(attemptId: string): void
  /** What a crash left `running` becomes `interrupted`, without an end: nobody knows when it was. */
  interruptRunning(): void
  list(jobId: string): readonly JobAttempt[]
  /** Whether the network may once have got it without telling: then its key and `intentAt` stay for good. */
  wasEverUncertain(jobId: string): boolean
  /** Whether a look for it is under way, whatever was decided since that began. */
  isBeingLookedFor(jobId: string): boolean
}

const rowSchema = z
  .object({
    id: z.string(),
    job_id: z.string(),
    step: jobAttemptSchema.shape.step,
    outcome: jobAttemptSchema.shape.outcome,
    started_at: z.int(),
    ended_at: z.int().nullable(),
    failure: z.string().nullable(),
    detail: z.string().nullable(),
    calls: z.string().nullable()
  })
  .transform(
    (row): JobAttempt => ({
      id: row.id, jobId: row.job_id, step: row.step, outcome: row.outcome, startedAt: row.started_at, endedAt: row.ended_at, failure: readFailure(row.failure), detail: readPart(attemptDetailSchema, row.detail),
      calls: readPart(callRecordSchema, row.calls)
    })
  )

export function createAttemptsRepository(database: Database.Database): AttemptsRepository {
  const start = database.prepare(`INSERT INTO job_attempts (id, job_id, step, outcome, started_at, detail) VALUES (@id, @jobId, @step, 'running', @startedAt, @detail)`)
  const end = database.prepare(`UPDATE job_attempts SET outcome = @outcome, ended_at = @endedAt, failure = @failure, detail = coalesce(@detail, detail), calls = @calls WHERE id = @id`)
  const keep = database.prepare<[string, string]>(`UPDATE job_attempts SET calls = ? WHERE id = ? AND outcome = 'running'`)
  const interrupt = database.prepare(`UPDATE job_attempts SET outcome = 'interrupted' WHERE outcome = 'running'`)
  const list = database.prepare<[string]>('SELECT * FROM job_attempts WHERE job_id = ? ORDER BY started_at, rowid')
  const lastTwo = database.prepare<[string, string]>(
    'SELECT * FROM job_attempts WHERE job_id = (SELECT job_id FROM job_attempts WHERE id = ?) AND rowid <= (SELECT rowid FROM job_attempts WHERE id = ?) ORDER BY rowid DESC LIMIT 2'
  )
  const remove = database.prepare<[string]>('DELETE FROM job_attempts WHERE id = ?')
  const describe = database.prepare<[string, string]>('UPDATE job_attempts SET detail = ? WHERE id = ?')
  const uncertain = database.prepare<[string]>(
    `SELECT 1 FROM job_attempts WHERE job_id = ? AND step = 'send' AND outcome IN ('running', 'unknown', 'interrupted', 'pending') LIMIT 1`
  )
  const lookUnderWay = database.prepare<[string]>(`SELECT 1 FROM job_attempts WHERE job_id = ? AND step = 'look_up' AND outcome = 'running' LIMIT 1`)
  return {
    start(attempt) {
      start.run({ ...attempt, detail: writeDetail(attempt.detail) })
    },
    end(attemptId, { outcome, failure, endedAt, detail, calls }) {
      end.run({ id: attemptId, outcome, endedAt, failure: failure === null ? null : JSON.stringify(failure), detail: writeDetail(detail), calls: calls === undefined || calls.calls.length === 0 ? null : JSON.stringify(calls) })
    },
    keepAsked(attemptId, calls) {
      try {
        keep.run(JSON.stringify(calls), attemptId)
      } catch {
        // A full disk: the answer will be written down later, or the attempt is told without its requests.
      }
    },
    fold(attemptId) {
      const pair = lastTwo.all(attemptId, attemptId).map((row) => rowSchema.parse(row))
      const [latest, before] = pair
      if (latest === undefined || before === undefined || !isSameAnswer(latest, before)) return
      remove.run(before.id)
      const detail = { ...latest.detail, times: (before.detail?.times ?? 1) + 1, since: before.detail?.since ?? before.startedAt }
      describe.run(JSON.stringify(detail), attemptId)
    },
    interruptRunning() {
      interrupt.run()
    },
    list: (jobId) => list.all(jobId).map((row) => rowSchema.parse(row)),
    wasEverUncertain: (jobId) => uncertain.get(jobId) !== undefined,
    isBeingLookedFor: (jobId) => lookUnderWay.get(jobId) !== undefined
  }
}

function isSameAnswer(one: JobAttempt, other: JobAttempt): boolean {
  return one.step === other.step && one.outcome === other.outcome && one.failure?.code === other.failure?.code && one.detail?.dueAt === other.detail?.dueAt && one.detail?.foundAt === other.detail?.foundAt
}

function writeDetail(detail: AttemptDetail | undefined): string | null {
  return detail === undefined ? null : JSON.stringify(detail)
}

/** What cannot be read is left out: it only adds words. */
function readPart<Part>(schema: z.ZodType<Part>, text: string | null): Part | null {
  if (text === null) return null
  const part = schema.safeParse(parseJson(text))
  return part.success ? part.data : null
}
