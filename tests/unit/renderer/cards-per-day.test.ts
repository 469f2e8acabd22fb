import { expect, test } from 'vitest'
import { cardsPerDay, pictureHeights } from '../../../renderer/features/calendar/cards-per-day.ts'

test('a day of the month shows at least one card, and more as the window grows', () => {
  expect([0, 300, 690, 860, 1100].map(cardsPerDay)).toEqual([1, 1, 1, 2, 3])
})

const post = (id: string, day: string, hasPicture = true) => ({ id, day, hasPicture })

test('a picture takes what its day leaves free, and no more', () => {
  const posts = [post('alone', '1'), post('without', '2', false), post('beside', '2'), post('a', '3'), post('b', '3'), post('c', '3')]
  // The lower the window, the fewer: none, one under a lone card, one beside a second card; three cards leave no room.
  expect([...pictureHeights(600, posts)]).toEqual([])
  expect([...pictureHeights(690, posts)]).toEqual([['alone', 37]])
  expect([...pictureHeights(830, posts)]).toEqual([['alone', 60]])
  expect([...pictureHeights(1100, posts)]).toEqual([['alone', 72], ['beside', 62]])
})

test('the earlier pictures are drawn where not all can be', () => {
  const three = [post('a', '1'), post('b', '1'), post('c', '1')]
  expect([...pictureHeights(1400, three)]).toEqual([['a', 34], ['b', 34]])
  expect([...pictureHeights(2000, three)].map(([id]) => id)).toEqual(['a', 'b', 'c'])
})
