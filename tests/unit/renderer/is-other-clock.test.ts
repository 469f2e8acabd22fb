import { expect, test } from 'vitest'
import { isOtherClock } from '../../../renderer/language/is-other-clock.ts'

test('clocks are compared at the moment itself, not zones by name', () => {
  const november = Date.UTC(2026, 10, 23, 14)
  expect(isOtherClock(november, 'America/Toronto', 'Europe/Paris')).toBe(true)
  expect(isOtherClock(november, 'Europe/Brussels', 'Europe/Paris')).toBe(false)
  // Only one of the two has summer time.
  expect(isOtherClock(november, 'Africa/Lagos', 'Europe/Paris')).toBe(false)
  expect(isOtherClock(Date.UTC(2026, 6, 1), 'Africa/Lagos', 'Europe/Paris')).toBe(true)
})
