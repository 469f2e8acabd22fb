import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFeedDate } from '../../../shared/watch/parse-feed-date.ts'

const readable = [
  // RFC 822 and what becomes of it
  ['Sat, 21 Nov 2026 09:05:07 GMT', '2026-11-21T09:05:07.000Z'],
  ['21 Nov 2026 09:05 +0200', '2026-11-21T07:05:00.000Z'],
  ['Sat, 21 Nov 26 09:05:07 EST', '2026-11-21T14:05:07.000Z'],
  ['Thu,  1 Jan 1998 00:00:00 PDT', '1998-01-01T07:00:00.000Z'],
  ['Saturday, 21-Nov-2026 09:05:07 UTC', '2026-11-21T09:05:07.000Z'],
  ['Sat 21 Nov 2026 09:05:07 Z', '2026-11-21T09:05:07.000Z'],
  ['Sat, 21 Nov 2026 09:05:07 +01:00', '2026-11-21T08:05:07.000Z'],
  ['Sat, 21 Nov 2026 09:05:07 GMT+2', '2026-11-21T07:05:07.000Z'],
  ['Sat, 21 Nov 2026 09:05:07 -0330 (NST)', '2026-11-21T12:35:07.000Z'],
  ['Sat, 21 November 2026', '2026-11-21T00:00:00.000Z'],
  ['Sat Nov 21 09:05:07 2026', '2026-11-21T09:05:07.000Z'],
  ['Sat Nov 21 09:05:07 EST 2026', '2026-11-21T14:05:07.000Z'],
  ['Nov 21, 2026 9:05 pm', '2026-11-21T21:05:00.000Z'],
  ['November 21st, 2026', '2026-11-21T00:00:00.000Z'],
  ['Sat, 21 Nov 2026 09:05:07 XYZ', '2026-11-21T09:05:07.000Z'],
  // ISO 8601
  ['2026-11-21T09:05:07Z', '2026-11-21T09:05:07.000Z'],
  ['2026-11-21T09:05:07.123+02:00', '2026-11-21T07:05:07.123Z'],
  ['2026-11-21T09:05-0500', '2026-11-21T14:05:00.000Z'],
  ['2026-11-21 09:05:07', '2026-11-21T09:05:07.000Z'],
  ['2026-11-21', '2026-11-21T00:00:00.000Z'],
  ['2026-11', '2026-11-01T00:00:00.000Z'],
  ['2026/11/21 09:05', '2026-11-21T09:05:00.000Z'],
  ['20261121T090507Z', '2026-11-21T09:05:07.000Z'],
  ['20261121', '2026-11-21T00:00:00.000Z'],
  // other languages
  ['sam., 21 nov. 2026 09:05:07 +0100', '2026-11-21T08:05:07.000Z'],
  ['samedi 21 août 2026 à 9h05', '2026-08-21T09:05:00.000Z'],
  ['mardi 1er février 2028', '2028-02-01T00:00:00.000Z'],
  ['Mi, 3 Dez 2025 10:00:00 +0100', '2025-12-03T09:00:00.000Z'],
  ['21/11/2026 09:05', '2026-11-21T09:05:00.000Z'],
  ['11/21/2026', '2026-11-21T00:00:00.000Z'],
  ['21.11.2026', '2026-11-21T00:00:00.000Z'],
  // seconds since the epoch
  ['1795251907', '2026-11-21T09:05:07.000Z'],
  ['1795251907000', '2026-11-21T09:05:07.000Z']
] as const

describe('parseFeedDate', () => {
  it.each(readable)('reads %s', (text, expected) => {
    const instant = parseFeedDate(text)
    expect(instant === null ? null : new Date(instant).toISOString()).toBe(expected)
  })

  it.each(['', 'soon', '31 Feb 2026', '2026-13-01', '2026-11-21T25:00', '2026-11-21T10:99', '21 Foo 2026', '0000-00-00', 'Mon, 99 Nov 2026', '12'])('finds no date in %j', (text) => {
    expect(parseFeedDate(text)).toBeNull()
  })

  it('reads every date that a program writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1971-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }), (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000
        expect(parseFeedDate(date.toISOString())).toBe(date.getTime())
        expect(parseFeedDate(date.toUTCString())).toBe(seconds)
      })
    )
  })

  it('never throws and never takes long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parseFeedDate(text)))
    // So long that anything slower than one pass would not end within the test's limit.
    parseFeedDate('1 '.repeat(300_000))
    parseFeedDate(`${'a'.repeat(300_000)} 2026`)
  })
})
