import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffDelay, withJitter } from '../../../electron/engine/polling/backoff.ts'
import { nextDelay } from '../../../electron/engine/polling/next-delay.ts'

describe('backoffDelay', () => {
  it('doubles from half a minute to half an hour', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 200].map((failures) => backoffDelay(failures, 0.5) / 1000)
    expect(delays).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
  })

  it('stays within a fifth of the middle, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, fraction) => {
        const delay = backoffDelay(failures, fraction)
        expect(delay).toBeGreaterThanOrEqual(24_000)
        expect(delay).toBeLessThanOrEqual(2_160_000)
      })
    )
  })
})

describe('withJitter', () => {
  it('spreads evenly to both sides', () => {
    expect([0, 0.5, 0.75].map((fraction) => withJitter(1000, fraction, 0.1))).toEqual([900, 1000, 1050])
  })
})

describe('nextDelay', () => {
  it('asks more often while somebody looks', () => {
    expect(nextDelay({ pace: 'background', pollAgainAfterMs: null, fraction: 0.5 })).toBe(300_000)
    expect(nextDelay({ pace: 'watched', pollAgainAfterMs: null, fraction: 0.5 })).toBe(45_000)
  })

  it('never asks sooner than the server wishes', () => {
    expect(nextDelay({ pace: 'watched', pollAgainAfterMs: 120_000, fraction: 0 })).toBe(120_000)
    expect(nextDelay({ pace: 'watched', pollAgainAfterMs: 1_000, fraction: 0.5 })).toBe(45_000)
  })
})
