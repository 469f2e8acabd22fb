import { expect, test } from 'vitest'
import { decideRestart } from '../../../../electron/main/engine/restart-policy.ts'

const minute = 60_000

test.each([
  [0, 500],
  [1, 2_000],
  [2, 10_000]
])('after %i restarts waits %i ms', (restarts, delay) => {
  expect(decideRestart({ restarts, readySince: null }, 0)).toEqual({ kind: 'restart', delay, restarts: restarts + 1 })
})

test('gives up after the third restart', () => {
  expect(decideRestart({ restarts: 3, readySince: null }, 0)).toEqual({ kind: 'give_up' })
})

test('forgets earlier failures after five minutes of health, not before', () => {
  expect(decideRestart({ restarts: 3, readySince: minute }, 6 * minute)).toEqual({ kind: 'restart', delay: 500, restarts: 1 })
  expect(decideRestart({ restarts: 3, readySince: minute }, 6 * minute - 1)).toEqual({ kind: 'give_up' })
})
