import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveLocalTime, toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { addDays, nextOccurrence, occurrenceDates, occurrenceInstant, planProblem, rulesOfDay, timesLeft } from '../../../shared/series/occurrences.ts'
import type { RecurrenceRule, SeriesEnd, SeriesPlan } from '../../../shared/series/series.ts'

const plan = (rule: RecurrenceRule, startDate: string, end: SeriesEnd, more: Partial<SeriesPlan> = {}): SeriesPlan => ({ rule, startDate, end, localTime: '09:00', timeZone: 'Europe/Paris', ...more })
const until = (date: string): SeriesEnd => ({ kind: 'until', date })
const datesOf = (of: SeriesPlan): readonly string[] => occurrenceDates(of, of.startDate, '2099-12-31')

describe('the days of a series', () => {
  test.each<[string, RecurrenceRule, string, SeriesEnd, readonly string[]]>([
    ['every day, its last day too', { every: 'day' }, '2026-12-30', until('2027-01-01'), ['2026-12-30', '2026-12-31', '2027-01-01']],
    ['Tuesdays and Fridays', { every: 'week', weekdays: [2, 5] }, '2026-11-24', { kind: 'count', count: 4 }, ['2026-11-24', '2026-11-27', '2026-12-01', '2026-12-04']],
    ['from the first fitting day', { every: 'week', weekdays: [1] }, '2026-11-21', { kind: 'count', count: 1 }, ['2026-11-23']],
    ['every second week, over the end of a year', { every: 'weeks', interval: 2, weekdays: [2, 5], from: '2026-12-15' }, '2026-12-16', { kind: 'count', count: 5 }, ['2026-12-18', '2026-12-29', '2027-01-01', '2027-01-12', '2027-01-15']],
    ['every third week, counted from before its start and after', { every: 'weeks', interval: 3, weekdays: [7], from: '2027-03-01' }, '2026-12-01', { kind: 'count', count: 3 }, ['2026-12-13', '2027-01-03', '2027-01-24']],
    ['the 31st, else the last day', { every: 'month_date', day: 31 }, '2027-01-31', { kind: 'count', count: 4 }, ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    ['the 29th of February in a leap year', { every: 'month_date', day: 30 }, '2028-02-01', { kind: 'count', count: 1 }, ['2028-02-29']],
    ['the first Monday', { every: 'month_weekday', nth: 1, weekday: 1 }, '2026-11-21', { kind: 'count', count: 3 }, ['2026-12-07', '2027-01-04', '2027-02-01']],
    ['the last Friday', { every: 'month_weekday', nth: -1, weekday: 5 }, '2026-11-21', { kind: 'count', count: 3 }, ['2026-11-27', '2026-12-25', '2027-01-29']]
  ])('%s', (_name, rule, startDate, end, expected) => {
    expect(datesOf(plan(rule, startDate, end))).toEqual(expected)
  })

  const rules = fc.oneof(
    fc.constant<RecurrenceRule>({ every: 'day' }),
    fc.record({ every: fc.constant('week' as const), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) }),
    fc.record({ every: fc.constant('weeks' as const), interval: fc.integer({ min: 2, max: 8 }), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count)) }),
    fc.record({ every: fc.constant('month_date' as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ every: fc.constant('month_weekday' as const), nth: fc.constantFrom(1, 2, 3, 4, -1), weekday: fc.integer({ min: 1, max: 7 }) })
  ) as fc.Arbitrary<RecurrenceRule>
  const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count))
  const ends = fc.oneof(fc.integer({ min: 1, max: 40 }).map((count): SeriesEnd => ({ kind: 'count', count })), fc.integer({ min: 0, max: 200 }).map((count): SeriesEnd => ({ kind: 'until', date: addDays('2034-01-01', count) })))

  test('a stretch shows the same days as the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(rules, days, ends, fc.integer({ min: -5, max: 400 }), fc.integer({ min: 0, max: 60 }), (rule, startDate, end, skip, length) => {
        const of = plan(rule, startDate, end)
        const from = addDays(startDate, skip)
        const to = addDays(from, length)
        expect(occurrenceDates(of, from, to)).toEqual(datesOf(of).filter((date) => date >= from && date <= to))
      }),
      { numRuns: 60 }
    )
  })

  test('a month never has none of a monthly series, and never two', () => {
    fc.assert(
      fc.property(rules.filter((rule) => rule.every.startsWith('month')), days, (rule, startDate) => {
        const first = `${startDate.slice(0, 7)}-01`
        const found = datesOf(plan(rule, first, { kind: 'count', count: 30 })).map((date) => date.slice(0, 7))
        expect(new Set(found).size).toBe(30)
        expect(found[29]).toBe(addDays(first, Math.round(15 + 29 * 30.436875)).slice(0, 7))
      }),
      { numRuns: 40 }
    )
  })

  test('the rules proposed for a day all fall on it', () => {
    fc.assert(fc.property(days, (date) => rulesOfDay(date).every((rule) => nextOccurrence(plan(rule, date, until(date)), date) === date)))
  })
})

describe('the moment of an occurrence', () => {
  const zones = Intl.supportedValuesOf('timeZone')

  test(`keeps its hour on the clocks of the zone through every change, in ${zones.length} zones`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 * 4 + 3 }), fc.integer({ min: 0, max: 2500 }), (timeZone, quarter, skip) => {
        const localTime = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][quarter % 4]}`
        const startDate = addDays('2024-01-01', skip)
        const of = plan({ every: 'day' }, startDate, { kind: 'count', count: 200 }, { timeZone, localTime })
        let before = 0
        const isRight = (date: string): boolean => {
          const asked = `${date}T${localTime}`
          const { instant, localDateTime } = occurrenceInstant(of, date)
          const isLater = instant > before
          before = instant
          // What the clocks skip is moved forward and says so; all else is exactly the hour that was asked for.
          const isHour = localDateTime === asked ? true : localDateTime > asked && resolveLocalTime(asked, timeZone).kind === 'gap'
          return isHour && isLater && toLocalDateTime(instant, timeZone) === localDateTime
        }
        // Twelve thousand days: asked together, each is asked once.
        expect(datesOf(of).filter((date) => !isRight(date))).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  test.each([
    ['summer begins', '2027-03-28', '02:30', '2027-03-28T03:30', '2027-03-28T01:30:00.000Z'],
    ['summer ends: the first of the two', '2026-10-25', '02:30', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z']
  ])('%s', (_name, date, localTime, localDateTime, iso) => {
    const found = occurrenceInstant({ localTime, timeZone: 'Europe/Paris' }, date)
    expect({ ...found, instant: new Date(found.instant).toISOString() }).toEqual({ instant: iso, localDateTime })
  })
})

test('timesLeft counts this one too', () => {
  const weekly = plan({ every: 'week', weekdays: [2] }, '2026-11-24', { kind: 'count', count: 5 })
  expect(['2026-11-24', '2026-12-01', '2026-12-22'].map((date) => timesLeft(weekly, date))).toEqual([5, 4, 1])
})

test.each<[string, SeriesPlan, ReturnType<typeof planProblem>]>([
  ['fits', plan({ every: 'day' }, '2026-11-21', until('2026-11-21')), null],
  ['ends before it starts', plan({ every: 'day' }, '2026-11-21', until('2026-11-20')), 'end_before_start'],
  ['has no day', plan({ every: 'week', weekdays: [1] }, '2026-11-21', until('2026-11-22')), 'end_before_start'],
  ['ends on a day that does not exist', plan({ every: 'day' }, '2026-11-21', until('2026-11-31')), 'no_such_time'],
  ['starts on a day that does not exist', plan({ every: 'day' }, '2026-02-30', until('2026-11-30')), 'no_such_time'],
  ['goes on too long', plan({ every: 'day' }, '2026-11-21', until('2040-11-30')), 'too_long']
])('a plan that %s', (_name, of, problem) => {
  expect(planProblem(of)).toBe(problem)
})
