import { describe, expect, it } from 'vitest'
import { retryAfter } from '../../../electron/engine/networks/retry-after.ts'

const now = Date.UTC(2026, 10, 21, 9)
const inSeconds = (headers: Record<string, string>): number => (retryAfter(headers, now) - now) / 1000

describe('retryAfter', () => {
  it.each([
    ['seconds', { 'retry-after': '30' }, 30],
    ['a date', { 'retry-after': 'Sat, 21 Nov 2026 09:02:00 GMT' }, 120],
    ['a Mastodon date', { 'x-ratelimit-reset': '2026-11-21T09:05:00.000000Z' }, 300],
    ['a Bluesky epoch', { 'ratelimit-reset': String(now / 1000 + 45) }, 45],
    ['seconds from now', { 'ratelimit-reset': '45' }, 45],
    ['both, the first wins', { 'retry-after': '10', 'x-ratelimit-reset': '2026-11-21T09:05:00Z' }, 10],
    ['X’s epoch', { 'x-rate-limit-reset': String(now / 1000 + 90) }, 90],
    ['a server whose clock is two minutes behind ours', { 'x-ratelimit-reset': '2026-11-21T09:03:00Z', date: 'Sat, 21 Nov 2026 08:58:00 GMT' }, 300],
    ['a part of a millisecond, never sooner', { 'ratelimit-reset': '45.0001' }, 45.001],
    ['nothing', {}, 60],
    ['nonsense', { 'retry-after': 'soon' }, 60],
    ['the past', { 'retry-after': 'Sat, 21 Nov 2020 09:02:00 GMT' }, 1],
    ['next year', { 'retry-after': '99999999' }, 86_400]
  ])('%s', (_, headers, seconds) => {
    expect(inSeconds(headers as Record<string, string>)).toBe(seconds)
  })
})
