import { Temporal } from 'temporal-polyfill'
import { assertNever } from '../errors/assert-never.ts'
import { resolveLocalTime } from '../schedule/local-time.ts'
import type { RecurrenceRule, SeriesPlan } from './series.ts'

/** No series reaches farther than this from its start. */
export const longestSeriesYears = 5

type Dates = Pick<SeriesPlan, 'rule' | 'startDate' | 'end'>

/** The days of a series within [from, until], in order. Dates like `2026-11-21`; their texts compare as the days do. */
export function occurrenceDates(plan: Dates, from: string, until: string): readonly string[] {
  const found: string[] = []
  const last = earlier(until, lastPossibleDate(plan))
  const mostInAll = plan.end.kind === 'count' ? plan.end.count : Number.POSITIVE_INFINITY
  let count = 0
  // What is counted is counted from the start; a date alone needs no look at what came before.
  const first = plan.end.kind === 'count' || from < plan.startDate ? plan.startDate : from
  for (let day = Temporal.PlainDate.from(first); count < mostInAll; day = day.add({ days: 1 })) {
    const date = day.toString()
    if (date > last) break
    if (!isDayOf(plan.rule, day)) continue
    count += 1
    if (date >= from) found.push(date)
  }
  return found
}

/** How many times the series has from this day on; the day itself counts as one, also where an earlier change made it the last of the old rule. */
export function timesLeft(plan: Dates, date: string): number {
  const following = occurrenceDates(plan, addDays(date, 1), lastPossibleDate(plan)).length
  return following + 1
}

/** The first day of the series from `date` on; null when it has ended by then. */
export function nextOccurrence(plan: Dates, date: string): string | null {
  return occurrenceDates(plan, date, lastPossibleDate(plan))[0] ?? null
}

/**
 * The moment of one occurrence (ms since the epoch): the hour of the zone's clocks on that day. An hour that the clocks jump over is moved
 * forward, one that comes twice is the first.
 */
export function occurrenceInstant({ localTime, timeZone }: Pick<SeriesPlan, 'localTime' | 'timeZone'>, date: string): { readonly instant: number; readonly localDateTime: string } {
  const resolved = resolveLocalTime(`${date}T${localTime}`, timeZone)
  if (resolved.kind === 'unreadable') throw new RangeError(`no such time: ${date} ${localTime} ${timeZone}`)
  return { instant: resolved.instant, localDateTime: resolved.localDateTime }
}

/** Null when a plan makes sense; else what is wrong with it. */
export function planProblem(plan: SeriesPlan): 'no_such_time' | 'end_before_start' | 'too_long' | null {
  if (resolveLocalTime(`${plan.startDate}T${plan.localTime}`, plan.timeZone).kind === 'unreadable') return 'no_such_time'
  if (plan.rule.every === 'weeks' && resolveLocalTime(`${plan.rule.from}T12:00`, 'UTC').kind === 'unreadable') return 'no_such_time'
  if (plan.end.kind === 'until') {
    if (resolveLocalTime(`${plan.end.date}T12:00`, 'UTC').kind === 'unreadable') return 'no_such_time'
    if (plan.end.date > addDays(plan.startDate, 366 * longestSeriesYears)) return 'too_long'
  }
  return nextOccurrence(plan, plan.startDate) === null ? 'end_before_start' : null
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

export function dayBefore(date: string): string {
  return addDays(date, -1)
}

/** The rules a day may stand for, the likeliest first: what a composer proposes. */
export function rulesOfDay(date: string): readonly RecurrenceRule[] {
  const day = Temporal.PlainDate.from(date)
  const nth = nthOf(day)
  return [
    { every: 'day' },
    { every: 'week', weekdays: [day.dayOfWeek] },
    { every: 'month_date', day: day.day },
    ...(nth === null ? [] : [{ every: 'month_weekday', nth, weekday: day.dayOfWeek } as const]),
    ...(isLastOfItsWeekday(day) ? [{ every: 'month_weekday', nth: -1, weekday: day.dayOfWeek } as const] : [])
  ]
}

function isDayOf(rule: RecurrenceRule, day: Temporal.PlainDate): boolean {
  switch (rule.every) {
    case 'day':
      return true
    case 'week':
      return rule.weekdays.includes(day.dayOfWeek)
    case 'weeks':
      return rule.weekdays.includes(day.dayOfWeek) && weeksBetween(rule.from, day) % rule.interval === 0
    case 'month_date':
      return day.day === Math.min(rule.day, day.daysInMonth)
    case 'month_weekday':
      if (day.dayOfWeek !== rule.weekday) return false
      return rule.nth === -1 ? isLastOfItsWeekday(day) : nthOf(day) === rule.nth
    default:
      return assertNever(rule, 'recurrence rule')
  }
}

function weeksBetween(from: string, day: Temporal.PlainDate): number {
  const monday = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 })
  return monday(Temporal.PlainDate.from(from)).until(monday(day)).days / 7
}

function nthOf(day: Temporal.PlainDate): 1 | 2 | 3 | 4 | null {
  const nth = Math.ceil(day.day / 7)
  return nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : null
}

function isLastOfItsWeekday(day: Temporal.PlainDate): boolean {
  return day.day + 7 > day.daysInMonth
}

function lastPossibleDate({ startDate, end }: Dates): string {
  const farthest = addDays(startDate, 366 * longestSeriesYears)
  return end.kind === 'until' ? earlier(end.date, farthest) : farthest
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
