import { lateDeadline } from '../../../shared/schedule/is-missed.ts'
import type { JobRecord } from './job-record.ts'

/** Answers, likes and the like were meant for the moment at which they were given, and have no planned time: they are tried for a day. */
const replyPatienceMs = 24 * 60 * 60_000

/** The moment from which on a job does not go by itself any more, ms since the epoch. */
export function deadlineOf(job: Pick<JobRecord, 'kind' | 'dueAt' | 'promisedUntil'>, lateGraceMinutes: number): number {
  return Math.max(job.kind === 'publish_post' ? lateDeadline(job.dueAt, lateGraceMinutes) : job.dueAt + replyPatienceMs, job.promisedUntil ?? 0)
}
