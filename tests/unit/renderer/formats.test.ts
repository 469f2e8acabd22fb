import { describe, expect, test } from 'vitest'
import { createFormats } from '../../../renderer/language/formats.ts'
import { chooseLanguage, formatLocale } from '../../../renderer/language/languages.ts'

/** 21 November 2026, 09:30 in Paris. */
const instant = Date.UTC(2026, 10, 21, 8, 30)
const paris = 'Europe/Paris'
const english = createFormats('en-GB', () => instant)
const french = createFormats('fr-FR', () => instant)

describe('dates and numbers', () => {
  test('are written as each language does', () => {
    expect(english.number(1204)).toBe('1,204')
    expect(french.number(1204)).toBe('1\u202F204')
    expect(french.time(instant, paris)).toBe('09:30')
    expect(french.longDay(instant, paris)).toBe('samedi 21 novembre 2026')
    expect(english.list(['Bluesky', 'Mastodon', 'WordPress'])).toBe('Bluesky, Mastodon and WordPress')
  })

  test('count the first of a month in French, and no other day', () => {
    const on = (month: number, day: number): number => Date.UTC(2026, month, day, 12)
    expect(french.longDay(on(11, 1), paris)).toBe('mardi 1er décembre 2026')
    expect(french.longDay(on(11, 11), paris)).toBe('vendredi 11 décembre 2026')
    expect(french.day(on(7, 1), paris)).toContain('1er août')
    expect(french.span(on(11, 1), on(11, 7), paris)).toMatch(/^1er.7 décembre 2026$/)
    expect(english.longDay(on(11, 1), paris)).toContain('1 December 2026')
  })

  test('are in the zone asked for', () => {
    expect(english.time(instant, 'America/Montreal')).toBe('03:30')
  })

  test('grow shorter the nearer they are', () => {
    const day = 86_400_000
    expect(english.recent(instant, instant + 3_600_000, paris)).toBe('09:30')
    expect(english.recent(instant, instant + day, paris)).toBe('yesterday')
    expect(french.recent(instant, instant + day, paris)).toBe('hier')
    expect(english.recent(instant, instant + 3 * day, paris)).toBe('Saturday')
    expect(english.recent(instant, instant + 20 * day, paris)).toBe('21 Nov')
    expect(english.recent(instant, instant + 400 * day, paris)).toBe('21 Nov 2026')
  })

  test('say day and hour of what is planned, near days in words', () => {
    const day = 86_400_000
    expect(english.moment(instant, instant - 3_600_000, paris)).toBe('today, 09:30')
    expect(english.moment(instant, instant - day, paris)).toBe('tomorrow, 09:30')
    expect(french.moment(instant, instant - day, paris)).toBe('demain, 09:30')
    expect(french.moment(instant, instant + day, paris)).toBe('hier, 09:30')
    expect(english.moment(instant, instant - 3 * day, paris)).toBe('Sat 21 Nov, 09:30')
    expect(french.moment(instant, instant - 3 * day, paris)).toBe('sam. 21 nov., 09:30')
    // Another year, and not so near that nobody takes it for this one.
    expect(english.moment(instant, instant + 90 * day, paris)).toBe('21 Nov 2026, 09:30')
    expect(english.moment(Date.UTC(2026, 11, 10, 8, 30), Date.UTC(2027, 0, 9), paris)).toBe('Thu 10 Dec, 09:30')
    expect(english.moment(instant, instant + 45 * day, paris)).toBe('21 Nov 2026, 09:30')
    expect(english.moment(Date.UTC(2026, 10, 21, 8, 30), Date.UTC(2026, 7, 1), paris)).toBe('Sat 21 Nov, 09:30')
    expect(french.recent(instant, instant + 90 * day, paris)).toBe('21 nov. 2026')
    expect(english.moment(instant, instant - 400 * day, paris)).toBe('21 Nov 2026, 09:30')
  })

  test('carry the year of a day of another one, wherever they stand alone', () => {
    const october = Date.UTC(2027, 9, 31, 12)
    expect(french.dayAndTime(october, paris)).toBe('dim. 31 oct. 2027, 13:00')
    expect(english.dayAndTime(october, paris)).toBe('Sun 31 Oct 2027, 13:00')
    expect(french.day(october, paris)).toBe('dim. 31 oct. 2027')
    expect(french.day(Date.UTC(2026, 9, 31), paris)).toBe('sam. 31 oct.')
    expect(french.dayAndTime(Date.UTC(2027, 0, 4, 12), paris)).toBe('lun. 4 janv. 2027, 13:00')
    expect(french.datedDay(instant, paris)).toBe('sam. 21 nov. 2026')
  })

  test('say which of an hour that comes twice is the second', () => {
    const first = Date.UTC(2027, 9, 31, 0, 30)
    expect(french.dayAndTime(first, paris)).toBe('dim. 31 oct. 2027, 02:30')
    expect(french.dayAndTime(first + 3_600_000, paris)).toBe('dim. 31 oct. 2027, 02:30 (la deuxième fois, après le changement d’heure)')
    expect(english.moment(first + 3_600_000, first, paris)).toBe('today, 02:30 (the second time, after the clocks change)')
    expect(english.dayAndTime(first + 7_200_000, paris)).toBe('Sun 31 Oct 2027, 03:30')
    // There clocks go back by half an hour.
    expect(english.dayAndTime(Date.UTC(2027, 3, 3, 15, 15), 'Australia/Lord_Howe')).toContain('01:45 (the second time')
  })

  test('count the hours to 24 in French, and as the region does in English', () => {
    const afternoon = instant + 5 * 3_600_000
    expect(createFormats('fr-US', () => instant).moment(afternoon, instant, paris)).toBe('aujourd’hui, 14:30')
    expect(createFormats('en-US', () => instant).moment(afternoon, instant, paris)).toBe('today, 02:30 PM')
  })

  test('take the day of the client, not that of the computer', () => {
    const lateInParis = Date.UTC(2026, 10, 21, 22, 30)
    expect(english.moment(lateInParis, lateInParis + 3_600_000, paris)).toBe('yesterday, 23:30')
    expect(english.moment(lateInParis, lateInParis + 3_600_000, 'America/Montreal')).toBe('today, 17:30')
  })

  test('change the day at the zone’s own midnight', () => {
    const lateInParis = Date.UTC(2026, 10, 21, 22, 30)
    const anHourLater = lateInParis + 3_600_000
    expect(english.recent(lateInParis, anHourLater, paris)).toBe('yesterday')
    expect(english.recent(lateInParis, anHourLater, 'America/Montreal')).toBe('17:30')
  })

  test('name a day to come in words', () => {
    const day = 86_400_000
    expect(english.comingDay(instant + 3_600_000, instant, paris)).toBe('today')
    expect(french.comingDay(instant + 3_600_000, instant, paris)).toBe('aujourd’hui')
    expect(english.comingDay(Date.UTC(2026, 10, 21, 23), instant, paris)).toBe('tomorrow')
    expect(french.comingDay(instant + 2 * day, instant, paris)).toBe('lundi 23 novembre')
    expect(english.comingDay(instant + 2 * day, instant, paris)).toMatch(/^Monday,? 23 November$/)
    expect(french.comingDay(instant + 400 * day, instant, paris)).toBe('dimanche 26 décembre 2027')
  })

  test('tell distances in words', () => {
    expect(english.relative(instant - 180_000, instant)).toBe('3 minutes ago')
    expect(french.relative(instant + 7_200_000, instant)).toBe('dans 2 heures')
    expect(english.relative(instant - 5_000, instant)).toBe('now')
    expect(french.relative(instant - 5_000, instant)).toBe('à l’instant')
  })

  test('tell sizes', () => {
    expect(english.bytes(999)).toBe('999 bytes')
    expect(english.bytes(4_200_000)).toBe('4.2 MB')
    expect(french.bytes(4_200_000)).toBe('4,2\u202FMo')
  })
})

describe('the language', () => {
  test.each([
    ['system', 'fr-CA', 'fr'],
    ['system', 'de-DE', 'en'],
    ['fr', 'en-US', 'fr'],
    ['en', 'en-US', 'en'],
    ['system', 'C', 'en']
  ] as const)('%s on a system in %s is %s', (setting, system, language) => {
    expect(chooseLanguage(setting, system)).toBe(language)
  })

  test('alone decides how hours are written: 24 of them in both', () => {
    for (const language of ['en', 'fr'] as const) {
      const formats = createFormats(formatLocale(language), () => instant)
      const afternoon = Date.UTC(2026, 10, 21, 13, 5)
      expect(formats.time(afternoon, paris)).toBe('14:05')
      expect(formats.dayAndTime(afternoon, paris)).toMatch(/14:05$/)
    }
  })
})
