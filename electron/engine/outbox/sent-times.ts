import type Database from 'better-sqlite3'
import { recordOf, type JobRecord } from './job-record.ts'

/** When what is not finished was sent, kept right when the computer's clock is set: looking for it on its network begins there. */
export interface SentTimes {
  /** The clock went back by `by` ms: all was sent that much earlier, as the clock shows it now. */
  shiftBack(by: number): void
  /** By how many ms the latest send lies after `now`: the clock was ahead then. 0 when none does. */
  aheadOf(now: number): number
  /** Nothing can have been sent later than `now`. */
  limitTo(now: number): void
  /** The jobs of an account of which something may have arrived, and that are not over. */
  openOf(accountId: string): readonly JobRecord[]
  /**
   * The jobs of an account that were given to their network for its time, and nobody knows under which name they are out, should they be: not found there yet, or, where what is
   * published gets a name of its own (`outAt`), due by that moment and not seen to be out.
   */
  unnamedThereOf(accountId: string, outAt: number | null): readonly JobRecord[]
}

/** By an index: a hundred thousand planned posts are not looked through at each start. */
const onItsWay = `finished_at IS NULL AND state IN ('sending', 'unknown_outcome', 'pending_at_network')`

export function createSentTimes(database: Database.Database): SentTimes {
  const shiftBack = database.prepare(
    'UPDATE outbox_jobs SET first_sent_at = first_sent_at - @by, last_sent_at = last_sent_at - @by WHERE finished_at IS NULL AND first_sent_at IS NOT NULL'
  )
  const latest = database.prepare(`SELECT max(last_sent_at) FROM outbox_jobs WHERE ${onItsWay}`).pluck()
  const limitTo = database.prepare(`UPDATE outbox_jobs SET last_sent_at = @now WHERE ${onItsWay} AND last_sent_at > @now`)
  const ofAccount = database.prepare('SELECT * FROM outbox_jobs WHERE finished_at IS NULL AND account_id = ? AND first_sent_at IS NOT NULL')
  const unnamedThere = database.prepare(
    `SELECT job.* FROM hand_overs AS given CROSS JOIN outbox_jobs AS job ON job.id = given.job_id WHERE given.account_id = @accountId AND given.wish NOT IN ('none', 'lost') AND job.finished_at IS NULL
       AND (given.is_uncertain = 1 OR given.scheduled_id IS NOT NULL) AND CASE WHEN @outAt IS NULL THEN given.scheduled_id IS NULL ELSE given.asked_due_at <= @outAt END`
  )
  return {
    unnamedThereOf: (accountId, outAt) => unnamedThere.all({ accountId, outAt }).map(recordOf),
    openOf: (accountId) => ofAccount.all(accountId).map(recordOf),
    shiftBack(by) {
      shiftBack.run({ by })
    },
    aheadOf(now) {
      const at = latest.get()
      return typeof at === 'number' ? Math.max(0, at - now) : 0
    },
    limitTo(now) {
      limitTo.run({ now })
    }
  }
}
