import { backoffDelay } from '../polling/backoff.ts'
import type { AttemptFacts } from './attempt-facts.ts'

const second = 1000
const minute = 60 * second

/** Waiting before the nth look for something that may have arrived, in ms: over three minutes in all. */
export const lookDelays: readonly number[] = [5 * second, 25 * second, minute, 110 * second]
/** So many looks may fail (not: say "not there") before the user is asked. */
export const maxFailedLooks = 20
/** So many sends with an answer "nothing was done" before it is given up. */
export const maxRefusedSends = 4
/** A network that is at work on what an attempt handed over is asked again then: the attempt itself has waited for minutes. */
export const atWorkDelayMs = minute
/** So many sends in all when the key makes a repeat harmless and each look says "not there". */
export const maxKeyedSends = 10
/**
 * Mastodon keeps an Idempotency-Key for an hour after the status was made (PostStatusService: 1.hour.seconds, read 2026-11-21). Ten minutes
 * are left for the difference of clocks and for the way.
 */
const headerKeyLifeMs = 50 * minute
/** How long something may be "still at work" at the network. */
const pendingPatienceMs = 24 * 60 * minute
/** Whether what was sent has had its time. The time alone decides nothing: the computer may have slept through it. */
export function isOverdue({ job, now }: Pick<AttemptFacts, 'now'> & { readonly job: Pick<AttemptFacts['job'], 'lastSentAt'> }): boolean {
  return job.lastSentAt !== null && now - job.lastSentAt > pendingPatienceMs
}
/** And so many looks in a row have to have failed by then. */
export const looksBeforeAsking = 8

/** Long enough that a disagreement about being offline never becomes a busy loop. */
export const backSoonMs = 2 * second

export const defaultPendingDelayMs = 10 * second

export function sendAgainAt({ now, job, fraction }: Pick<AttemptFacts, 'now' | 'fraction'> & { readonly job: Pick<AttemptFacts['job'], 'attempts'> }): number {
  return now + backoffDelay(job.attempts, fraction, { first: 15 * second, longest: 15 * minute })
}

export function lookAgainAt({ now, job, fraction }: AttemptFacts): number {
  return now + backoffDelay(job.failedLooks + 1, fraction, { first: 15 * second, longest: 15 * minute })
}

/** Refused jobs are spread over this time, in ms: accounts on one server must not all arrive in the same second. */
export const rateLimitSpreadMs = 2 * second

/** A little after the time the network named. */
export function afterRateLimit(until: number, { now, fraction }: AttemptFacts): number {
  return Math.max(until, now + second) + Math.round(fraction * rateLimitSpreadMs)
}

type KeyFacts = Pick<AttemptFacts, 'idempotency' | 'now'> & { readonly job: Pick<AttemptFacts['job'], 'firstSentAt'> }

/** Whether sending once more with the same key cannot make a second one, however the first send ended. */
export function isKeyGood({ idempotency, job, now }: KeyFacts): boolean {
  switch (idempotency) {
    case 'client_chosen_id':
      return true
    case 'idempotency_header': {
      if (job.firstSentAt === null) return true
      const age = now - job.firstSentAt
      // A clock that went back leaves no way to tell the key's age.
      return age >= 0 && age < headerKeyLifeMs
    }
    case 'look_up':
    case 'ask':
      return false
  }
}
