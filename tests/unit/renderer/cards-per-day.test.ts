import { expect, test } from 'vitest'
import { limitPerDay, pictureHeights } from '../../../renderer/features/calendar/cards-per-day.ts'

test('a day of the month shows at least one card, and more as the window grows', () => {
  const most = (height: number) => {
    const { dayMaxEvents, dayMaxEventRows } = limitPerDay(height)
    return dayMaxEvents === false ? dayMaxEventRows : dayMaxEvents
  }
  expect([0, 300, 690, 726, 860, 1100].map(most)).toEqual([1, 1, 2, 2, 2, 3])
})

test('where two cards fit, but not with the count below them, a day of two shows both and a day of three one', () => {
  // Room for 90 px of cards in a day: two of 42 px, or one and the count.
  expect(limitPerDay(726)).toEqual({ dayMaxEvents: false, dayMaxEventRows: 2 })
  // With the count as well: two, whatever else the day holds.
  expect(limitPerDay(860)).toEqual({ dayMaxEvents: 2, dayMaxEventRows: false })
})

const post = (id: string, day: string, hasPicture = true) => ({ id, day, hasPicture })

test('a picture takes what its day leaves free, and no more', () => {
  const posts = [post('alone', '1'), post('without', '2', false), post('beside', '2'), post('a', '3'), post('b', '3'), post('c', '3')]
  // The lower the window, the fewer: none, one under a lone card, one beside a second card; three cards leave no room.
  expect([...pictureHeights(590, posts)]).toEqual([])
  expect([...pictureHeights(690, posts)]).toEqual([['alone', 39]])
  expect([...pictureHeights(830, posts)]).toEqual([['alone', 62]])
  expect([...pictureHeights(1100, posts)]).toEqual([['alone', 72], ['beside', 65]])
})

test('the earlier pictures are drawn where not all can be', () => {
  const three = [post('a', '1'), post('b', '1'), post('c', '1')]
  expect([...pictureHeights(1340, three)]).toEqual([['a', 31], ['b', 31]])
  expect([...pictureHeights(2000, three)].map(([id]) => id)).toEqual(['a', 'b', 'c'])
})
