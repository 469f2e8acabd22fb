import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import { askAgain } from './undo-now.ts'

export interface UndoMoveNeeds {
  readonly repository: Pick<OutboxRepository, 'ofPosts'>
  readonly ledger: Pick<OutboxLedger, 'move'>
}

/**
 * What asked, was given this time and still waits for it here, asks again as before. Answers when that was to leave before; null, and nothing changed, where nothing of it is as it was
 * after the move. See `OutboxService.undoMove`.
 */
export function undoMove({ repository, ledger }: UndoMoveNeeds, postId: string, dueAt: number): number | null {
  const moved = repository.ofPosts([postId]).flatMap((job) => (job.state === 'queued' && job.handOver === null && job.undoUntil === null && job.dueAt === dueAt && job.beforeNow !== null ? [{ job, before: job.beforeNow }] : []))
  for (const { job, before } of moved) askAgain(ledger, job, before)
  return moved.length === 0 ? null : Math.min(...moved.map(({ before }) => before.dueAt))
}
