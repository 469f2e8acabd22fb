import { lateDeadline } from '../../../shared/schedule/is-missed.ts'
import type { JobRecord } from './job-record.ts'

/** Replies and likes are not "missed": they are tried for a day, then they fail. */
const replyPatienceMs = 24 * 60 * 60_000

/** The moment from which on a job does not go by itself any more, ms since the epoch. */
export function deadlineOf(job: Pick<JobRecord, 'kind' | 'dueAt' | 'promisedUntil'>, lateGraceMinutes: number): number {
  return job.kind === 'publish_post' ? Math.max(lateDeadline(job.dueAt, lateGraceMinutes), job.promisedUntil ?? 0) : job.dueAt + replyPatienceMs
}
