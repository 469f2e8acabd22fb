import { expect, test } from 'vitest'
import { callWord } from '../../../renderer/features/queue/story/call-word.ts'
import { firstTimeOf, lateAttempt, storyLines } from '../../../renderer/features/queue/story/story-lines.ts'
import type { JobAttempt } from '../../../shared/outbox/job.ts'
import { momentOf } from '../../../shared/outbox/job-moment.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

const attempt = (id: string, startedAt: number): JobAttempt => ({ id, jobId: 'j', startedAt, endedAt: startedAt, step: 'send', outcome: 'offline', failure: null, detail: null, calls: null })

test('attempts and what lay between them stand in the order of time, what led to an attempt before it, what followed behind it', () => {
  const lines = storyLines([attempt('a', 5), attempt('b', 20)], [{ at: 5, kind: 'waits_for_network', until: null, reason: '' }, { at: 20, kind: 'network_back', until: null, reason: '' }])
  expect(lines.map((line) => (line.kind === 'attempt' ? line.attempt.id : line.moment.kind))).toEqual(['a', 'waits_for_network', 'network_back', 'b'])
})

test.each([
  [200, 'accepted'], [201, 'accepted'], [302, 'elsewhere'], [400, 'refused'], [401, 'no_access'], [403, 'refused'], [429, 'slow_down'], [500, 'trouble'], [503, 'trouble']
])('an answer of %i is told in words: %s', (status, word) => {
  expect(callWord({ status, reached: true })).toBe(word)
})

test('without an answer it matters whether it can have arrived', () => {
  expect([callWord({ status: null, reached: true }), callWord({ status: null, reached: false })]).toEqual(['no_answer', 'not_reached'])
})

test.each([
  ['on_hold', 'held'], ['approval_missing', 'lacks_approval'], ['refused_by_client', 'refused_by_client'], ['over_cap', 'over_cap']
] as const)('what stopped it is named: %s', (code, kind) => {
  const failure = studioError(code, '', { details: { reason: code === 'on_hold' ? 'Storm' : '' } })
  expect(momentOf({ event: 'stopped', before: { state: 'queued' }, after: { dueAt: 7, awaitsLogin: false, failure } })).toEqual({ kind, until: null, reason: code === 'on_hold' ? 'Storm' : '' })
})

test('a refusal by the network is told by its attempt; one without an attempt says that the access is missing', () => {
  const after = { dueAt: 7, awaitsLogin: true, failure: null }
  expect(momentOf({ event: 'refused', before: { state: 'sending' }, after })).toBeNull()
  expect(momentOf({ event: 'refused', before: { state: 'queued' }, after })?.kind).toBe('no_access')
})

test('the first line tells the time it was first planned for, and that is no line of its own', () => {
  const moments = [{ at: 1, kind: 'planned_for', until: 40, reason: '' }, { at: 5, kind: 'moved', until: 90, reason: '' }] as const
  expect(firstTimeOf({ dueAt: 90 }, moments)).toBe(40)
  expect(firstTimeOf({ dueAt: 90 }, [])).toBe(90)
  expect(storyLines([], moments)).toMatchObject([{ kind: 'moment', moment: { kind: 'moved', until: 90 } }])
})

test('a post that left late says so at the attempt that sent it, unless its story tells why already', () => {
  const minute = 60_000
  const first = attempt('a', 5 * minute)
  expect(lateAttempt({ dueAt: 4 * minute }, [first], [])).toBe(first)
  expect(lateAttempt({ dueAt: 4 * minute }, [first], [{ at: minute, kind: 'moved', until: 4 * minute, reason: '' }])).toBe(first)
  expect(lateAttempt({ dueAt: 5 * minute - 5_000 }, [first], [])).toBeNull()
  expect(lateAttempt({ dueAt: 4 * minute }, [first], [{ at: 4 * minute, kind: 'waits_for_network', until: null, reason: '' }])).toBeNull()
  expect(lateAttempt({ dueAt: 4 * minute, part: { number: 2, of: 3 } }, [first], [])).toBeNull()
  expect(lateAttempt({ dueAt: 4 * minute }, [{ ...attempt('l', 4 * minute), step: 'look_up' }, first], [])).toBeNull()
  expect(lateAttempt({ dueAt: 4 * minute }, [], [])).toBeNull()
})
