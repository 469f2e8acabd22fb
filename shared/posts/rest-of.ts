import { isToMove } from '../outbox/is-to-move.ts'
import { isOnItsWay, jobGroup } from '../outbox/job-groups.ts'
import type { Job } from '../outbox/job.ts'

type RestFacts = Pick<Job, 'accountId' | 'state' | 'failure' | 'attempts' | 'nextAttemptAt' | 'handOver'>

/**
 * Of a post that is out on an account, those on which nothing has left yet and which have a time, or ask for one; null where none of it is out. What is on its way, may be out, waits with its
 * network or was refused there is not among them: the last may have been published by hand since.
 */
export function restOf(jobs: readonly RestFacts[]): readonly string[] | null {
  const out = new Set(jobs.filter(({ state }) => state === 'published').map(({ accountId }) => accountId))
  if (out.size === 0) return null
  const rest = [...new Set(jobs.filter((job) => isToMove(job) || (isPlannedHere(job) && !out.has(job.accountId))).map(({ accountId }) => accountId))]
  // A later part of a thread has its time whatever became of the one before it.
  return rest.filter((accountId) => !jobs.some((job) => job.accountId === accountId && (job.state === 'failed' || isOnItsWay(job))))
}

function isPlannedHere(job: RestFacts): boolean {
  return jobGroup(job) === 'planned' && job.handOver === null
}
