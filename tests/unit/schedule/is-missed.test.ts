import { expect, test } from 'vitest'
import { isMissed, lateDeadline } from '../../../shared/schedule/is-missed.ts'

const minute = 60_000

test.each([
  ['not due yet', -5 * minute, 10, false],
  ['just due', 0, 10, false],
  ['late within the grace', 10 * minute - 1, 10, false],
  ['late by exactly the grace', 10 * minute, 10, true],
  ['days late', 5000 * minute, 10, true],
  ['without any grace, within the minute of the scheduler', minute - 1, 0, false],
  ['without any grace, a minute late', minute, 0, true]
])('%s', (_name, late, lateGraceMinutes, expected) => {
  expect(isMissed({ dueAt: 1_000_000_000, now: 1_000_000_000 + late, lateGraceMinutes })).toBe(expected)
})

test('the deadline is the first moment that is missed', () => {
  expect(lateDeadline(0, 15)).toBe(15 * minute)
})
