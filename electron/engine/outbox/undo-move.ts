import { jobGroup } from '../../../shared/outbox/job-groups.ts'
import type { JobRecord } from './job-record.ts'
import { isBehind } from './lead-followers.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import { askAgain } from './undo-now.ts'

export interface UndoMoveNeeds {
  readonly repository: Pick<OutboxRepository, 'ofPosts'>
  readonly ledger: Pick<OutboxLedger, 'move'>
}

/**
 * What asked, was given this time and still waits for it here, asks again as before. Answers the post's hour: when the first of what it goes to all the same leaves, else when that
 * which asks was to leave; null, and nothing changed, where nothing of it is as it was after the move. See `OutboxService.undoMove`.
 */
export function undoMove({ repository, ledger }: UndoMoveNeeds, postId: string, dueAt: number): number | null {
  const moved = repository.ofPosts([postId]).flatMap((job) => (job.state === 'queued' && job.handOver === null && job.undoUntil === null && job.dueAt === dueAt && job.beforeNow !== null ? [{ job, before: job.beforeNow }] : []))
  for (const { job, before } of moved) askAgain(ledger, job, before)
  if (moved.length === 0) return null
  const backOn = new Set(moved.map(({ job }) => job.accountId))
  const leaving = repository.ofPosts([postId]).filter((job) => !backOn.has(job.accountId) && hasItsTime(job))
  return Math.min(...(leaving.length > 0 ? leaving.map((job) => job.dueAt) : moved.map(({ before }) => before.dueAt)))
}

/** On an account that did not ask it had a time before the move, and has one still: the post must not look as if nothing of it left. */
function hasItsTime(job: JobRecord): boolean {
  return job.undoUntil === null && jobGroup(job) === 'planned' && !isBehind(job)
}
