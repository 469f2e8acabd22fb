import type Database from 'better-sqlite3'
import { handOverRowSchema, type HandOverRecord } from './hand-over-record.ts'

/** Writes are the caller's transaction. */
export interface HandOverRepository {
  read(jobId: string): HandOverRecord | null
  put(record: HandOverRecord): void
  /** Whose look is due, the earliest first. */
  due(now: number): readonly HandOverRecord[]
  /** Everything that is or may be with a network. */
  living(): readonly HandOverRecord[]
  /** When the next look is due; null when none is. */
  nextAt(): number | null
  /** Everything of this account that is to be looked at is looked at now. */
  bringForward(accountId: string, now: number): void
}

export function createHandOverRepository(database: Database.Database): HandOverRepository {
  const one = database.prepare('SELECT * FROM hand_overs WHERE job_id = ?')
  const put = database.prepare(
    `INSERT OR REPLACE INTO hand_overs (job_id, account_id, wish, after_return, idempotency_key, scheduled_id, due_at, asked_due_at, is_uncertain, sent_at, next_at, tries, nones, noticed, failure)
     VALUES (@jobId, @accountId, @wish, @afterReturn, @idempotencyKey, @scheduledId, @dueAt, @askedDueAt, @isUncertain, @sentAt, @nextAt, @tries, @nones, @noticed, @failure)`
  )
  const due = database.prepare<[number]>('SELECT * FROM hand_overs WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT 500')
  const living = database.prepare(`SELECT * FROM hand_overs WHERE wish <> 'none'`)
  const next = database.prepare<[], number | null>('SELECT min(next_at) FROM hand_overs WHERE next_at IS NOT NULL').pluck()
  const bringForward = database.prepare(`UPDATE hand_overs SET next_at = @now WHERE account_id = @accountId AND wish <> 'none' AND (next_at IS NULL OR next_at > @now)`)
  return {
    read(jobId) {
      const row = one.get(jobId)
      return row === undefined ? null : handOverRowSchema.parse(row)
    },
    put(record) {
      put.run({ ...record, isUncertain: record.isUncertain ? 1 : 0, failure: record.failure === null ? null : JSON.stringify(record.failure) })
    },
    due: (now) => due.all(now).map((row) => handOverRowSchema.parse(row)),
    living: () => living.all().map((row) => handOverRowSchema.parse(row)),
    nextAt: () => next.get() ?? null,
    bringForward(accountId, now) {
      bringForward.run({ accountId, now })
    }
  }
}
