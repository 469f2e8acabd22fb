import { isToMove } from '../../../shared/outbox/is-to-move.ts'
import { jobGroup } from '../../../shared/outbox/job-groups.ts'
import { restOf } from '../../../shared/posts/rest-of.ts'
import { jobOf, type JobRecord } from './job-record.ts'
import { isBehind } from './lead-followers.ts'

/**
 * Each account has its own hour, and its post stands where the first of them leaves by itself; else where the first that asks was to leave. Of a post that is out on an account what counts is
 * its rest. null: nothing of it has a time here, and the post keeps the one it has.
 */
export function hourOfPost(records: readonly JobRecord[]): number | null {
  const rest = restOf(records.map(jobOf)) ?? []
  const counted = rest.length === 0 ? records : records.filter(({ accountId }) => rest.includes(accountId))
  return earliest(counted.filter(hasItsTime)) ?? earliest(counted.filter(asks))
}

/** It waits for its time, and is not told to leave at this moment. */
export function hasItsTime(job: JobRecord): boolean {
  return job.undoUntil === null && jobGroup(job) === 'planned' && !isBehind(job)
}

function asks(job: JobRecord): boolean {
  return isToMove(jobOf(job))
}

function earliest(jobs: readonly JobRecord[]): number | null {
  return jobs.length === 0 ? null : Math.min(...jobs.map(({ dueAt }) => dueAt))
}
