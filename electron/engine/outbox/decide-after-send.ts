import { assertNever } from '../../../shared/errors/assert-never.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { isRepeatable } from '../../../shared/outbox/job-nature.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { AttemptDecision, AttemptFacts } from './attempt-facts.ts'
import { begunOf } from './job-record.ts'
import { afterRateLimit, atWorkDelayMs, backSoonMs, defaultPendingDelayMs, lookDelays, maxRefusedSends, sendAgainAt } from './retry-times.ts'

/**
 * The first half of the ladder, after a send: what certainly did not arrive may be sent again; what may have arrived is looked up first
 * (`decide-after-look-up.ts`), whatever the network. A like may always be set again.
 */
export function decideAfterSend(facts: AttemptFacts): AttemptDecision {
  const { answer } = facts
  switch (answer.kind) {
    case 'done':
      return confirmed(answer.remoteId, answer.remoteUrl)
    case 'pending':
      return accepted(facts, answer)
    case 'unsendable':
      return refused(answer.error)
    case 'interrupted':
      return mayHaveArrived(facts, studioError('engine_stopped', 'the engine ended while this was on its way', { retryable: true }), 'interrupted')
    case 'not_there':
    case 'cannot_tell':
      throw new Error(`a send cannot end as ${answer.kind}`)
    case 'failed':
      return decideAfterFailedSend(facts, answer.failure)
    default:
      return assertNever(answer, 'answer to a send')
  }
}

function decideAfterFailedSend(facts: AttemptFacts, failure: NetworkFailure): AttemptDecision {
  const { job } = facts
  const { error } = failure
  switch (failure.kind) {
    case 'not_sent':
      return decideAfterNotSent(facts, error)
    case 'unknown_outcome':
    // An answer that the adapter does not understand: the network did something.
    case 'bug':
      return mayHaveArrived(facts, error, 'unknown')
    case 'rate_limited':
      return sendLater(facts, error, afterRateLimit(failure.until, facts), job.attempts - 1)
    case 'auth_revoked':
      return refused(error, { awaitsLogin: true })
    case 'auth_expired':
      return job.attempts >= maxRefusedSends ? refused(error, { awaitsLogin: true }) : sendLater(facts, error, sendAgainAt(facts))
    case 'rejected':
      return refused(error)
    case 'server_error':
      if (isGoneOnWith(job, error)) return sendLater(facts, error, facts.now + atWorkDelayMs, job.attempts - 1)
      return job.attempts >= maxRefusedSends ? refused(error) : sendLater(facts, error, sendAgainAt(facts))
    default:
      return assertNever(failure, 'network failure')
  }
}

/** The network is at work on what it was handed, and the next attempt waits on: a film of an hour takes longer than a few attempts, and only the deadline ends that. */
function isGoneOnWith({ pendingToken }: AttemptFacts['job'], { details }: StudioError): boolean {
  return details?.['reason'] === 'media_processing' && typeof begunOf(pendingToken).begun === 'string'
}

function decideAfterNotSent(facts: AttemptFacts, error: StudioError): AttemptDecision {
  // What got another time meanwhile waits for that one, not for the network.
  if (!facts.canReach && !isPlannedFrom(facts, facts.now)) {
    return { event: 'network_gone', outcome: 'offline', failure: null, changes: { attempts: facts.job.attempts - 1, nextAttemptAt: null } }
  }
  // The network came back while the call was refused.
  // So does the end of a hold that came in between.
  if (error.code === 'offline' || error.code === 'on_hold') return sendLater(facts, null, facts.now + backSoonMs, facts.job.attempts - 1)
  if (error.code === 'address_refused') return refused(error)
  return sendLater(facts, error, sendAgainAt(facts))
}

function mayHaveArrived(facts: AttemptFacts, error: StudioError, outcome: 'unknown' | 'interrupted'): AttemptDecision {
  // Setting a like twice is setting it once. What is deleted with its post is looked at first: then the story can say how it is.
  if (isRepeatable(facts.job.kind) && facts.job.about === undefined) return { ...sendLater(facts, error, sendAgainAt(facts)), outcome }
  const nextAttemptAt = facts.now + (lookDelays[0] ?? 0)
  return { event: 'outcome_lost', outcome, failure: error, changes: { nextAttemptAt, looks: 0, nones: 0, failedLooks: 0 } }
}

/** Certainly nothing arrived: once more at that time, unless that is too late to go without asking. */
export function sendLater(facts: AttemptFacts, error: StudioError | null, at: number, attempts = facts.job.attempts): AttemptDecision {
  // Planned for that time like anything else.
  if (isPlannedFrom(facts, at)) return { event: 'not_delivered', outcome: 'failed', failure: null, changes: { attempts: 0, nextAttemptAt: facts.job.dueAt } }
  if (at < facts.deadline) return { event: 'not_delivered', outcome: 'failed', failure: error, changes: { attempts, nextAttemptAt: at } }
  const event = facts.job.kind === 'publish_post' ? 'became_late' : 'refused'
  return { event, outcome: 'failed', failure: error, changes: { attempts, nextAttemptAt: null } }
}

/** It got another time while it was on its way. */
function isPlannedFrom({ job }: AttemptFacts, at: number): boolean {
  return job.isPlanned && job.dueAt > at
}

export function confirmed(remoteId: string | null, remoteUrl: string | null): AttemptDecision {
  return { event: 'confirmed', outcome: 'published', failure: null, changes: { nextAttemptAt: null, remoteId, remoteUrl, pendingToken: null } }
}

export function accepted(facts: AttemptFacts, { token, askAgainAfterMs, waitsForPerson }: { token: string; askAgainAfterMs: number | null; waitsForPerson?: true }): AttemptDecision {
  const nextAttemptAt = waitsForPerson === true ? null : facts.now + (askAgainAfterMs ?? defaultPendingDelayMs)
  // What was certainly not there before this send may be there now.
  return { event: 'accepted', outcome: 'pending', failure: null, changes: { nextAttemptAt, pendingToken: token, nones: 0, failedLooks: 0 } }
}

export function refused(error: StudioError, changes: AttemptDecision['changes'] = {}): AttemptDecision {
  return { event: 'refused', outcome: 'failed', failure: error, changes: { nextAttemptAt: null, ...changes } }
}
