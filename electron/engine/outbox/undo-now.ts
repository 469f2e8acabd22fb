import type { JobEvent } from '../../../shared/outbox/move-job.ts'
import { isOnItsWay } from '../../../shared/outbox/job-groups.ts'
import { isToMove } from '../../../shared/outbox/is-to-move.ts'
import type { BeforeNow, JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import { withdrawJob, type WithdrawNeeds } from './withdraw-job.ts'

export interface UndoNowNeeds extends Omit<WithdrawNeeds, 'ledger'> {
  readonly repository: Pick<OutboxRepository, 'ofPosts'>
  readonly ledger: Pick<OutboxLedger, 'move' | 'drop' | 'touch'>
}

const back = { missed: 'became_late', held: 'stopped', failed: 'refused', queued: 'moved' } as const satisfies Record<BeforeNow['state'], JobEvent>

/** Each account that asked before it was sent asks again, with its hour and its reason; another one that asks all the while is left alone. See `OutboxService.undoNow`. */
export function undoNow(needs: UndoNowNeeds, postId: string): 'done' | 'nothing' | 'too_late' {
  const open = needs.repository.ofPosts([postId]).filter((job) => job.finishedAt === null)
  const leaving = open.filter(({ undoUntil }) => undoUntil !== null)
  if (leaving.length === 0) return open.some(isToMove) && open.some(isOnItsWay) ? 'too_late' : 'nothing'
  if (leaving.every(({ beforeNow }) => beforeNow === null)) return 'nothing'
  for (const job of leaving) {
    if (job.beforeNow === null) {
      withdrawJob(needs, job, 'taken_back', { isQuiet: true })
      continue
    }
    askAgain(needs.ledger, job, job.beforeNow)
  }
  return 'done'
}

/** It asks as it did before the decision, and nobody is told a second time that it does; what only had another hour has that one. */
export function askAgain(ledger: Pick<OutboxLedger, 'move'>, job: JobRecord, { state, ...before }: BeforeNow): void {
  ledger.move(job, back[state], { ...before, nextAttemptAt: state === 'queued' ? before.dueAt : null, promisedUntil: null }, { isQuiet: true, isUndone: true })
}
