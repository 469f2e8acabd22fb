import type { Account } from '../../../shared/accounts/account.ts'
import type { CallRecord } from '../../../shared/outbox/call-summary.ts'
import { matterOf } from '../../../shared/outbox/job-nature.ts'
import { moveJob } from '../../../shared/outbox/move-job.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AttemptAnswer, AttemptDecision, AttemptFacts } from './attempt-facts.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { Claim } from './claim-jobs.ts'
import { deadlineOf } from './deadline-of.ts'
import { decideAfterAttempt } from './decide-after-attempt.ts'
import { endWithAccount } from './end-with-account.ts'
import { followEdit } from './follow-edit.ts'
import { idempotencyOf } from './idempotency-of.ts'
import { isByHand, type JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { QuarantineRepository } from './quarantine-repository.ts'
import type { SentTimes } from './sent-times.ts'
import { withoutStaleRefusal } from './stale-refusal.ts'
import { withdrawJob } from './withdraw-job.ts'

export interface RecordNeeds {
  readonly context: WorkspaceContext
  readonly accounts: AccountsService
  readonly repository: OutboxRepository
  readonly sentTimes: SentTimes
  readonly attempts: AttemptsRepository
  readonly quarantine: QuarantineRepository
  readonly ledger: OutboxLedger
  canReach(account: Account): boolean
}

/** Writes down how a call ended and what follows from it, in one transaction: both, or after a crash neither. */
export function recordAnswer(needs: RecordNeeds, { job: claimed, step, attemptId }: Claim, answer: AttemptAnswer, calls?: CallRecord): void {
  const { context, repository, attempts, ledger } = needs
  ledger.transaction(() => {
    const job = repository.read(claimed.id)
    if (job === null) return
    const decision = decideAfterAttempt(step, factsOf(needs, job, answer))
    attempts.end(attemptId, { outcome: decision.outcome, failure: decision.failure, endedAt: context.clock.now(), ...(calls === undefined ? {} : { calls }) })
    if (answer.kind === 'unsendable' && job.payload === null) needs.quarantine.keep(job, answer.error.message)
    if (job.state === claimed.state) apply(needs, job, decision)
    // The user decided while it was looked up. That it is there is true all the same, be it still at work.
    else if (isThere(step, decision) && moveJob(job.state, decision.event) !== null) apply(needs, job, decision)
    else if (decision.event === 'confirmed') keepPlace(needs, job, decision)
  })
}

/** The user said meanwhile that it is there: where exactly, the parts behind it need to know. */
function keepPlace({ ledger, repository }: Pick<RecordNeeds, 'ledger' | 'repository'>, job: JobRecord, { changes: { remoteId = null, remoteUrl = null } }: AttemptDecision): void {
  if (job.state !== 'published' || job.remoteId !== null) return
  const placed = ledger.touch(job, { remoteId, remoteUrl: job.remoteUrl ?? remoteUrl })
  if (job.kind === 'edit') followEdit({ repository, ledger }, placed)
}

function isThere(step: Claim['step'], { event }: AttemptDecision): boolean {
  return event === 'confirmed' || (step === 'look_up' && event === 'accepted')
}

/** After a start: what a crash left on its way may have arrived. */
export function recordInterrupted(needs: RecordNeeds): void {
  const { context, repository, sentTimes, attempts, ledger } = needs
  ledger.transaction(() => {
    const now = context.clock.now()
    const ahead = sentTimes.aheadOf(now)
    if (ahead > 0) {
      // The clock was set back while no engine ran.
      repository.bringForward(ahead, now)
      sentTimes.limitTo(now)
    }
    attempts.interruptRunning()
    for (const job of repository.sending()) apply(needs, job, decideAfterAttempt('send', factsOf(needs, job, { kind: 'interrupted' })))
  })
}

function factsOf({ context, accounts, canReach }: RecordNeeds, job: JobRecord, answer: AttemptAnswer): AttemptFacts {
  const account = accounts.read(job.accountId)
  return {
    job,
    answer: account?.state === 'connected' ? withoutStaleRefusal(answer) : answer,
    now: context.clock.now(),
    deadline: deadlineOf(job, context.workspace().lateGraceMinutes),
    canReach: account === null || canReach(account),
    // Without account nothing goes out any more; the most careful kind will do.
    idempotency: account === null ? 'look_up' : idempotencyOf(job, account.networkId),
    fraction: context.random.fraction()
  }
}

function apply(needs: RecordNeeds, job: JobRecord, decision: AttemptDecision): void {
  const { ledger, accounts, repository } = needs
  const changes = { ...decision.changes, failure: decision.failure }
  if (decision.event !== 'confirmed' && accounts.read(job.accountId) === null) return endWithAccount(needs, job, changes)
  if (decision.event !== 'confirmed' && isOvertaken(repository, job)) return void ledger.drop(job, 'replaced', changes, { isQuiet: true })
  if (decision.event === 'dropped') ledger.drop(job, job.cancelReason ?? 'taken_back', changes)
  // Given up while the call was made: an earlier one may have arrived all the same.
  else if (job.cancelReason !== null && isNotThere(decision)) withdrawJob({ clock: needs.context.clock, attempts: needs.attempts, ledger }, job, job.cancelReason)
  else ledger.move(job, decision.event, changes)
}

/** This call left nothing on the network, and what would follow is another one, or a question whether to make one. */
function isNotThere({ event, changes }: AttemptDecision): boolean {
  return event === 'not_delivered' || event === 'network_gone' || event === 'refused' || event === 'became_late' || isByHand({ state: 'pending_at_network', pendingToken: event === 'accepted' ? (changes.pendingToken ?? null) : null })
}

/** A newer word about the same says what the user wants now: a like and its taking back, a repost, a mute. */
function isOvertaken(repository: OutboxRepository, job: JobRecord): boolean {
  const matter = matterOf(job.kind)
  if (matter === null || job.itemId === null) return false
  // In the order in which they were said: a clock may have been set back in between.
  const said = repository.ofItem(job.itemId)
  return said.slice(said.findIndex(({ id }) => id === job.id) + 1).some((other) => matterOf(other.kind) === matter && other.state !== 'cancelled')
}
