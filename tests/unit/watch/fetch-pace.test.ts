import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delayAfterFailure, nextFetchDelay } from '../../../electron/engine/watch/next-fetch-delay.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.UTC(2026, 10, 21, 9)
const everyHours = (gap: number, newest = 0): number[] => Array.from({ length: 20 }, (_, index) => now - (newest + index * gap) * hour)
const delay = (publishedAt: readonly number[], askedIntervalMs: number | null = null): number => nextFetchDelay({ publishedAt, now, askedIntervalMs, fraction: 0.5 })

describe('nextFetchDelay', () => {
  it('follows the pace of the feed, between a quarter of an hour and six hours', () => {
    expect(delay(everyHours(0.1))).toBe(15 * minute)
    expect(delay(everyHours(3))).toBe(90 * minute)
    expect(delay(everyHours(48))).toBe(6 * hour)
    expect(delay([])).toBe(hour)
  })

  it('asks a feed that has fallen silent less often', () => {
    expect(delay(everyHours(1, 24))).toBe(3 * hour)
  })

  it('hears the publisher’s wish, up to six hours', () => {
    expect(delay(everyHours(0.1), 2 * hour)).toBe(2 * hour)
    expect(delay(everyHours(0.1), 48 * hour)).toBe(6 * hour)
  })

  it('always lies within its bounds and a tenth more or less', () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: now })), fraction, (publishedAt, dice) => {
        const found = nextFetchDelay({ publishedAt, now, askedIntervalMs: null, fraction: dice })
        expect(found).toBeGreaterThanOrEqual(13.5 * minute)
        expect(found).toBeLessThanOrEqual(6.6 * hour)
      })
    )
  })
})

describe('delayAfterFailure', () => {
  it('doubles from a quarter of an hour to a day', () => {
    expect([1, 2, 3, 20].map((failures) => delayAfterFailure(failures, 0.5) / minute)).toEqual([15, 30, 60, 1440])
  })
})
