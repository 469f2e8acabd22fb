import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { isRepeatable } from '../../../shared/outbox/job-nature.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { JobRecord } from './job-record.ts'
import { isBehind } from './lead-followers.ts'
import { lostInRestoration } from './lost-in-restoration.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'

export interface DoubtNeeds {
  readonly context: WorkspaceContext
  readonly accounts: Pick<AccountsService, 'list' | 'listUnserved'>
  readonly repository: OutboxRepository
  readonly attempts: AttemptsRepository
  readonly ledger: OutboxLedger
}

/**
 * The database was put back to an earlier state. What it calls unsent although its time has come may have gone out in the span that is lost,
 * so it gets the marks of a send that was cut off, and is looked up like one: nothing is sent twice because a disk failed.
 */
export function doubtAfterRestoration({ context, accounts, repository, attempts, ledger }: DoubtNeeds, restoredTo: number | null): void {
  const now = context.clock.now()
  ledger.transaction(() => {
    const byHand = new Set(accounts.list().filter(({ networkId }) => capabilitiesOf(networkId).connectBy === 'by_hand').map(({ id }) => id))
    for (const job of [...accounts.list(), ...accounts.listUnserved()].flatMap((account) => repository.openOfAccount(account.id))) {
      // The rest waits for a person (`restored/`); a like that is set again is what it was.
      if (job.dueAt > now || isRepeatable(job.kind)) continue
      if (byHand.has(job.accountId)) askThePerson(job)
      else if (job.state === 'queued' || job.state === 'waiting_for_network') markAsLost(job)
    }
  })

  function markAsLost(job: JobRecord): void {
    if (isBehind(job)) markAsPerhapsSent(job)
    else markAsCutOff(job.state === 'queued' ? job : ledger.move(job, 'network_back', {}))
  }

  /** Nobody else can say whether they published it in that span: a card that tells them to would have them do it twice. */
  function askThePerson(job: JobRecord): void {
    if (job.state === 'queued' || job.state === 'waiting_for_network') markAsLost(job)
    const marked = repository.read(job.id)
    if (marked !== null && (marked.state === 'sending' || marked.state === 'unknown_outcome' || marked.state === 'pending_at_network')) ledger.move(marked, 'outcome_lost', { nextAttemptAt: null, pendingToken: null, failure: lostInRestoration })
  }

  function markAsCutOff(job: JobRecord): void {
    ledger.move(job, 'send_started', { nextAttemptAt: null, ...sendOnce(job) })
  }

  /** A part behind another one: what it answers is to be found first, then it is looked up before it is sent (see `mustBeLookedUpFirst`). */
  function markAsPerhapsSent(job: JobRecord): void {
    ledger.touch(job, sendOnce(job))
  }

  /** The look-up begins with the earliest moment at which it can have been sent. */
  function sendOnce(job: JobRecord): Partial<JobRecord> {
    const sentAt = Math.max(job.dueAt, restoredTo ?? 0)
    attempts.start({ id: context.random.id(), jobId: job.id, step: 'send', startedAt: sentAt })
    return { attempts: job.attempts + 1, firstSentAt: job.firstSentAt ?? sentAt, lastSentAt: sentAt }
  }
}
