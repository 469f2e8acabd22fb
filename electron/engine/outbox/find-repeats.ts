import type Database from 'better-sqlite3'
import { repeatSpanMs } from '../../../shared/posts/same-text.ts'
import type { JobState } from '../../../shared/outbox/job.ts'
import { textDigest } from './text-digest.ts'

export interface RepeatQuestion {
  readonly accountId: string
  readonly text: string
  /** When it would go out, ms since the epoch. */
  readonly at: number
  /** Its own post: not a repeat of itself. */
  readonly postId: string
  /** It was begun from a post that is out: what went out at any time before counts too. */
  readonly isWrittenAgain?: boolean
}

/** The same text on the same account within a day, out already or waiting. */
export interface Repeat {
  readonly accountId: string
  readonly postId: string | null
  readonly state: JobState
  /** Of a post that said something else when it went out: other words were written over its own, or are about to be. */
  readonly isEdit: boolean
  readonly at: number
}

type RepeatRow = Omit<Repeat, 'isEdit'> & { readonly isEdit: 0 | 1 }

/**
 * By the digest of the text, so that no payload is read. It goes by what stands there: from a confirmed edit on its words, and no longer those of before; while an edit is on its way or nobody knows
 * what became of it, both. A series says the same again on purpose; what was given up, refused or deleted is not out and will not be.
 */
export function createFindRepeats(database: Pick<Database.Database, 'prepare'>): (question: RepeatQuestion) => readonly Repeat[] {
  const near = database.prepare<[{ accountId: string; postId: string; digest: string; from: number; until: number; isWrittenAgain: 0 | 1 }], RepeatRow>(
    `SELECT account_id AS accountId, coalesce(about_post_id, post_id) AS postId, state, kind = 'edit' AS isEdit, coalesce(finished_at, due_at) AS at FROM outbox_jobs AS words
     WHERE account_id = @accountId AND text_digest IS NOT NULL AND text_digest = @digest AND kind IN ('publish_post', 'edit') AND state NOT IN ('cancelled', 'failed')
       AND (SELECT shown.removed_at FROM outbox_jobs AS shown WHERE shown.id = coalesce(words.about_job_id, words.id)) IS NULL
       AND NOT EXISTS (
         SELECT 1 FROM outbox_jobs AS later
         WHERE later.about_job_id IS NOT NULL AND later.about_job_id = coalesce(words.about_job_id, words.id) AND later.kind = 'edit' AND later.state = 'published' AND later.rowid > words.rowid)
       AND coalesce(about_post_id, post_id) IS NOT @postId AND (coalesce(about_post_id, post_id) IS NULL OR coalesce(about_post_id, post_id) NOT IN (
         SELECT other.post_id FROM series_occurrences AS own JOIN series_occurrences AS other ON other.series_id = own.series_id
         WHERE own.post_id = @postId AND other.post_id IS NOT NULL))
       AND (coalesce(finished_at, due_at) > @from OR @isWrittenAgain = 1 AND state = 'published') AND coalesce(finished_at, due_at) < @until
     ORDER BY at`
  )
  return ({ accountId, text, at, postId, isWrittenAgain = false }) => {
    const digest = textDigest(text)
    if (digest === null) return []
    const rows = near.all({ accountId, postId, digest, from: at - repeatSpanMs, until: at + repeatSpanMs, isWrittenAgain: isWrittenAgain ? 1 : 0 })
    return rows.map((row) => ({ ...row, isEdit: row.isEdit === 1 }))
  }
}
