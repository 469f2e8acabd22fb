import { describe, expect, it } from 'vitest'
import { limitsAfterReading, tellsLimits, type ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { limitsAges, limitsRetryMs, shouldReadLimits } from '../../../shared/accounts/limits-age.ts'

const silent: ServerLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const full: ServerLimits = {
  maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4, tags: { maxCount: 5, maxEach: 20 },
  poll: { maxChoices: 4, maxChoice: 50, minMinutes: 5, maxMinutes: 43_829 }, media: { maxImageBytes: 16_000_000, maxVideoBytes: 99_000_000, maxAltText: 1500 }
}

describe('what is known after a reading', () => {
  it('is what the server says now, smaller or larger', () => {
    const other: ServerLimits = { maxCharacters: 300, charactersPerUrl: 30, maxMedia: 16, tags: { maxCount: 0, maxEach: 10 }, poll: { maxChoices: 8, maxChoice: 25, minMinutes: 10, maxMinutes: 60 }, media: { maxImageBytes: 1, maxVideoBytes: 2, maxAltText: 3 } }
    expect(limitsAfterReading(full, other)).toEqual(other)
    expect(limitsAfterReading(silent, full)).toEqual(full)
  })

  it('stays as it was in whatever the server does not say', () => {
    expect(limitsAfterReading(full, silent)).toEqual(full)
    expect(limitsAfterReading(full, { ...silent, maxMedia: 6, poll: { maxChoices: 3, maxChoice: null, minMinutes: null, maxMinutes: null }, media: { maxImageBytes: null, maxVideoBytes: null, maxAltText: 900 }, tags: { maxCount: null, maxEach: 9 } })).toEqual({
      ...full, maxMedia: 6, poll: { ...full.poll, maxChoices: 3 }, media: { ...full.media, maxAltText: 900 }, tags: { maxCount: 5, maxEach: 9 }
    })
    expect(limitsAfterReading(silent, silent)).toEqual(silent)
  })

  it('keeps which films it takes, and none of them is an answer too', () => {
    const media = { maxImageBytes: null, maxVideoBytes: null, maxAltText: null }
    const known: ServerLimits = { ...silent, media: { ...media, videoTypes: ['video/mp4'] } }
    expect(limitsAfterReading({ ...silent, media: { ...media, maxVideoMs: 1000 } }, { ...silent, media }).media?.maxVideoMs).toBe(1000)
    expect([tellsLimits(silent), tellsLimits({ ...silent, media }), tellsLimits({ ...silent, media: { ...media, maxVideoMs: 1000 } })]).toEqual([false, false, true])
    expect(limitsAfterReading(known, { ...silent, media }).media?.videoTypes).toEqual(['video/mp4'])
    expect(limitsAfterReading(known, { ...silent, media: { ...media, videoTypes: [] } }).media?.videoTypes).toEqual([])
  })

  it('never joins the beginning of one span of time to the end of another', () => {
    const off = (isOff?: boolean) => ({ maxChoices: null, maxChoice: null, minMinutes: null, maxMinutes: null, ...(isOff === undefined ? {} : { isOff }) })
    const turnedOff = limitsAfterReading(full, { ...silent, poll: off(true) })
    expect([turnedOff, limitsAfterReading(turnedOff, { ...silent, poll: off() }), limitsAfterReading(turnedOff, { ...silent, poll: off(false) })].map(({ poll }) => poll?.isOff)).toEqual([true, true, false])
    expect(limitsAfterReading(full, { ...silent, poll: { maxChoices: null, maxChoice: null, minMinutes: 50_000, maxMinutes: null } }).poll).toMatchObject({ minMinutes: 50_000, maxMinutes: null })
  })
})

describe('whether a server is asked for its limits', () => {
  const now = Date.UTC(2026, 10, 23, 9)
  const hour = 3_600_000
  it.each([
    ['never told', { readAt: null, failedAt: null }, true, true],
    ['told just now', { readAt: now, failedAt: null }, false, false],
    ['told a moment less than six hours ago', { readAt: now - limitsAges.composer.maxAgeMs + 1, failedAt: null }, false, false],
    ['told six hours ago', { readAt: now - limitsAges.composer.maxAgeMs, failedAt: null }, true, false],
    ['told a day ago', { readAt: now - limitsAges.background.maxAgeMs, failedAt: null }, true, true],
    ['told in the future, before the clock was set back', { readAt: now + hour, failedAt: null }, true, true],
    ['told a day ago, and silent a moment ago', { readAt: now - 24 * hour, failedAt: now - limitsRetryMs + 1 }, false, false],
    ['told a day ago, and silent a while ago', { readAt: now - 24 * hour, failedAt: now - limitsRetryMs }, true, true],
    ['silent in the future', { readAt: null, failedAt: now + hour }, true, true]
  ] as const)('%s', (_name, readings, forComposer, inBackground) => {
    expect(shouldReadLimits(readings, now, 'composer')).toBe(forComposer)
    expect(shouldReadLimits(readings, now, 'background')).toBe(inBackground)
  })

  it('has a reason for each age', () => {
    expect(Object.values(limitsAges).every(({ maxAgeMs, reason }) => maxAgeMs > 0 && reason.length > 0)).toBe(true)
  })
})
