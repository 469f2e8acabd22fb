import type { Job } from '../../../../shared/outbox/job.ts'
import { isDeleted } from '../../../../shared/posts/post-status.ts'
import { threadProgress, type ThreadProgress } from '../../../../shared/posts/thread-progress.ts'

export interface OutcomeRow {
  /** In a thread the job that says how it stands: the first that is not out, else the last. */
  readonly job: Job
  /** null for a post of one part. */
  readonly progress: ThreadProgress | null
}

/** One row for each account: what was given up is history as soon as something newer was asked for there; the outbox keeps it. */
export function outcomeRows(jobs: readonly Job[]): readonly OutcomeRow[] {
  const accountIds = [...new Set(jobs.map((job) => job.accountId))]
  return accountIds.flatMap((accountId): readonly OutcomeRow[] => {
    const own = jobs.filter((job) => job.accountId === accountId)
    const progress = threadProgress(own)
    if (progress === null) return newest(own).map((job) => ({ job, progress }))
    const open = own.find((job) => job.finishedAt === null)
    const last = own.findLast((job) => job.state === 'published') ?? own.at(-1)
    const job = open ?? last
    return job === undefined ? [] : [{ job, progress }]
  })
}

/** The last job that was not given up, else the last. `jobs`: oldest first. */
function newest(jobs: readonly Job[]): readonly Job[] {
  const job = jobs.findLast(({ state }) => state !== 'cancelled') ?? jobs.at(-1)
  return job === undefined ? [] : [job]
}

/** Parts that were given up on accounts where the beginning of the thread is out. Where something of it was deleted, or is being deleted, nothing follows. */
export function partsMissing(rows: readonly OutcomeRow[], jobs: readonly Job[], changes: readonly Job[]): number {
  const ended = new Set([...jobs.filter(isDeleted), ...changes.filter(({ kind, finishedAt }) => kind === 'delete' && finishedAt === null)].map(({ accountId }) => accountId))
  return rows.reduce((sum, { job, progress }) => sum + (progress === null || progress.out === 0 || ended.has(job.accountId) ? 0 : progress.of - progress.out), 0)
}
