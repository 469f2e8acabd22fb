import { studioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { isSameQuote } from '../../../shared/posts/quote.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import type { JobRecord } from './job-record.ts'
import { isKeyGood, maxKeyedSends, sendAgainAt } from './retry-times.ts'

/** Of these jobs, those that would look the same on the network as this one, and of which something may have arrived too. */
export function twinsOf(job: JobRecord, others: readonly JobRecord[]): readonly JobRecord[] {
  const { payload } = job
  if (payload?.effect !== 'create') return []
  return others.filter(
    ({ id, payload: other }) => id !== job.id && other?.effect === 'create' && other.text === payload.text && other.replyTo?.remoteId === payload.replyTo?.remoteId && other.media.length === payload.media.length && JSON.stringify(other.poll) === JSON.stringify(payload.poll) && isSameQuote(other.quote, payload.quote) && other.format === payload.format
  )
}

/** By the network, of itself: not for its time, nor until a person does something there. */
export function isBeingWorkedOn({ state, handOver, nextAttemptAt }: JobRecord): boolean {
  return state === 'pending_at_network' && handOver === null && nextAttemptAt !== null
}

interface TwinFacts {
  readonly job: JobRecord
  readonly twins: readonly JobRecord[]
  /** Of those that say the same: given to the network for its time, or worked on there, and nobody knows under which name they are out. */
  readonly unnamedThere: readonly JobRecord[]
  readonly idempotency: NetworkCapabilities['idempotency']
  readonly now: number
  /** Up to when it still goes by itself. */
  readonly deadline: number
}

const twinInDoubt = studioError('unexpected_answer', 'something with the same words is in doubt on this account', { retryable: true, details: { reason: 'too_early' } })
const waitForTwin: AttemptAnswer = { kind: 'failed', failure: { kind: 'server_error', error: twinInDoubt } }

/**
 * What a look by words finds may be the twin's; taken for this one's, the twin's key would later give the same one again, and two intents would be one
 * publication. A key tells them apart, so whoever has a good one is sent again instead of being looked for, and who has none waits for the other. null: look.
 */
export function answerBesideTwins({ job, twins, unnamedThere, idempotency, now, deadline }: TwinFacts): AttemptAnswer | null {
  const isUnnamed = unnamedThere.length > 0
  // Only once that one is found is it known not to be this one's.
  if (idempotency === 'look_up' && (isUnnamed || twins.some((twin) => isSentAfter(twin, job)))) return waitForTwin
  if (idempotency !== 'idempotency_header' || (twins.length === 0 && !isUnnamed)) return null
  // The key of what was given up is used no more: it tells nothing apart.
  const usesKey = (one: JobRecord): boolean => one.cancelReason === null && isKeyGood({ idempotency, job: one, now })
  if (now < deadline && usesKey(job)) return goesAgainBefore(deadline, job, now) ? { kind: 'cannot_tell' } : waitForTwin
  return isUnnamed || twins.some(usesKey) ? waitForTwin : null
}

/**
 * What the later one made lies within the time that this one is looked for in, and not the other way round: the later one looks first, and no two ever wait for each other.
 */
function isSentAfter({ firstSentAt }: Pick<JobRecord, 'firstSentAt'>, { lastSentAt }: Pick<JobRecord, 'lastSentAt'>): boolean {
  return firstSentAt !== null && lastSentAt !== null && firstSentAt > lastSentAt
}

/** Whatever chance makes of its rest between two sends. */
function goesAgainBefore(deadline: number, job: JobRecord, now: number): boolean {
  return job.attempts < maxKeyedSends && (job.attempts < 2 || sendAgainAt({ now, job, fraction: 1 }) < deadline)
}

const namedTwice = studioError('unexpected_answer', 'the network named the publication of another job', { retryable: true })

export interface KnownAsAnothers {
  isOut(remoteId: string): boolean
  /** The network works on it for another job, or publishes it for another one at its time. */
  isPromised(token: string): boolean
}

/** One publication is one job's: a network that gives the same one for two is not believed. */
export function believed(answer: AttemptAnswer, known: KnownAsAnothers): AttemptAnswer {
  return isOfAnother(answer, known) ? { kind: 'failed', failure: { kind: 'unknown_outcome', error: namedTwice } } : answer
}

function isOfAnother(answer: AttemptAnswer, { isOut, isPromised }: KnownAsAnothers): boolean {
  if (answer.kind === 'done') return answer.remoteId !== null && isOut(answer.remoteId)
  // What a person has to do has no name of its own.
  return answer.kind === 'pending' && answer.waitsForPerson !== true && isPromised(answer.token)
}
