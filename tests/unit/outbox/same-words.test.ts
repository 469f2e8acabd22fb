import { expect, test } from 'vitest'
import type { JobRecord } from '../../../electron/engine/outbox/job-record.ts'
import { maxKeyedSends } from '../../../electron/engine/outbox/retry-times.ts'
import { answerBesideTwins } from '../../../electron/engine/outbox/same-words.ts'

const second = 1000
const minute = 60 * second
const now = 100 * minute

function job(changes: Partial<JobRecord> = {}): JobRecord {
  return {
    id: 'one', kind: 'publish_post', state: 'unknown_outcome', accountId: 'a', postId: 'p', conversationId: null, itemId: null, afterJobId: null, excerpt: '', dueAt: now - minute, nextAttemptAt: now, attempts: 1,
    failure: null, remoteUrl: null, finishedAt: null, idempotencyKey: 'k', intentAt: 5, payload: null, payloadText: '', isPlanned: true, undoUntil: null, promisedUntil: null, beforeNow: null, cancelReason: null, textDigest: null, firstSentAt: now - minute,
    lastSentAt: now - minute, looks: 0, nones: 0, failedLooks: 0, awaitsLogin: false, pendingToken: null, handOver: null, remoteId: null, createdAt: 0, isDoubtful: false, ...changes
  }
}

const twin = job({ id: 'other', postId: 'q' })
const old: Partial<JobRecord> = { firstSentAt: now - 60 * minute }
const beside = (one: JobRecord, ...twins: readonly JobRecord[]) => answerBesideTwins({ job: one, twins, unnamedThere: [], idempotency: 'idempotency_header', now, deadline: now + 5 * minute })?.kind ?? 'look'

test('without a twin, or where no key tells twins apart, it is looked for', () => {
  expect(beside(job())).toBe('look')
  const lookedFor = { job: job(), twins: [twin], idempotency: 'look_up', now, deadline: now + minute } as const
  expect(answerBesideTwins({ ...lookedFor, unnamedThere: [] })).toBeNull()
  expect(answerBesideTwins({ ...lookedFor, unnamedThere: [twin] })).toMatchObject({ kind: 'failed' })
})

test('where it is looked for by its words, the one that was sent later looks first: what it made could be taken for the earlier one’s', () => {
  const [earlier, later] = [job(), job({ id: 'later', firstSentAt: now - 30 * second, lastSentAt: now - 10 * second })]
  const look = (one: JobRecord, other: JobRecord) => answerBesideTwins({ job: one, twins: [other], unnamedThere: [], idempotency: 'look_up', now, deadline: now + minute })
  expect(look(earlier, later)).toMatchObject({ kind: 'failed', failure: { error: { details: { reason: 'too_early' } } } })
  expect(look(later, earlier)).toBeNull()
  // Sent again after the other one was, each may have made what is found: both look.
  const again = { ...earlier, lastSentAt: now - 20 * second }
  expect([look(again, later), look(later, again)]).toEqual([null, null])
})

test.each<[string, Partial<JobRecord>, Partial<JobRecord>, string]>([
  ['its own key is good: sent again instead', {}, {}, 'cannot_tell'],
  ['its own is too old: it waits for the twin', old, {}, 'failed'],
  ['both are too old', old, old, 'look'],
  ['given up beside a twin that still goes', { cancelReason: 'given_up' }, {}, 'failed'],
  ['both given up: no key is used again', { cancelReason: 'given_up' }, { cancelReason: 'taken_back' }, 'look'],
  ['the twin given up, its own key good', {}, { cancelReason: 'given_up' }, 'cannot_tell'],
  // Its next send would come after the deadline: "cannot tell" would use up its looks, and a person would be asked.
  ['it rests beyond its deadline', { attempts: 7 }, {}, 'failed'],
  ['it was sent as often as it may', { attempts: maxKeyedSends }, {}, 'failed'],
  ['it rests, but not that long', { attempts: 3 }, {}, 'cannot_tell']
])('%s', (_name, own, others, answer) => {
  expect(beside(job(own), { ...twin, ...others })).toBe(answer)
})

test('one that its network may have published under a name that nobody knows: its own key tells them apart, and without one it waits', () => {
  const lookedFor = { twins: [], unnamedThere: [twin], idempotency: 'idempotency_header', now, deadline: now + 5 * minute } as const
  expect(answerBesideTwins({ ...lookedFor, job: job() })).toEqual({ kind: 'cannot_tell' })
  expect(answerBesideTwins({ ...lookedFor, job: job(old) })).toMatchObject({ kind: 'failed' })
})
