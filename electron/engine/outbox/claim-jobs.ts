import type { Account } from '../../../shared/accounts/account.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isOfWords, isRepeatable } from '../../../shared/outbox/job-nature.ts'
import type { SendStep } from '../../../shared/outbox/job.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import { deadlineOf } from './deadline-of.ts'
import { idempotencyOf } from './idempotency-of.ts'
import type { HeldJobs } from './held-jobs.ts'
import { begunOf, nothingBegun, type JobRecord } from './job-record.ts'
import { isKeyGood, lookDelays } from './retry-times.ts'
import { restsForBudget, restsFromLooking, type BudgetNeeds } from './rest-for-budget.ts'
import { objectionToSending, type SendGuard } from './send-guard.ts'
import { takeTurn, type ThreadAnchor } from './take-turn.ts'

export interface Claim {
  readonly job: JobRecord
  readonly step: SendStep
  readonly attemptId: string
  /** In a thread, what this part answers; null for a first part and for what is no thread. */
  readonly anchor: ThreadAnchor | null
  /** Of a send: what the one before has begun at the network, where it is known; the claim itself begins a new account of it. */
  readonly begunBefore: string | null
}

export interface ClaimNeeds extends BudgetNeeds {
  readonly attempts: AttemptsRepository
  readonly guard: SendGuard
  readonly heldJobs: HeldJobs
}

/** What is known of an account at the moment of a tick. */
export interface AccountNow {
  readonly account: Account
  readonly canReach: boolean
  /** A job of it is under way. */
  readonly isBusy: boolean
}

/** So many jobs of an account change state without a call in one tick; the next tick goes on. Keeps the engine free for the page. */
const mostAtOnce = 200

/**
 * Goes through what is due for one account and claims at most one job, inside the caller's transaction: the attempt stands in the database
 * before anything is sent. What must not be sent now (late, offline, logged out) gets its state instead.
 */
export function claimForAccount(needs: ClaimNeeds, now: AccountNow): ClaimResult {
  // First of all: what is on hold is neither late nor waiting for a network.
  const hasMoreHeld = needs.heldJobs.holdBack(now.account.id, mostAtOnce)
  const hasMoreWaiting = settleWaiting(needs, now) || hasMoreHeld
  if (!now.canReach) return { claim: null, hasMore: parkAsOffline(needs, now.account.id) || hasMoreWaiting }
  if (now.isBusy) return { claim: null, hasMore: hasMoreWaiting }
  for (let count = 0; count < mostAtOnce; count += 1) {
    const job = needs.repository.nextDue(now.account.id, needs.context.clock.now())
    if (job === null) return { claim: null, hasMore: hasMoreWaiting }
    const claim = claimOrPark(needs, now, job)
    if (claim !== null) return { claim, hasMore: hasMoreWaiting }
  }
  return { claim: null, hasMore: true }
}

export interface ClaimResult {
  readonly claim: Claim | null
  /** The tick's share was used up: another one has to follow at once. */
  readonly hasMore: boolean
}

/** Jobs that wait for the network, earliest first: those beyond the grace are asked about even before it is back, the others go on when it is. */
function settleWaiting({ context, repository, ledger }: ClaimNeeds, { account, canReach }: AccountNow): boolean {
  const now = context.clock.now()
  const waiting = repository.waiting(account.id, mostAtOnce)
  let stays = 0
  for (const job of waiting) {
    if (isTooLate(job, context)) ledger.move(job, 'became_late', { nextAttemptAt: null })
    else if (canReach) ledger.move(job, 'network_back', { nextAttemptAt: now })
    // One that was promised to leave, or that goes whenever it can, says nothing of those behind it.
    else if (job.kind === 'publish_post' && job.promisedUntil === null) return false
    else stays += 1
  }
  // Where none of them moved, another look finds the same.
  return waiting.length === mostAtOnce && stays < mostAtOnce
}

function parkAsOffline({ context, repository, ledger }: ClaimNeeds, accountId: string): boolean {
  for (let count = 0; count < mostAtOnce; count += 1) {
    const job = repository.nextDue(accountId, context.clock.now(), 'queued')
    if (job === null) return false
    if (isTooLate(job, context)) ledger.move(job, 'became_late', { nextAttemptAt: null })
    else ledger.move(job, 'network_gone', { nextAttemptAt: null })
  }
  return true
}

/** Words alone come too late: an answer of the day before yesterday surprises, a like or a hidden comment does not. What may be out since is not called missed: it asks whether it is. */
function isTooLate(job: JobRecord, context: WorkspaceContext): boolean {
  return isOfWords(job.kind) && !job.isDoubtful && context.clock.now() >= deadlineOf(job, context.workspace().lateGraceMinutes)
}

/** The claim, or null when the job got another state and the next one can be looked at. */
function claimOrPark(needs: ClaimNeeds, { account }: AccountNow, job: JobRecord): Claim | null {
  const { context, attempts, ledger } = needs
  const turn = takeTurn(needs, job)
  if (turn.kind === 'not_now') return null
  const { anchor } = turn
  if (job.state === 'unknown_outcome' || job.state === 'pending_at_network') return claimToAsk(needs, account, job, anchor)
  if (job.state !== 'queued') {
    context.log.error(`job ${job.id} is ${job.state} and had a time to be looked at`)
    ledger.touch(job, { nextAttemptAt: null })
    return null
  }
  if (isTooLate(job, context)) {
    ledger.move(job, 'became_late', { nextAttemptAt: null })
    return null
  }
  const objection = objectionToSending(needs.guard, job)
  if (objection !== null) {
    ledger.move(job, 'stopped', { nextAttemptAt: null, failure: objection })
    return null
  }
  if (account.state !== 'connected') {
    ledger.move(job, 'refused', { nextAttemptAt: null, awaitsLogin: true, failure: loggedOut })
    return null
  }
  if (restsForBudget(needs, account, job)) return null
  if (mustBeLookedUpFirst(attempts, account, job, context.clock.now())) {
    ledger.move(job, 'outcome_lost', { nextAttemptAt: context.clock.now(), looks: 0, nones: 0, failedLooks: 0 })
    return null
  }
  return begin(needs, job, 'send', anchor)
}

/** For what may have arrived: it is only asked after. */
function claimToAsk(needs: ClaimNeeds, account: Account, job: JobRecord, anchor: ThreadAnchor | null): Claim | null {
  if (account.state !== 'connected') {
    needs.ledger.touch(job, { nextAttemptAt: null, awaitsLogin: true })
    return null
  }
  return restsFromLooking(needs, account, job) ? null : begin(needs, job, job.state === 'unknown_outcome' ? 'look_up' : 'resume', anchor)
}

/** Nothing of an account that this version cannot serve is sent: what is due says so and waits for the user. True when more is due. */
export function refuseUnserved({ context, repository, ledger }: ClaimNeeds, accountId: string): boolean {
  const now = context.clock.now()
  for (const job of repository.waiting(accountId, mostAtOnce)) ledger.move(job, 'network_back', { nextAttemptAt: now })
  for (let count = 0; count < mostAtOnce; count += 1) {
    const job = repository.nextDue(accountId, now)
    if (job === null) return false
    if (job.state === 'queued') ledger.move(job, 'refused', { nextAttemptAt: null, awaitsLogin: true, failure: notServed })
    else ledger.touch(job, { nextAttemptAt: null, awaitsLogin: true })
  }
  return true
}

const notServed = studioError('network_not_served', 'this version has no adapter for the network of this account', { retryable: true })

const loggedOut = studioError('auth_revoked', 'the account has to be connected again before this can be sent', { retryable: true })

/**
 * It may have arrived once, and then a single look (enough while the key protects a repeat) said "not there". If the key has grown too old
 * since, by a sleep or by waiting for the network, that one look is no longer enough.
 */
function mustBeLookedUpFirst(attempts: AttemptsRepository, { networkId }: Account, job: JobRecord, now: number): boolean {
  if (job.firstSentAt === null || job.nones >= lookDelays.length || isRepeatable(job.kind)) return false
  return !isKeyGood({ idempotency: idempotencyOf(job, networkId), job, now }) && attempts.wasEverUncertain(job.id)
}

function begin({ context, attempts, ledger }: ClaimNeeds, job: JobRecord, step: SendStep, anchor: ThreadAnchor | null): Claim {
  const now = context.clock.now()
  const attemptId = context.random.id()
  attempts.start({ id: attemptId, jobId: job.id, step, startedAt: now })
  if (step !== 'send') return { job: ledger.touch(job, {}), step, attemptId, anchor, begunBefore: null }
  const claimed = ledger.move(job, 'send_started', {
    nextAttemptAt: null,
    attempts: job.attempts + 1,
    firstSentAt: job.firstSentAt ?? now,
    lastSentAt: now,
    pendingToken: nothingBegun
  })
  return { job: claimed, step, attemptId, anchor, begunBefore: begunOf(job.pendingToken).begun ?? null }
}
