import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { createFormats } from '../../../renderer/language/formats.ts'
import { isNoSuchDay, readDate, readDateTime, writeDateTime } from '../../../renderer/language/typed-date-time.ts'

const locales = ['en-GB', 'fr-FR'] as const
const context = (locale: string, current = '2026-11-25T14:00') => ({ locale, today: '2026-11-21', current })

describe.each(locales)('a date typed in %s', (locale) => {
  test('is understood as it is written, on every day of two years and at every quarter of an hour', () => {
    const formats = createFormats(locale, () => Date.UTC(2026, 10, 21))
    const start = Temporal.PlainDateTime.from('2026-01-01T00:00')
    for (let step = 0; step < 730; step += 1) {
      const value = start.add({ days: step, minutes: (step * 15) % 1440 }).toString({ smallestUnit: 'minute' })
      expect(readDateTime(writeDateTime(value, formats), context(locale))).toBe(value)
      expect(readDate(writeDateTime(value.slice(0, 10), formats), context(locale))).toBe(value.slice(0, 10))
    }
  })

  test.each([
    ['2026-11-28T09:30', '2026-11-28T09:30'],
    ['2026-11-28 09:30', '2026-11-28T09:30'],
    ['28/11/2026 9:30', '2026-11-28T09:30'],
    ['28.11.2026 09h30', '2026-11-28T09:30'],
    ['28/11 9h', '2026-11-28T09:00'],
    ['28/11', '2026-11-28T14:00'],
    ['3/1 9h', '2027-01-03T09:00'],
    ['29/2 9h', '2028-02-29T09:00'],
    ['16:45', '2026-11-25T16:45'],
    ['  28 / 11  9:30', null],
    ['28/11/2026 25:00', null],
    ['28/11/2026 9:60', null],
    ['30/02/2026 9:00', null],
    ['28/11/20', null],
    ['28/11/2026 9', null],
    ['28', null],
    ['9', null],
    ['', null],
    ['hello', null]
  ])('%s is %s', (typed, value) => {
    expect(readDateTime(typed, context(locale))).toBe(value)
  })
})

test.each([
  ['fr-FR', 'demain 9h30', '2026-11-22T09:30'],
  ['fr-FR', 'aujourd’hui à 18 h 05', '2026-11-21T18:05'],
  ['fr-FR', 'samedi 28 novembre à 9h', '2026-11-28T09:00'],
  ['fr-FR', '1er déc. 8h', '2026-12-01T08:00'],
  ['fr-FR', '14 août 2027 8h', '2027-08-14T08:00'],
  ['fr-FR', '3 jui 8h', null],
  ['fr-FR', '3 juil. 8h', '2027-07-03T08:00'],
  ['fr-FR', 'jeudi 18h', '2026-11-26T18:00'],
  ['fr-FR', 'lundi à 9h', '2026-11-23T09:00'],
  ['fr-FR', 'mar. 9h', '2026-11-24T09:00'],
  ['fr-FR', 'demain 9', '2026-11-22T09:00'],
  ['fr-FR', 'demain à 18', '2026-11-22T18:00'],
  ['fr-FR', 'demain 25', null],
  ['fr-FR', 'après-demain 9 h 30', '2026-11-23T09:30'],
  ['fr-FR', 'Après-demain à 9', '2026-11-23T09:00'],
  ['fr-FR', 'lundi 9', null],
  ['fr-FR', 'demain midi', '2026-11-22T12:00'],
  ['fr-FR', 'lundi à midi', '2026-11-23T12:00'],
  ['en-GB', 'tomorrow at 9', '2026-11-22T09:00'],
  ['en-GB', 'the day after tomorrow 9:30', '2026-11-23T09:30'],
  ['en-GB', 'Friday noon', '2026-11-27T12:00'],
  ['fr-FR', 'samedi 9h', '2026-11-28T09:00'],
  ['en-GB', 'Thursday 6pm', '2026-11-26T18:00'],
  ['en-GB', 'T 6pm', null],
  ['en-GB', 'tomorrow 9:30', '2026-11-22T09:30'],
  ['en-GB', 'Nov 28 at 2pm', '2026-11-28T14:00'],
  ['en-GB', 'Saturday, 28 November 2026, 12:15 am', '2026-11-28T00:15'],
  ['en-GB', '1st December 12pm', '2026-12-01T12:00'],
  ['en-GB', '28 Nov 13pm', null]
])('in %s “%s” is %s', (locale, typed, value) => {
  expect(readDateTime(typed, context(locale))).toBe(value)
})

test('a day alone keeps the hour there is, else takes nine o’clock; an hour alone keeps the day, else today', () => {
  expect(readDateTime('28/11', context('en-GB', ''))).toBe('2026-11-28T09:00')
  expect(readDateTime('16:45', context('en-GB', ''))).toBe('2026-11-21T16:45')
})

test('stands in a field in the studio’s language, with 24 hours in both', () => {
  expect(writeDateTime('2026-11-28T14:30', createFormats('fr-FR', () => Date.UTC(2026, 10, 21)))).toBe('sam. 28 nov. 2026, 14:30')
  expect(writeDateTime('2026-11-28T14:30', createFormats('en-GB', () => Date.UTC(2026, 10, 21)))).toBe('Sat 28 Nov 2026, 14:30')
  expect(writeDateTime('2026-11-28', createFormats('en-GB', () => Date.UTC(2026, 10, 21)))).toBe('Sat 28 Nov 2026')
  expect(writeDateTime('', createFormats('en-GB', () => Date.UTC(2026, 10, 21)))).toBe('')
})

test.each([
  ['30 février', 'fr-FR', true],
  ['31/11/2026 9h', 'fr-FR', true],
  ['29 février', 'fr-FR', false],
  ['29/02/2027', 'fr-FR', true],
  ['bientôt', 'fr-FR', false],
  ['february 30 9:00', 'en-GB', true],
  ['40 monday', 'en-GB', false]
])('%s names a day that does not exist in %s: %s', (typed, locale, isNone) => {
  expect(isNoSuchDay(typed, { locale })).toBe(isNone)
})
