import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfLocalDay, isKnownTimeZone, resolveLocalTime, toLocalDateTime } from '../../../shared/schedule/local-time.ts'

const at = (iso: string): number => new Date(iso).getTime()

describe('resolveLocalTime', () => {
  test.each([
    ['2026-11-21T09:00', 'Europe/Paris', { kind: 'exact', instant: at('2026-11-21T08:00Z'), localDateTime: '2026-11-21T09:00' }],
    ['2026-07-21T09:00', 'Europe/Paris', { kind: 'exact', instant: at('2026-07-21T07:00Z'), localDateTime: '2026-07-21T09:00' }],
    ['2026-11-21T09:00', 'Asia/Kathmandu', { kind: 'exact', instant: at('2026-11-21T03:15Z'), localDateTime: '2026-11-21T09:00' }],
    // The clocks go from 02:00 to 03:00: 02:30 is moved forward by the hour that is missing.
    ['2026-03-29T02:30', 'Europe/Paris', { kind: 'gap', instant: at('2026-03-29T01:30Z'), localDateTime: '2026-03-29T03:30' }],
    ['2026-03-08T02:00', 'America/New_York', { kind: 'gap', instant: at('2026-03-08T07:00Z'), localDateTime: '2026-03-08T03:00' }],
    // Half an hour only on Lord Howe.
    ['2026-10-04T02:10', 'Australia/Lord_Howe', { kind: 'gap', instant: at('2026-10-03T15:40Z'), localDateTime: '2026-10-04T02:40' }],
    // Comes twice: the first is taken.
    ['2026-10-25T02:30', 'Europe/Paris', { kind: 'overlap', instant: at('2026-10-25T00:30Z'), laterInstant: at('2026-10-25T01:30Z'), localDateTime: '2026-10-25T02:30' }]
  ])('%s in %s', (localDateTime, timeZone, expected) => {
    expect(resolveLocalTime(localDateTime, timeZone)).toEqual(expected)
  })

  test.each([
    ['2026-02-30T09:00', 'Europe/Paris'],
    ['2026-13-01T09:00', 'Europe/Paris'],
    ['2026-11-21T24:30', 'Europe/Paris'],
    ['2026-11-21T09:00', 'Europe/Atlantis']
  ])('refuses %s in %s', (localDateTime, timeZone) => {
    expect(resolveLocalTime(localDateTime, timeZone)).toEqual({ kind: 'unreadable' })
  })

  test('what it gives is what the clocks of the zone show at that moment, whatever it was', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
    fc.assert(
      fc.property(fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2040-01-01T00:00Z') }), fc.constantFrom(...zones), (instant, zone) => {
        const resolved = resolveLocalTime(toLocalDateTime(instant, zone), zone)
        if (resolved.kind !== 'exact' && resolved.kind !== 'overlap') return false
        const minute = Math.floor(instant / 60_000) * 60_000
        return resolved.instant === minute || (resolved.kind === 'overlap' && resolved.laterInstant === minute)
      })
    )
  })
})

test('endOfLocalDay knows days of 23 and 25 hours', () => {
  expect(endOfLocalDay(at('2026-03-29T00:30Z'), 'Europe/Paris')).toBe(at('2026-03-29T22:00Z'))
  expect(endOfLocalDay(at('2026-10-25T00:30Z'), 'Europe/Paris')).toBe(at('2026-10-25T23:00Z'))
})

test('isKnownTimeZone', () => {
  expect(isKnownTimeZone('Europe/Paris')).toBe(true)
  expect(isKnownTimeZone('Mars/Olympus')).toBe(false)
})
