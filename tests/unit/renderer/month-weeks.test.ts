import { expect, test } from 'vitest'
import { dayAfterKey, monthWeeks } from '../../../renderer/components/month-weeks.ts'

test.each([
  ['2026-11-21', '2026-10-26', '2026-12-06', 6],
  ['2027-02-14', '2027-02-01', '2027-02-28', 4],
  ['2028-02-29', '2028-01-31', '2028-03-05', 5]
])('the month of %s runs from Monday %s to Sunday %s', (day, first, last, weeks) => {
  const days = monthWeeks(day).flat()
  expect([days[0], days.at(-1), monthWeeks(day).length]).toEqual([first, last, weeks])
  expect(days).toContain(day)
})

test.each([
  ['2026-11-30', 'ArrowRight', '2026-12-01'],
  ['2026-11-01', 'ArrowLeft', '2026-10-31'],
  ['2026-11-21', 'ArrowUp', '2026-11-14'],
  ['2026-11-28', 'ArrowDown', '2026-12-05'],
  ['2026-11-21', 'Home', '2026-11-16'],
  ['2026-11-21', 'End', '2026-11-22'],
  ['2026-11-22', 'Home', '2026-11-16'],
  ['2026-03-31', 'PageUp', '2026-02-28'],
  ['2026-01-31', 'PageDown', '2026-02-28'],
  ['2026-11-21', 'Enter', null]
])('from %s %s leads to %s', (day, key, next) => {
  expect(dayAfterKey(day, key)).toBe(next)
})
