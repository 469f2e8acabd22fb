import { isToMove } from '../outbox/is-to-move.ts'
import { jobGroup } from '../outbox/job-groups.ts'
import type { Job } from '../outbox/job.ts'

/** Told to leave at once, it leaves when the moment in which it can be taken back is over: that is no other hour. */
const sameHour = 60_000

/** The accounts that leave, or were to leave, at another hour than that of their post; each by what is next there. */
export function hoursApart(open: readonly Job[], dueAt: number): readonly { readonly accountId: string; readonly at: number }[] {
  const next = new Map<string, number>()
  for (const job of open) if (!next.has(job.accountId) && (jobGroup(job) === 'planned' || isToMove(job))) next.set(job.accountId, job.dueAt)
  return [...next].filter(([, at]) => Math.abs(at - dueAt) > sameHour).map(([accountId, at]) => ({ accountId, at }))
}
