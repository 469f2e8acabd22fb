import { assertNever } from '../../../../shared/errors/assert-never.ts'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { backoffDelay } from '../../polling/backoff.ts'
import type { CannotTell, GoneThere, PublishedThere, WaitingThere } from '../../networks/network-scheduler.ts'
import type { NetworkFailure } from '../../networks/network-failure.ts'
import { lookDelays, looksBeforeAsking } from '../retry-times.ts'
import type { HandOverRecord } from './hand-over-record.ts'

export type HandOverStep = 'hand' | 'find' | 'read' | 'move' | 'cancel'
export type HandOverAnswer = WaitingThere | PublishedThere | GoneThere | CannotTell | { readonly kind: 'failed'; readonly failure: NetworkFailure }

/** What becomes of the job and of its row. */
export type HandOverDecision =
  /** Something remains to be done, or looked at, later. */
  | { readonly kind: 'later'; readonly changes: Partial<HandOverRecord> }
  /** It waits there. `movedTo`: somebody gave it another time there, which counts now. */
  | { readonly kind: 'waits_there'; readonly changes: Partial<HandOverRecord>; readonly movedTo: number | null }
  /** Certainly nothing of it is there: it goes from here again. */
  | { readonly kind: 'back'; readonly noticed: HandOverRecord['noticed']; readonly failure: StudioError | null }
  | { readonly kind: 'published'; readonly remoteId: string; readonly url: string | null }
  /** It was deleted there before its time: the user is asked, and nothing goes out. */
  | { readonly kind: 'removed_there' }
  /** Its time is over, and nobody knows what became of it. `nones`: how often in a row it was certainly nowhere. */
  | { readonly kind: 'lost'; readonly nones: number }

export interface HandOverFacts {
  readonly record: HandOverRecord
  readonly now: number
  /** The network takes nothing that is due sooner than this. */
  readonly minAheadMs: number
  /** In [0, 1): spreads retries. */
  readonly fraction: number
}

const second = 1000
const minute = 60 * second
/** Between two looks at what waits there. */
const lookEveryMs = 30 * minute
/** A network is a little late with what it publishes itself. */
const punctualityMs = 20 * second
const looksBeforeRepeat = 3
/** A call that was cut off does not arrive later than this. */
const settledMs = 80 * second
/** Looked for at least this long after its time, however often. */
const searchedMs = 190 * second
/** So long after its time a network may still publish it; then the user is asked. */
const patienceMs = 24 * 60 * minute
/** Of what may never have been given to it, the user is asked sooner: meanwhile it goes from nowhere. */
const patienceInDoubtMs = 30 * minute

/** The next thing to do; `back`: it is too late, or not needed any more, to hand it over. */
export function nextHandOverStep({ record, now, minAheadMs }: HandOverFacts): HandOverStep | 'back' | 'nothing' {
  const { wish, scheduledId, isUncertain, dueAt } = record
  if (wish === 'none' || wish === 'lost') return 'nothing'
  if (scheduledId === null) {
    if (isUncertain) return 'find'
    return wish === 'hand_over' && dueAt - now >= minAheadMs ? 'hand' : 'back'
  }
  if (wish === 'take_back') return 'cancel'
  // A time too near for the network: it comes back and goes from here.
  if (wish === 'move') return dueAt - now >= minAheadMs ? 'move' : 'cancel'
  return 'read'
}

/** What follows from the answer. Pure: the same facts, the same decision. */
export function decideHandOver(step: HandOverStep, answer: HandOverAnswer, facts: HandOverFacts): HandOverDecision {
  switch (answer.kind) {
    case 'published':
      return { kind: 'published', remoteId: answer.remoteId, url: answer.url }
    case 'waiting':
      return waitsThere(step, answer, facts)
    case 'gone':
      return isGone(step, facts)
    case 'cannot_tell':
      return lookLater(facts, null)
    case 'failed':
      return hasFailed(step, answer.failure, facts)
    default:
      return assertNever(answer, 'answer to a hand-over')
  }
}

function waitsThere(step: HandOverStep, { scheduledId, dueAt, isChanged }: WaitingThere, { record, now }: HandOverFacts): HandOverDecision {
  const wasMovedThere = step === 'read' && record.wish === 'stay' && Math.abs(dueAt - record.askedDueAt) >= minute
  const noticed = isChanged ? 'changed_there' : wasMovedThere ? 'moved_there' : record.noticed
  // What a restored file knows by its name may wait there under another one too.
  const isUncertain = record.scheduledId !== null && record.isUncertain
  const known = { scheduledId, isUncertain, askedDueAt: dueAt, dueUntil: dueAt, tries: 0, nones: 0, failure: null, noticed }
  if (record.wish === 'take_back') return { kind: 'waits_there', changes: { ...known, nextAt: now }, movedTo: null }
  if (wasMovedThere) return { kind: 'waits_there', changes: { ...known, wish: 'stay', dueAt, nextAt: lookAt(dueAt, now) }, movedTo: dueAt }
  // The user moved it while it was on its way.
  if (Math.abs(dueAt - record.dueAt) >= minute) return { kind: 'waits_there', changes: { ...known, wish: 'move', nextAt: now }, movedTo: null }
  // The network never got to it, or this computer's clock is wrong: it is called back before anybody is asked, so that no answer makes a second one.
  if (now > record.dueAt + patienceMs) return { kind: 'waits_there', changes: { ...known, wish: 'take_back', afterReturn: 'wait_here', nextAt: now }, movedTo: null }
  return { kind: 'waits_there', changes: { ...known, wish: 'stay', nextAt: lookAt(dueAt, now) }, movedTo: null }
}

/** Before its time every half hour, then soon after it, then every minute. */
function lookAt(dueAt: number, now: number): number {
  const after = dueAt + punctualityMs
  return after > now ? Math.min(now + lookEveryMs, after) : now + minute
}

function isGone(step: HandOverStep, { record, now }: HandOverFacts): HandOverDecision {
  if (now >= record.askedDueAt - minute) return goneAfterItsTime(record, now)
  // Under this name: it may wait there under another one.
  if (step === 'cancel') return record.isUncertain ? { kind: 'later', changes: { scheduledId: null, tries: 0, nones: 0, nextAt: now } } : backHere()
  return step === 'find' ? nothingArrived(record, now) : { kind: 'removed_there' }
}

/** Handed over again, or back where it came from. */
function nothingArrived(record: HandOverRecord, now: number): HandOverDecision {
  const nones = record.nones + 1
  // One look may come too early, and so may several when the user presses a button in between: they have to lie apart. The key makes a repeat
  // harmless for about an hour, the looks do so after it.
  const sentAt = Math.min(record.sentAt ?? 0, now)
  if (nones < looksBeforeRepeat || now - sentAt < settledMs) return { kind: 'later', changes: { nones, sentAt, nextAt: now + (lookDelays[Math.min(nones, 2)] ?? 0) } }
  return record.wish === 'hand_over' ? { kind: 'later', changes: { isUncertain: false, nones: 0, nextAt: now } } : backHere()
}

function backHere(): HandOverDecision {
  return { kind: 'back', noticed: null, failure: null }
}

/** It may be published and not shown yet: looked for several times; then only the user can tell whether it was deleted there or never went out. */
function goneAfterItsTime(record: HandOverRecord, now: number): HandOverDecision {
  const nones = record.nones + 1
  const delay = lookDelays[nones]
  // Of several times that it may have had, the last one that can have come.
  const lastTime = now >= record.dueUntil - minute ? record.dueUntil : record.askedDueAt
  if (delay === undefined && now >= lastTime + searchedMs) return { kind: 'lost', nones }
  return { kind: 'later', changes: { nones, nextAt: now + (delay ?? minute) } }
}

function hasFailed(step: HandOverStep, failure: NetworkFailure, facts: HandOverFacts): HandOverDecision {
  const { now } = facts
  const { error } = failure
  switch (failure.kind) {
    case 'rate_limited':
      return { kind: 'later', changes: { ...certain(step), failure: error, nextAt: Math.max(failure.until, now + second) } }
    // Looked at again when the account is connected anew.
    case 'auth_revoked':
      return step === 'hand' ? { kind: 'back', noticed: 'not_taken', failure: error } : { kind: 'later', changes: { failure: error, nextAt: null } }
    case 'not_sent':
    case 'auth_expired':
    case 'server_error':
      return lookLater(facts, error, certain(step))
    case 'rejected':
      if (step === 'hand') return { kind: 'back', noticed: 'not_taken', failure: error }
      return lookLater(facts, error)
    case 'unknown_outcome':
    case 'bug':
      return lookLater(facts, error)
    default:
      return assertNever(failure, 'network failure')
  }
}

/** A hand-over that certainly did not arrive may be sent again. */
function certain(step: HandOverStep): Partial<HandOverRecord> {
  return step === 'hand' ? { isUncertain: false } : {}
}

function lookLater({ record, now, fraction }: HandOverFacts, error: StudioError | null, more: Partial<HandOverRecord> = {}): HandOverDecision {
  const tries = record.tries + 1
  // A computer that slept over the day, and meets a bad minute when it wakes, looks again.
  if (now > Math.max(record.dueAt, record.dueUntil) + (mayBeNowhere(record) ? patienceInDoubtMs : patienceMs) && tries >= looksBeforeAsking) return { kind: 'lost', nones: record.nones }
  return { kind: 'later', changes: { ...more, tries, failure: error ?? record.failure, nextAt: now + backoffDelay(tries, fraction, { first: 6 * second, longest: 10 * minute }) } }
}

/** Nothing was ever seen of it there, and nothing is to wait there any more. */
function mayBeNowhere({ wish, scheduledId, isUncertain }: HandOverRecord): boolean {
  return scheduledId === null && isUncertain && (wish === 'doubt' || wish === 'take_back')
}

/** For the job's row and for people: why it asks. */
export const removedThere = studioError('removed_at_network', 'it is neither among the scheduled posts of the network nor published there')
