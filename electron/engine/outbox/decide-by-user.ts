import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { JobStep } from '../../../shared/outbox/move-job.ts'
import { undoUntil } from '../../../shared/outbox/undo-window.ts'
import { lookDelays } from './retry-times.ts'
import { hasItsTime } from './hour-of-post.ts'
import { isByHand, type JobRecord } from './job-record.ts'

export interface DecisionFacts {
  readonly now: number
  readonly mayRefreshIntent: boolean
  readonly undoSeconds: number
  /** The account cannot be reached now: up to then it still leaves by itself, see `promisedUntil`. */
  readonly promisedUntil?: number | null
  /** Where it stands, as the user says it. */
  readonly remoteUrl?: string | null
}

export type UserDecision = RequestInput<'outbox.decide'>['decision']

/**
 * What follows from the user's answer: a change, `already` when it has come true before (the answer to the first call was lost), or
 * `impossible` in the job's state.
 */
export type DecisionEffect =
  | { readonly kind: 'change'; readonly event: JobStep; readonly changes: Partial<JobRecord> }
  | { readonly kind: 'drop' }
  | { readonly kind: 'already' }
  | { readonly kind: 'impossible' }

/**
 * `mayRefreshIntent`: nothing of it can have reached the network, so it may go out as something new. What is sent by one press of a button can be taken back
 * for `undoSeconds`, like any other send; a send after the user looked was asked for twice and leaves at once.
 */
export function decideByUser(job: JobRecord, decision: UserDecision, facts: DecisionFacts): DecisionEffect {
  const { now, remoteUrl = null } = facts
  switch (decision) {
    case 'publish_now':
      return job.state === 'missed' || job.state === 'held' ? sendNow(job, facts) : orAlready(isOnItsWayOrOut(job, now))
    case 'try_again':
      return job.state === 'failed' ? sendNow(job, facts) : orAlready(isOnItsWayOrOut(job, now))
    case 'send_again': {
      if (job.state !== 'unknown_outcome') return orAlready(isOnItsWayOrOut(job, now))
      // The user looked; that counts as all the looks. Key and `intentAt` stay, so that a network with keys is safe in any case.
      return sendNow({ ...job, nones: lookDelays.length }, { ...facts, mayRefreshIntent: false, undoSeconds: 0 })
    }
    case 'look_again':
      return job.state === 'unknown_outcome'
        ? { kind: 'change', event: 'outcome_lost', changes: { nextAttemptAt: now, looks: 0, nones: 0, failedLooks: 0, awaitsLogin: false } }
        : { kind: 'impossible' }
    case 'it_is_there':
      return maySayItIsThere(job)
        ? { kind: 'change', event: 'confirmed', changes: { nextAttemptAt: null, failure: null, awaitsLogin: false, pendingToken: null, ...(remoteUrl === null ? {} : { remoteUrl }) } }
        : orAlready(job.state === 'published')
    case 'drop':
      return canDrop(job) ? { kind: 'drop' } : orAlready(job.state === 'cancelled')
  }
}

/** Of a deletion nobody says so: Vigie looks, and to make it twice is to make it once. Other words and a pin a person can see. */
function maySayItIsThere(job: JobRecord): boolean {
  return (job.state === 'unknown_outcome' && (job.about === undefined || job.kind !== 'delete')) || isByHand(job)
}

/** A request on its way cannot be called back, and what the network took cannot be taken from it here. */
function canDrop(job: JobRecord): boolean {
  const { state } = job
  return isByHand(job) || (state !== 'sending' && state !== 'pending_at_network' && state !== 'published' && state !== 'cancelled')
}

function sendNow(job: JobRecord, { now, mayRefreshIntent, undoSeconds, promisedUntil = null }: DecisionFacts): DecisionEffect {
  const wait = undoUntil({ kind: job.kind, dueAt: now, now, undoSeconds })
  const dueAt = wait ?? now
  const changes: Partial<JobRecord> = {
    dueAt,
    nextAttemptAt: dueAt,
    undoUntil: wait,
    promisedUntil: isOfWords(job.kind) ? promisedUntil : null,
    beforeNow: wait === null ? null : beforeNow(job),
    isPlanned: false,
    attempts: 0,
    failure: null,
    awaitsLogin: false,
    nones: job.nones,
    cancelReason: null,
    // They were asked, and say so.
    isDoubtful: false,
    ...(mayRefreshIntent ? { intentAt: dueAt } : {})
  }
  return { kind: 'change', event: 'asked_again', changes }
}

/** What it asks as it stands, or the hour it has; null where nobody could say afterwards what it was. A part behind another one follows that one. */
export function beforeNow(job: JobRecord): JobRecord['beforeNow'] {
  const { state, dueAt, intentAt, isPlanned, attempts, awaitsLogin, isDoubtful, failure, part } = job
  if (state !== 'missed' && state !== 'held' && state !== 'failed' && state !== 'queued') return null
  if (state === 'queued' && !hasItsTime(job)) return null
  // The parts behind it are no longer in doubt from here on, and nobody knows which of them were.
  return isDoubtful && part !== undefined ? null : { state, dueAt, intentAt, isPlanned, attempts, awaitsLogin, isDoubtful, failure }
}

function isOnItsWayOrOut(job: JobRecord, now: number): boolean {
  if (job.state === 'queued' || job.state === 'waiting_for_network') return job.dueAt <= now || job.undoUntil !== null
  return job.state === 'sending' || job.state === 'published'
}

function orAlready(isTrue: boolean): DecisionEffect {
  return { kind: isTrue ? 'already' : 'impossible' }
}
