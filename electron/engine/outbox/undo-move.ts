import { isOnItsWay } from '../../../shared/outbox/job-groups.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import { askAgain } from './undo-now.ts'

export interface UndoMoveNeeds {
  readonly repository: Pick<OutboxRepository, 'ofPosts'>
  readonly ledger: Pick<OutboxLedger, 'move'>
  readonly now: number
}

/**
 * What was given this time and still waits for it here is as it was before: what asked asks again, what had another hour that has not passed has that one. False, and nothing changed, where
 * nothing of it is as it was after the move. See `OutboxService.undoMove`.
 */
export function undoMove({ repository, ledger, now }: UndoMoveNeeds, postId: string, dueAt: number): boolean {
  const moved = repository.ofPosts([postId]).filter((job) => isAsMoved(job, dueAt) && !hasPassed(job, now))
  for (const job of moved) if (job.beforeNow !== null) askAgain(ledger, job, job.beforeNow)
  return moved.length > 0
}

function isAsMoved(job: JobRecord, dueAt: number): boolean {
  return job.state === 'queued' && job.handOver === null && job.undoUntil === null && job.dueAt === dueAt && job.beforeNow !== null
}

/** Nothing becomes late because a move is taken back: it keeps the hour that it was moved to. */
function hasPassed({ beforeNow }: JobRecord, now: number): boolean {
  return beforeNow?.state === 'queued' && beforeNow.dueAt <= now
}

/** One job that was decided about among many. See `OutboxService.undoDecision`. */
export function undoDecision({ repository, ledger }: { readonly repository: Pick<OutboxRepository, 'read'>; readonly ledger: Pick<OutboxLedger, 'move'> }, jobId: string, movedTo: number | null): boolean {
  const job = repository.read(jobId)
  if (job === null || job.beforeNow === null || job.beforeNow.state === 'queued') return false
  const isBack = movedTo === null ? job.undoUntil !== null && !isOnItsWay(job) : isAsMoved(job, movedTo)
  if (isBack) askAgain(ledger, job, job.beforeNow)
  return isBack
}
