import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import { addDays, occurrenceDates, rulesOfDay, timesLeft } from '../../../shared/series/occurrences.ts'
import type { RecurrenceRule, Series, SeriesEnd } from '../../../shared/series/series.ts'

/** What the dialog holds while it is filled in. */
export interface RepeatForm {
  /** The wall-clock time of the first one, which gives all their hour; empty while it is being typed. */
  readonly start: string
  /** The last start that could be read: the rules on offer are those of its day. */
  readonly lastStart: string
  readonly rule: RecurrenceRule
  readonly endKind: SeriesEnd['kind']
  readonly until: string
  readonly count: string
}

const proposedDays = 90
const proposedCount = 10

export function formFor(localDateTime: string, series: Series | null): RepeatForm {
  const date = localDateTime.slice(0, 10)
  const weekly = rulesOfDay(date).find(({ every }) => every === 'week') ?? { every: 'day' as const }
  const until = addDays(date, proposedDays)
  if (series === null) return { start: localDateTime, lastStart: localDateTime, rule: weekly, endKind: 'until', until, count: String(proposedCount) }
  const { rule, end } = series.plan
  return { start: localDateTime, lastStart: localDateTime, rule, endKind: end.kind, until: end.kind === 'until' ? end.date : until, count: String(end.kind === 'count' ? timesLeft(series.plan, date) : proposedCount) }
}

/** Another first day. A rule that came from the day goes with it: weekly on that day's weekday, monthly on its date. */
export function withStart(form: RepeatForm, start: string): RepeatForm {
  if (start === '') return { ...form, start }
  if (form.rule.every === 'weeks') return { ...form, start, lastStart: start, rule: { ...form.rule, ...weekdaysAfter(form, start, form.rule.weekdays), from: start.slice(0, 10) } }
  const isOfItsDay = rulesOfDay(form.lastStart.slice(0, 10)).some((one) => JSON.stringify(one) === JSON.stringify(form.rule))
  const rule = isOfItsDay ? rulesOfDay(start.slice(0, 10)).find((one) => isOfKind(one, form.rule)) : undefined
  return { ...form, start, lastStart: start, rule: rule ?? form.rule }
}

/** The one weekday of the first day goes with it; days that were chosen stay. */
function weekdaysAfter({ lastStart }: RepeatForm, start: string, weekdays: number[]): { readonly weekdays: number[] } {
  const isOfItsDay = weekdays.length === 1 && weekdays[0] === isoWeekday(lastStart)
  return { weekdays: isOfItsDay ? [isoWeekday(start)] : weekdays }
}

function isoWeekday(localDateTime: string): number {
  return new Date(`${localDateTime.slice(0, 10)}T12:00Z`).getUTCDay() || 7
}

/** Every week, or every so many, counted from the week of the first day. */
export function weeklyRule(interval: number, weekdays: number[], from: string): RecurrenceRule {
  return interval === 1 ? { every: 'week', weekdays } : { every: 'weeks', interval, weekdays, from }
}

function isOfKind(one: RecurrenceRule, other: RecurrenceRule): boolean {
  if (one.every === 'month_weekday' && other.every === 'month_weekday') return (one.nth === -1) === (other.nth === -1)
  return one.every === other.every
}

/** null while what is typed is no end. */
export function endOf({ endKind, until, count }: RepeatForm): SeriesEnd | null {
  if (endKind === 'until') return until === '' ? null : { kind: 'until', date: until }
  const number = Number(count)
  return Number.isInteger(number) && number >= 1 && number <= 500 ? { kind: 'count', count: number } : null
}

/** The days of what is chosen, and those on which the clocks change under it. */
export function daysOf(timeZone: string, form: RepeatForm): { readonly all: readonly string[]; readonly skipped: readonly string[]; readonly doubled: readonly string[] } {
  const end = endOf(form)
  const { start } = form
  const startDate = start.slice(0, 10)
  if (end === null || start === '' || (end.kind === 'until' && end.date > addDays(startDate, 5 * 366))) return { all: [], skipped: [], doubled: [] }
  const all = occurrenceDates({ rule: form.rule, startDate, end }, startDate, addDays(startDate, 5 * 366))
  const kindOf = (date: string): string => resolveLocalTime(`${date}T${start.slice(11)}`, timeZone).kind
  return { all, skipped: all.filter((date) => kindOf(date) === 'gap'), doubled: all.filter((date) => kindOf(date) === 'overlap') }
}
