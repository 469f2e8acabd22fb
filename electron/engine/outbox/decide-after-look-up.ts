import { assertNever } from '../../../shared/errors/assert-never.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { isRepeatable } from '../../../shared/outbox/job-nature.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { AttemptDecision, AttemptFacts } from './attempt-facts.ts'
import { accepted, confirmed, refused, sendLater } from './decide-after-send.ts'
import { isLostInRestoration } from './lost-in-restoration.ts'
import { afterRateLimit, backSoonMs, isKeyGood, isOverdue, lookAgainAt, lookDelays, maxFailedLooks, maxKeyedSends, maxRefusedSends, sendAgainAt } from './retry-times.ts'

/**
 * The second half of the ladder. Found: done. Not there, or nobody can tell, and the key makes a repeat harmless: send again with the same key.
 * Not there, without such a key: only after every look of `lookDelays` said so, one after the other. Nobody can tell: the user is asked.
 * What was taken back meanwhile is never sent again: certainly not there, it is cancelled.
 */
export function decideAfterLookUp(facts: AttemptFacts): AttemptDecision {
  const { answer, job } = facts
  switch (answer.kind) {
    case 'done':
      return confirmed(answer.remoteId, answer.remoteUrl)
    case 'pending':
      // Nobody but the person knows: a card would tell them to publish what they may have published.
      if (answer.waitsForPerson === true && isLostInRestoration(job.failure)) return stillUnknown(job.failure, 'unknown', { nextAttemptAt: null })
      return accepted(facts, answer)
    case 'not_there':
      return decideAfterNotThere(facts)
    case 'cannot_tell':
      return decideAfterCannotTell(facts, job.failure ?? notKnown, 'unknown')
    case 'interrupted':
      return stillUnknown(job.failure, 'interrupted', { nextAttemptAt: facts.now })
    case 'unsendable':
      return stillUnknown(answer.error, 'failed', { nextAttemptAt: null })
    case 'failed':
      return decideAfterFailedLook(facts, answer.failure)
    default:
      return assertNever(answer, 'answer to a look-up')
  }
}

const notKnown = studioError('unexpected_answer', 'the network cannot tell whether it arrived')

function decideAfterNotThere(facts: AttemptFacts): AttemptDecision {
  const { job, now } = facts
  const nones = job.nones + 1
  // `looks` is not counted up: it says how often nobody could tell, and three clear answers must not use that up.
  const counted = { nones, failedLooks: 0 }
  if (mayRepeat(facts) || nones >= lookDelays.length) return withCounts(sendAgain(facts, 'not_found'), counted)
  return stillUnknown(job.failure, 'not_found', { ...counted, nextAttemptAt: now + (lookDelays[nones] ?? 0) })
}

function decideAfterCannotTell(facts: AttemptFacts, error: StudioError, outcome: 'unknown' | 'failed'): AttemptDecision {
  const { job, now } = facts
  const counted = { looks: job.looks + 1, nones: 0 }
  if (mayRepeat(facts) && job.attempts < maxKeyedSends) return withCounts(sendAgain(facts, outcome), counted)
  // Where nothing can be looked up, a second look tells no more than the first.
  const nextLook = facts.idempotency === 'ask' ? undefined : lookDelays[counted.looks]
  return stillUnknown(error, outcome, { ...counted, nextAttemptAt: nextLook === undefined ? null : now + nextLook })
}

/** The key makes a repeat harmless, or twice is the same as once, and it would still go by itself: one look is enough then. */
function mayRepeat(facts: AttemptFacts): boolean {
  return facts.job.cancelReason === null && (isRepeatable(facts.job.kind) || isKeyGood(facts)) && againAt(facts) < facts.deadline
}

function againAt(facts: AttemptFacts): number {
  return facts.job.attempts < 2 ? facts.now : sendAgainAt(facts)
}

/** At once the first time; a network that keeps swallowing sends gets more and more rest, and is given up in the end. */
function sendAgain(facts: AttemptFacts, outcome: AttemptDecision['outcome']): AttemptDecision {
  const { job } = facts
  if (job.cancelReason !== null) return { event: 'dropped', outcome, failure: null, changes: {} }
  if (job.attempts >= maxKeyedSends) return { ...refused(job.failure ?? notKnown), outcome }
  return { ...sendLater(facts, job.failure, againAt(facts)), outcome }
}

function decideAfterFailedLook(facts: AttemptFacts, failure: NetworkFailure): AttemptDecision {
  const { job, now, canReach } = facts
  const failedLooks = job.failedLooks + 1
  switch (failure.kind) {
    case 'rejected':
      return decideAfterCannotTell(facts, failure.error, 'failed')
    case 'rate_limited':
      return stillUnknown(failure.error, 'failed', { nextAttemptAt: afterRateLimit(failure.until, facts) })
    case 'auth_revoked':
      return stillUnknown(failure.error, 'failed', { nextAttemptAt: null, awaitsLogin: true })
    case 'auth_expired':
      if (failedLooks >= maxRefusedSends) return stillUnknown(failure.error, 'failed', { nextAttemptAt: null, awaitsLogin: true })
      return stillUnknown(failure.error, 'failed', { failedLooks, nextAttemptAt: lookAgainAt(facts) })
    case 'not_sent':
      // No fault of the network's: it is looked up as soon as it can be reached.
      if (failure.error.code === 'offline' || !canReach) return stillUnknown(job.failure, 'offline', { nextAttemptAt: now + backSoonMs })
      // A server that nothing else is wrong with may be away for a day; one that is gone for good is never reached again, and then somebody has to know.
      return stillUnknown(failure.error, 'failed', { failedLooks, nextAttemptAt: failedLooks >= maxFailedLooks && isOverdue(facts) ? null : lookAgainAt(facts) })
    // A page instead of an answer is a network's bad hour (or a hotel's login page): it passes, or the user is asked in the end.
    case 'bug':
    case 'server_error':
    case 'unknown_outcome':
      return stillUnknown(failure.error, 'failed', { failedLooks, nextAttemptAt: failedLooks >= maxFailedLooks ? null : lookAgainAt(facts) })
    default:
      return assertNever(failure, 'network failure')
  }
}

function stillUnknown(failure: StudioError | null, outcome: AttemptDecision['outcome'], changes: AttemptDecision['changes']): AttemptDecision {
  return { event: 'outcome_lost', outcome, failure, changes }
}

function withCounts(decision: AttemptDecision, counted: AttemptDecision['changes']): AttemptDecision {
  return { ...decision, changes: { ...decision.changes, ...counted } }
}
