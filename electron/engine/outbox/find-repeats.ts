import type Database from 'better-sqlite3'
import { comparableText, repeatSpanMs } from '../../../shared/posts/same-text.ts'
import type { JobState } from '../../../shared/outbox/job.ts'
import { recordOf } from './job-record.ts'

export interface RepeatQuestion {
  readonly accountId: string
  readonly text: string
  /** When it would go out, ms since the epoch. */
  readonly at: number
  /** Its own post: not a repeat of itself. */
  readonly postId: string
}

/** The same text on the same account within a day, out already or waiting. */
export interface Repeat {
  readonly accountId: string
  readonly postId: string | null
  readonly state: JobState
  readonly at: number
}

/** Looks through a day before and a day after by the indexes of both times; what was given up or refused is not out and will not be. */
export function createFindRepeats(database: Database.Database): (question: RepeatQuestion) => readonly Repeat[] {
  const near = database.prepare(
    `SELECT * FROM outbox_jobs WHERE id IN (
       SELECT id FROM outbox_jobs WHERE finished_at IS NULL AND due_at > @from AND due_at < @until
       UNION SELECT id FROM outbox_jobs WHERE finished_at IS NOT NULL AND finished_at > @from AND finished_at < @until
     ) AND account_id = @accountId AND kind = 'publish_post' AND state NOT IN ('cancelled', 'failed') AND post_id IS NOT @postId`
  )
  return ({ accountId, text, at, postId }) => {
    const wanted = comparableText(text)
    if (wanted === '') return []
    const jobs = near.all({ accountId, postId, from: at - repeatSpanMs, until: at + repeatSpanMs }).map(recordOf)
    return jobs
      .filter(({ payload }) => payload?.effect === 'create' && comparableText(payload.text) === wanted)
      .map((job) => ({ accountId, postId: job.postId, state: job.state, at: job.finishedAt ?? job.dueAt }))
      .toSorted((a, b) => a.at - b.at)
  }
}
