import type Database from 'better-sqlite3'
import { hasOtherHour } from '../outbox-statements.ts'
import { handOverRowSchema, type HandOverRecord } from './hand-over-record.ts'

/** Writes are the caller's transaction. */
export interface HandOverRepository {
  read(jobId: string): HandOverRecord | null
  put(record: HandOverRecord): void
  /** Accounts with something to do. */
  accountsDue(now: number): readonly string[]
  /** Jobs of the account with something to do: what is called back first, what is only looked at last. All of them: none may hide another. */
  dueOf(accountId: string, now: number): readonly string[]
  /** Those of them that certainly are not there, and are to go from here or are due sooner than `soonest`: they need no call. */
  toReturn(accountId: string, now: number, soonest: number): readonly string[]
  /** Everything that is or may be with a network. */
  living(): readonly HandOverRecord[]
  /** A hold called them back, and nobody has decided since. */
  heldBack(): readonly HandOverRecord[]
  /** Its network has, or may have, another hour than the one wished; in the order of that hour. */
  atOtherHour(): readonly HandOverRecord[]
  /** They went out at an hour that was not wished any more, and nobody has read that. */
  outAtOldHour(): readonly HandOverRecord[]
  /** Whether another job of the account knows what waits there under this name as its own. */
  isAnothers(accountId: string, jobId: string, scheduledId: string): boolean
  /** Whether any job of the account does. */
  isKnown(accountId: string, scheduledId: string): boolean
  /** When the next look is due that is not due yet; null when none is. */
  nextAfter(now: number): number | null
  /** Everything of this account that is to be looked at is looked at now. */
  bringForward(accountId: string, now: number): void
}

export function createHandOverRepository(database: Database.Database): HandOverRepository {
  const one = database.prepare('SELECT * FROM hand_overs WHERE job_id = ?')
  const put = database.prepare(
    `INSERT OR REPLACE INTO hand_overs (job_id, account_id, wish, after_return, was_held, idempotency_key, scheduled_id, due_at, asked_due_at, due_until, is_uncertain, sent_at, begun, next_at, tries, nones, noticed, old_hour, old_hour_read, failure)
     VALUES (@jobId, @accountId, @wish, @afterReturn, @wasHeld, @idempotencyKey, @scheduledId, @dueAt, @askedDueAt, @dueUntil, @isUncertain, @sentAt, @begun, @nextAt, @tries, @nones, @noticed, @oldHour, @isOldHourRead, @failure)`
  )
  const accountsDue = database.prepare<[number], string>('SELECT DISTINCT account_id FROM hand_overs WHERE next_at IS NOT NULL AND next_at <= ?').pluck()
  const dueOf = database
    .prepare<[string, number], string>(
      `SELECT job_id FROM hand_overs WHERE account_id = ? AND next_at IS NOT NULL AND next_at <= ?
       ORDER BY CASE wish WHEN 'take_back' THEN 0 WHEN 'stay' THEN 2 ELSE 1 END, due_at, job_id`
    )
    .pluck()
  const toReturn = database
    .prepare<[string, number, number], string>(
      `SELECT job_id FROM hand_overs WHERE account_id = ? AND next_at IS NOT NULL AND next_at <= ? AND scheduled_id IS NULL AND is_uncertain = 0 AND (wish <> 'hand_over' OR due_at < ?)
       ORDER BY due_at, job_id`
    )
    .pluck()
  const living = database.prepare(`SELECT * FROM hand_overs WHERE wish NOT IN ('none', 'lost')`)
  const heldBack = database.prepare('SELECT * FROM hand_overs WHERE was_held = 1 ORDER BY due_at, job_id')
  const atOtherHour = database.prepare(`SELECT * FROM hand_overs WHERE ${hasOtherHour} ORDER BY min(asked_due_at, due_at), job_id`)
  const outAtOldHour = database.prepare('SELECT * FROM hand_overs WHERE old_hour IS NOT NULL AND old_hour_read = 0 ORDER BY old_hour, job_id')
  const others = database.prepare('SELECT 1 FROM hand_overs WHERE account_id = ? AND scheduled_id = ? AND job_id <> ? LIMIT 1')
  const next = database.prepare<[number], number | null>('SELECT min(next_at) FROM hand_overs WHERE next_at IS NOT NULL AND next_at > ?').pluck()
  const bringForward = database.prepare(`UPDATE hand_overs SET next_at = @now WHERE account_id = @accountId AND wish NOT IN ('none', 'lost') AND (next_at IS NULL OR next_at > @now)`)
  return {
    read(jobId) {
      const row = one.get(jobId)
      return row === undefined ? null : handOverRowSchema.parse(row)
    },
    put(record) {
      put.run({ ...record, isUncertain: record.isUncertain ? 1 : 0, wasHeld: record.wasHeld ? 1 : 0, isOldHourRead: record.isOldHourRead ? 1 : 0, failure: record.failure === null ? null : JSON.stringify(record.failure) })
    },
    accountsDue: (now) => accountsDue.all(now),
    dueOf: (accountId, now) => dueOf.all(accountId, now),
    living: () => living.all().map((row) => handOverRowSchema.parse(row)),
    toReturn: (accountId, now, soonest) => toReturn.all(accountId, now, soonest),
    atOtherHour: () => atOtherHour.all().map((row) => handOverRowSchema.parse(row)),
    outAtOldHour: () => outAtOldHour.all().map((row) => handOverRowSchema.parse(row)),
    heldBack: () => heldBack.all().map((row) => handOverRowSchema.parse(row)),
    isAnothers: (accountId, jobId, scheduledId) => others.get(accountId, scheduledId, jobId) !== undefined,
    // No job has an empty name.
    isKnown: (accountId, scheduledId) => others.get(accountId, scheduledId, '') !== undefined,
    nextAfter: (now) => next.get(now) ?? null,
    bringForward(accountId, now) {
      bringForward.run({ accountId, now })
    }
  }
}
