import { assertNever } from '../../../shared/errors/assert-never.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { AttemptDecision, AttemptFacts } from './attempt-facts.ts'
import { accepted, confirmed, refused } from './decide-after-send.ts'
import { afterRateLimit, backSoonMs, isOverdue, lookAgainAt, looksBeforeAsking } from './retry-times.ts'

/**
 * After asking how far the network is with what it took: it is never sent again from here, and a day without an end asks the user. The day counts only once somebody
 * could ask: a computer that slept over it, and meets a bad minute when it wakes, asks again.
 */
export function decideAfterResume(facts: AttemptFacts): AttemptDecision {
  const { answer, job, now } = facts
  switch (answer.kind) {
    case 'done':
      return confirmed(answer.remoteId, answer.remoteUrl)
    case 'pending':
      return isOverdue(facts) ? neverEnded(facts) : accepted(facts, answer)
    case 'interrupted':
      return askLater(job.failure, 'interrupted', { nextAttemptAt: now })
    // The network no longer knows the token: what became of it is to be looked up.
    case 'not_there':
    case 'cannot_tell':
      return { event: 'outcome_lost', outcome: 'unknown', failure: job.failure, changes: { nextAttemptAt: now, looks: 0, nones: 0, failedLooks: 0 } }
    case 'unsendable':
      return { event: 'outcome_lost', outcome: 'failed', failure: answer.error, changes: { nextAttemptAt: null } }
    case 'failed':
      return decideAfterFailure(facts, answer.failure)
    default:
      return assertNever(answer, 'answer to a resume')
  }
}

function neverEnded({ job }: AttemptFacts): AttemptDecision {
  return { event: 'outcome_lost', outcome: 'unknown', failure: job.failure ?? noEnd, changes: { nextAttemptAt: null } }
}

const noEnd = studioError('timeout', 'the network did not come to an end with it within a day')

function decideAfterFailure(facts: AttemptFacts, failure: NetworkFailure): AttemptDecision {
  const failedLooks = facts.job.failedLooks + 1
  const isGivenUp = isOverdue(facts) && failedLooks >= looksBeforeAsking
  switch (failure.kind) {
    case 'rejected':
      return refused(failure.error)
    case 'rate_limited':
      return askLater(failure.error, 'failed', { nextAttemptAt: afterRateLimit(failure.until, facts) })
    case 'auth_revoked':
      return askLater(failure.error, 'failed', { nextAttemptAt: null, awaitsLogin: true })
    case 'not_sent':
      if (failure.error.code === 'offline' || !facts.canReach) return askLater(facts.job.failure, 'offline', { nextAttemptAt: facts.now + backSoonMs })
      return isGivenUp ? neverEnded(facts) : askLater(failure.error, 'failed', { failedLooks, nextAttemptAt: lookAgainAt(facts) })
    case 'auth_expired':
    case 'server_error':
    case 'unknown_outcome':
    case 'bug':
      return isGivenUp ? neverEnded(facts) : askLater(failure.error, 'failed', { failedLooks, nextAttemptAt: lookAgainAt(facts) })
    default:
      return assertNever(failure, 'network failure')
  }
}

function askLater(failure: StudioError | null, outcome: AttemptDecision['outcome'], changes: AttemptDecision['changes']): AttemptDecision {
  return { event: 'accepted', outcome, failure, changes }
}
