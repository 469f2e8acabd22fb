import { expect, test } from 'vitest'
import { cardsPerDay } from '../../../renderer/features/calendar/cards-per-day.ts'

test('a day of the month shows at least one card, and more as the window grows', () => {
  expect([0, 300, 690, 860, 1100].map(cardsPerDay)).toEqual([1, 1, 1, 2, 3])
})
