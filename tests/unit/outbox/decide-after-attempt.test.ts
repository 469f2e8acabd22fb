import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { moveJob } from '../../../shared/outbox/move-job.ts'
import type { JobState } from '../../../shared/outbox/job.ts'
import type { AttemptAnswer, AttemptFacts } from '../../../electron/engine/outbox/attempt-facts.ts'
import { decideAfterAttempt } from '../../../electron/engine/outbox/decide-after-attempt.ts'
import { lookDelays } from '../../../electron/engine/outbox/retry-times.ts'
import type { NetworkFailure } from '../../../electron/engine/networks/network-failure.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const now = 1_000_000_000_000

const error = studioError('server_error', 'scripted')
const failure = (kind: NetworkFailure['kind'], code = error.code): AttemptAnswer => ({
  kind: 'failed',
  failure: kind === 'rate_limited' ? { kind, until: now + 5 * minute, error } : { kind, error: { ...error, code } }
})
const done: AttemptAnswer = { kind: 'done', remoteId: 'r', remoteUrl: 'u' }

function facts(answer: AttemptAnswer, changes: Partial<Omit<AttemptFacts, 'job'>> & { job?: Partial<AttemptFacts['job']> } = {}): AttemptFacts {
  return {
    answer,
    now,
    deadline: now + hour,
    canReach: true,
    idempotency: 'look_up',
    fraction: 0.5,
    ...changes,
    job: { kind: 'publish_post', attempts: 1, looks: 0, nones: 0, failedLooks: 0, firstSentAt: now - second, lastSentAt: now - second, failure: null, pendingToken: null, cancelReason: null, dueAt: now - second, isPlanned: true, ...changes.job }
  }
}

describe('after a send', () => {
  test.each<[string, AttemptFacts, object]>([
    ['done', facts(done), { event: 'confirmed', outcome: 'published', changes: { remoteId: 'r', remoteUrl: 'u' } }],
    ['pending', facts({ kind: 'pending', token: 't', askAgainAfterMs: null }), { event: 'accepted', outcome: 'pending', changes: { pendingToken: 't', nextAttemptAt: now + 10 * second } }],
    ['cut off by a crash', facts({ kind: 'interrupted' }), { event: 'outcome_lost', outcome: 'interrupted', changes: { nextAttemptAt: now + 5 * second } }],
    ['may have arrived', facts(failure('unknown_outcome')), { event: 'outcome_lost', outcome: 'unknown', changes: { looks: 0, nones: 0, failedLooks: 0 } }],
    ['may have arrived, whatever the key', facts(failure('unknown_outcome'), { idempotency: 'client_chosen_id' }), { event: 'outcome_lost' }],
    ['an answer nobody understands', facts(failure('bug')), { event: 'outcome_lost', outcome: 'unknown' }],
    ['not sent, offline', facts(failure('not_sent', 'unreachable'), { canReach: false }), { event: 'network_gone', outcome: 'offline', failure: null, changes: { attempts: 0, nextAttemptAt: null } }],
    ['refused as offline, but the network is back', facts(failure('not_sent', 'offline')), { event: 'not_delivered', changes: { attempts: 0, nextAttemptAt: now + 2 * second } }],
    ['not sent, server down', facts(failure('not_sent', 'unreachable')), { event: 'not_delivered', outcome: 'failed', changes: { attempts: 1, nextAttemptAt: now + 15 * second } }],
    ['not sent, third time', facts(failure('not_sent', 'unreachable'), { job: { attempts: 3 } }), { event: 'not_delivered', changes: { nextAttemptAt: now + minute } }],
    ['not sent, and the next try would be too late', facts(failure('not_sent', 'unreachable'), { deadline: now + second }), { event: 'became_late', changes: { nextAttemptAt: null } }],
    ['a reply, not sent for a day', facts(failure('not_sent', 'unreachable'), { deadline: now + second, job: { kind: 'reply' } }), { event: 'refused' }],
    ['an address that is never called', facts(failure('not_sent', 'address_refused')), { event: 'refused' }],
    ['rate limited', facts(failure('rate_limited')), { event: 'not_delivered', changes: { attempts: 0, nextAttemptAt: now + 5 * minute + second } }],
    ['rate limited beyond the deadline', facts(failure('rate_limited'), { deadline: now + minute }), { event: 'became_late' }],
    ['revoked', facts(failure('auth_revoked')), { event: 'refused', changes: { awaitsLogin: true, nextAttemptAt: null } }],
    ['expired', facts(failure('auth_expired')), { event: 'not_delivered' }],
    ['expired again and again', facts(failure('auth_expired'), { job: { attempts: 4 } }), { event: 'refused', changes: { awaitsLogin: true } }],
    ['rejected', facts(failure('rejected')), { event: 'refused', outcome: 'failed', failure: error, changes: { nextAttemptAt: null } }],
    ['server error', facts(failure('server_error')), { event: 'not_delivered' }],
    ['server error, fourth time', facts(failure('server_error'), { job: { attempts: 4 } }), { event: 'refused' }],
    ['a like that may have arrived', facts(failure('unknown_outcome'), { job: { kind: 'like' } }), { event: 'not_delivered', outcome: 'unknown' }],
    ['a like cut off by a crash', facts({ kind: 'interrupted' }, { job: { kind: 'unlike' } }), { event: 'not_delivered', outcome: 'interrupted' }],
    ['server error, and it got another time meanwhile', facts(failure('server_error'), { deadline: now + 25 * hour, job: { dueAt: now + 24 * hour } }), { event: 'not_delivered', failure: null, changes: { attempts: 0, nextAttemptAt: now + 24 * hour } }],
    ['not sent, offline, and it got another time meanwhile', facts(failure('not_sent', 'unreachable'), { canReach: false, deadline: now + 25 * hour, job: { dueAt: now + 24 * hour } }), { event: 'not_delivered', changes: { nextAttemptAt: now + 24 * hour } }],
    ['server error of what was sent at once, after the clock went back', facts(failure('server_error'), { deadline: now + 25 * hour, job: { dueAt: now + 24 * hour, isPlanned: false } }), { event: 'not_delivered', changes: { nextAttemptAt: now + 15 * second } }],
    ['an image that is gone', facts({ kind: 'unsendable', error }), { event: 'refused' }]
  ])('%s', (_name, given, expected) => {
    expect(decideAfterAttempt('send', given)).toMatchObject(expected)
  })
})

describe('after a look-up', () => {
  const none: AttemptAnswer = { kind: 'not_there' }
  const cannotTell: AttemptAnswer = { kind: 'cannot_tell' }
  test.each<[string, AttemptFacts, object]>([
    ['found', facts(done), { event: 'confirmed' }],
    ['not there, first look, no key', facts(none), { event: 'outcome_lost', outcome: 'not_found', changes: { nones: 1, nextAttemptAt: now + 25 * second } }],
    ['not there, last look', facts(none, { job: { nones: 3, looks: 3 } }), { event: 'not_delivered', outcome: 'not_found', changes: { nones: 4, nextAttemptAt: now } }],
    ['not there, last look, and it got another time meanwhile', facts(none, { deadline: now + 25 * hour, job: { nones: 3, dueAt: now + 24 * hour } }), { event: 'not_delivered', outcome: 'not_found', changes: { nones: 4, attempts: 0, nextAttemptAt: now + 24 * hour } }],
    ['not there, last look, too late', facts(none, { job: { nones: 3 }, deadline: now }), { event: 'became_late', changes: { nones: 4 } }],
    ['not there, own id', facts(none, { idempotency: 'client_chosen_id' }), { event: 'not_delivered', changes: { nones: 1, nextAttemptAt: now } }],
    ['not there, header key young', facts(none, { idempotency: 'idempotency_header' }), { event: 'not_delivered' }],
    ['not there, header key too old', facts(none, { idempotency: 'idempotency_header', job: { firstSentAt: now - 51 * minute } }), { event: 'outcome_lost' }],
    ['not there, header key from the future', facts(none, { idempotency: 'idempotency_header', job: { firstSentAt: now + minute } }), { event: 'outcome_lost' }],
    ['not there, own id, but too late to go by itself: all looks first', facts(none, { idempotency: 'client_chosen_id', deadline: now }), { event: 'outcome_lost' }],
    ['not there, own id, swallowed ten times', facts(none, { idempotency: 'client_chosen_id', job: { attempts: 10 } }), { event: 'refused', outcome: 'not_found' }],
    ['nobody can tell, no key', facts(cannotTell, { job: { nones: 2 } }), { event: 'outcome_lost', outcome: 'unknown', changes: { looks: 1, nones: 0 } }],
    ['nobody can tell, after three clear answers', facts(cannotTell, { job: { looks: decideAfterAttempt('look_up', facts(none, { job: { nones: 2 } })).changes.looks ?? 0, nones: 3 } }), { event: 'outcome_lost', changes: { looks: 1, nones: 0, nextAttemptAt: now + 25 * second } }],
    ['nobody can tell, fourth time', facts(cannotTell, { job: { looks: 3 } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['nobody can tell, and the network shows nothing: the user is asked at once', facts(cannotTell, { idempotency: 'ask' }), { event: 'outcome_lost', changes: { looks: 1, nextAttemptAt: null } }],
    ['nobody can tell, own id', facts(cannotTell, { idempotency: 'client_chosen_id' }), { event: 'not_delivered' }],
    ['nobody can tell, own id, too late', facts(cannotTell, { idempotency: 'client_chosen_id', deadline: now, job: { looks: 3 } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['nobody can tell, own id, swallowed ten times', facts(cannotTell, { idempotency: 'client_chosen_id', job: { attempts: 10, looks: 3 } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['the look is refused', facts(failure('rejected')), { event: 'outcome_lost', outcome: 'failed' }],
    ['the look is rate limited', facts(failure('rate_limited')), { event: 'outcome_lost', changes: { nextAttemptAt: now + 5 * minute + second } }],
    ['the access is revoked', facts(failure('auth_revoked')), { event: 'outcome_lost', changes: { awaitsLogin: true, nextAttemptAt: null } }],
    ['offline', facts(failure('not_sent', 'unreachable'), { canReach: false }), { event: 'outcome_lost', outcome: 'offline' }],
    ['a server that is away for hours', facts(failure('not_sent', 'unreachable'), { job: { failedLooks: 30, lastSentAt: now - 23 * hour } }), { event: 'outcome_lost', changes: { nextAttemptAt: expect.any(Number) } }],
    ['a server that is away for more than a day', facts(failure('not_sent', 'unreachable'), { job: { failedLooks: 30, lastSentAt: now - 25 * hour } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['a day slept over, and a server that is away for the first time', facts(failure('not_sent', 'unreachable'), { job: { lastSentAt: now - 60 * hour } }), { event: 'outcome_lost', changes: { nextAttemptAt: expect.any(Number) } }],
    ['server error', facts(failure('server_error')), { event: 'outcome_lost', changes: { failedLooks: 1 } }],
    ['a page instead of an answer', facts(failure('bug'), { job: { looks: 3 } }), { event: 'outcome_lost', outcome: 'failed', changes: { failedLooks: 1, nextAttemptAt: expect.any(Number) } }],
    ['server error, twentieth time', facts(failure('server_error'), { job: { failedLooks: 19 } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['cut off by a crash', facts({ kind: 'interrupted' }), { event: 'outcome_lost', outcome: 'interrupted', changes: { nextAttemptAt: now } }]
  ])('%s', (_name, given, expected) => {
    expect(decideAfterAttempt('look_up', given)).toMatchObject(expected)
  })
})

describe('after asking for what is pending', () => {
  test.each<[string, AttemptFacts, object]>([
    ['done', facts(done), { event: 'confirmed' }],
    ['still at work', facts({ kind: 'pending', token: 't', askAgainAfterMs: minute }), { event: 'accepted', changes: { nextAttemptAt: now + minute } }],
    ['the network gave it up', facts(failure('rejected')), { event: 'refused' }],
    ['the network cannot be asked', facts(failure('server_error')), { event: 'accepted', outcome: 'failed' }],
    ['the access is revoked', facts(failure('auth_revoked')), { event: 'accepted', changes: { awaitsLogin: true, nextAttemptAt: null } }],
    ['there is nobody to ask', facts({ kind: 'cannot_tell' }), { event: 'outcome_lost', changes: { nextAttemptAt: now } }],
    ['after a day', facts({ kind: 'pending', token: 't', askAgainAfterMs: null }, { job: { lastSentAt: now - 25 * hour } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['after a day of which nobody asked', facts(failure('server_error'), { job: { lastSentAt: now - 60 * hour, failedLooks: 1 } }), { event: 'accepted', changes: { failedLooks: 2 } }],
    ['the same, and the engine died', facts({ kind: 'interrupted' }, { job: { lastSentAt: now - 60 * hour } }), { event: 'accepted', changes: { nextAttemptAt: now } }],
    ['after a day, and one look after the other failed', facts(failure('server_error'), { job: { lastSentAt: now - 25 * hour, failedLooks: 7 } }), { event: 'outcome_lost', changes: { nextAttemptAt: null } }],
    ['after a day there is nobody to ask: it is looked for', facts({ kind: 'cannot_tell' }, { job: { lastSentAt: now - 25 * hour } }), { event: 'outcome_lost', changes: { nextAttemptAt: now } }]
  ])('%s', (_name, given, expected) => {
    expect(decideAfterAttempt('resume', given)).toMatchObject(expected)
  })
})

describe('whatever happens', () => {
  const failures = fc.constantFrom(...(['not_sent', 'unknown_outcome', 'rate_limited', 'auth_expired', 'auth_revoked', 'rejected', 'server_error', 'bug'] as const)).map((kind) => failure(kind))
  const anyFacts = fc
    .record({
      answer: fc.oneof(failures, fc.constant<AttemptAnswer>({ kind: 'interrupted' }), fc.constant(done), fc.constant<AttemptAnswer>({ kind: 'not_there' }), fc.constant<AttemptAnswer>({ kind: 'cannot_tell' })),
      idempotency: fc.constantFrom('client_chosen_id' as const, 'idempotency_header' as const, 'look_up' as const, 'ask' as const),
      canReach: fc.boolean(),
      deadline: fc.integer({ min: now - hour, max: now + 24 * hour }),
      fraction: fc.double({ min: 0, max: 0.999, noNaN: true }),
      kind: fc.constantFrom('publish_post' as const, 'reply' as const, 'like' as const),
      attempts: fc.integer({ min: 1, max: 15 }),
      nones: fc.integer({ min: 0, max: 5 }),
      looks: fc.integer({ min: 0, max: 8 }),
      failedLooks: fc.integer({ min: 0, max: 25 }),
      age: fc.integer({ min: -hour, max: 3 * hour })
    })
    .map(({ answer, idempotency, canReach, deadline, fraction, age, ...job }) => facts(answer, { idempotency, canReach, deadline, fraction, job: { ...job, firstSentAt: now - age, lastSentAt: now - age } }))

  const stateOf = { send: 'sending', look_up: 'unknown_outcome', resume: 'pending_at_network' } as const satisfies Record<string, JobState>
  const isForStep = (step: keyof typeof stateOf, { answer, job }: AttemptFacts): boolean =>
    step === 'send' ? answer.kind !== 'not_there' && answer.kind !== 'cannot_tell' : job.kind !== 'like'

  test.each(['send', 'look_up', 'resume'] as const)('the state of a %s allows what is decided, and nothing happens in the past', (step) => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        fc.pre(isForStep(step, given))
        const decision = decideAfterAttempt(step, given)
        const next = decision.changes.nextAttemptAt ?? null
        return moveJob(stateOf[step], decision.event) !== null && (next === null || next >= now) && (decision.changes.attempts ?? 0) >= 0
      })
    )
  })

  test('without a key nothing that may have arrived is sent again before every look said "not there"', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const look = { ...given, idempotency: 'look_up' as const }
        fc.pre(isForStep('look_up', look))
        const decision = decideAfterAttempt('look_up', look)
        if (decision.event !== 'not_delivered' && decision.event !== 'became_late') return true
        return given.answer.kind === 'not_there' && given.job.nones + 1 >= lookDelays.length
      })
    )
  })

  test('a send that may have arrived is never simply sent again', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        fc.pre(given.job.kind !== 'like')
        const { answer } = given
        const isUncertain = answer.kind === 'interrupted' || (answer.kind === 'failed' && (answer.failure.kind === 'unknown_outcome' || answer.failure.kind === 'bug'))
        fc.pre(isUncertain)
        return decideAfterAttempt('send', given).event === 'outcome_lost'
      })
    )
  })
})
