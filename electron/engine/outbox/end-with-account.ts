import { studioError } from '../../../shared/errors/studio-error.ts'
import { accountRemovedReason } from '../../../shared/outbox/account-removed.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { JobRecord } from './job-record.ts'
import { mayBeThere } from './may-be-there.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'

export interface EndWithAccountNeeds {
  readonly attempts: Pick<AttemptsRepository, 'wasEverUncertain' | 'isBeingLookedFor'>
  readonly ledger: Pick<OutboxLedger, 'move' | 'drop' | 'touch'>
}

/** Nothing of the account can be sent, looked up or asked any more. */
export const accountGone = studioError('conflict', 'the account of this was removed', { details: { reason: accountRemovedReason } })

/**
 * Inside a transaction: what becomes of a job whose account is removed. What certainly is not there is dropped. What may be there is nobody's to look up any more: the
 * user is asked, because a post that is called a draft would be sent once more.
 */
export function endWithAccount({ attempts, ledger }: EndWithAccountNeeds, job: JobRecord, changes: Partial<JobRecord> = {}): void {
  const open = { ...changes, nextAttemptAt: null, awaitsLogin: false, pendingToken: null, failure: accountGone }
  const quiet = { isQuiet: true }
  // With its network, which may still publish it.
  if (job.handOver !== null) ledger.move(job, 'outcome_lost', { ...open, handOver: null, lastSentAt: job.dueAt }, quiet)
  else if (!mayBeThere(attempts, { ...job, ...changes })) ledger.drop(job, 'account_removed', changes, quiet)
  else if (job.state === 'unknown_outcome' || job.state === 'sending' || job.state === 'pending_at_network') ledger.move(job, 'outcome_lost', open, quiet)
  else ledger.move(job, 'given_up_in_doubt', open, quiet)
}

/** Inside a transaction: all that is open of the account. What is being sent at this moment ends by itself. */
export function endAllOfAccount(needs: EndWithAccountNeeds & { readonly repository: Pick<OutboxRepository, 'openOfAccount' | 'read'> }, accountId: string): void {
  for (const { id } of needs.repository.openOfAccount(accountId)) {
    const job = needs.repository.read(id)
    // Giving up a part gave up those behind it.
    if (job === null || job.finishedAt !== null || job.state === 'sending') continue
    endWithAccount(needs, job)
  }
}
