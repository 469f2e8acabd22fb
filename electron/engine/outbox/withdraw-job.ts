import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import { isOnItsWay } from '../../../shared/outbox/job-groups.ts'
import type { Clock } from '../time/clock.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { JobRecord } from './job-record.ts'
import { mayBeThere } from './may-be-there.ts'
import type { OutboxLedger } from './outbox-ledger.ts'

export interface WithdrawNeeds {
  readonly clock: Pick<Clock, 'now'>
  readonly attempts: Pick<AttemptsRepository, 'wasEverUncertain' | 'isBeingLookedFor'>
  readonly ledger: Pick<OutboxLedger, 'move' | 'drop' | 'touch'>
}

/**
 * Inside a transaction: gives up what has not gone out. A key makes a repeat harmless, so that one look is enough to send again; it is not enough to say
 * that nothing is there. What may have arrived is therefore looked for first, and cancelled when every look said no, or when a person says so who was asked.
 */
export function withdrawJob({ clock, attempts, ledger }: WithdrawNeeds, job: JobRecord, reason: CancelReason, options?: { isQuiet: boolean }): JobRecord {
  // Still being looked for: perhaps because this was said before, and the answer to it was lost.
  if (job.state === 'unknown_outcome' && job.nextAttemptAt !== null) return ledger.touch(job, { cancelReason: job.cancelReason ?? reason })
  // Of what is asked about, the person says so.
  if (job.state === 'unknown_outcome' || !mayBeThere(attempts, job)) return ledger.drop(job, reason, {}, options)
  // Of the call that has just ended, only that an earlier one may have arrived.
  const event = isOnItsWay(job) ? 'outcome_lost' : 'given_up_in_doubt'
  return ledger.move(job, event, { cancelReason: reason, nextAttemptAt: clock.now(), looks: 0, nones: 0, failedLooks: 0 }, options)
}
