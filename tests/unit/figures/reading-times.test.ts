import { expect, test } from 'vitest'
import { countsOf } from '../../../shared/figures/figures.ts'
import { nextReadingAt, readingAges } from '../../../shared/figures/reading-times.ts'

const hour = 3_600_000
const out = Date.UTC(2026, 10, 21, 9)

test('figures are read first after an hour, then more and more seldom, and not after a month', () => {
  expect(nextReadingAt(out, null)).toBe(out + hour)
  const times: number[] = []
  for (let at = nextReadingAt(out, null); at !== null; at = nextReadingAt(out, at)) times.push(at - out)
  expect(times).toEqual(readingAges)
  const gaps = times.map((time, index) => time - (times[index - 1] ?? 0))
  expect(gaps.slice(2)).toEqual(gaps.slice(2).toSorted((a, b) => a - b))
  expect(nextReadingAt(out, out + 30 * 24 * hour)).toBeNull()
})

test('what was missed is made up for once', () => {
  const late = out + 5 * 24 * hour
  expect(nextReadingAt(out, null)! <= late).toBe(true)
  expect(nextReadingAt(out, late)).toBe(out + 7 * 24 * hour)
})

test('only counts are figures: what a network left out is left out, and never nought', () => {
  expect(countsOf({ likes: 3, reposts: 0, views: null, quotes: undefined, replies: -1, saves: 1.5 })).toEqual({ likes: 3, reposts: 0 })
  expect(countsOf({ views: Number.MAX_SAFE_INTEGER + 2 })).toEqual({})
})
