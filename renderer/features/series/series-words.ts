import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { RecurrenceRule, SeriesPlan } from '../../../shared/series/series.ts'
import { useFormats } from '../../language/use-formats.ts'
import { zoneName } from '../../language/zone-name.ts'

export interface SeriesWords {
  /** `every Tuesday at 09:00` */
  rule(rule: RecurrenceRule, localTime: string): string
  /** `every Tuesday at 09:00 until Tuesday 2 February 2027`, with the zone where it is not the client's. */
  plan(plan: SeriesPlan, clientZone: string): string
  /** `24 Nov, 1 Dec`, the first few of them. */
  days(dates: readonly string[]): string
  /** `Tuesday 24 November 2026, 09:00` */
  longDay(date: string, localTime: string): string
  /** `Tuesday`; 1 is Monday. */
  weekday(isoDay: number): string
}

const mostDays = 4
const nthNames = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const
const longestMonth = 31

/** A calendar day as a moment whose figures in UTC are those of the day. */
export function noonOf(date: string): number {
  return Date.parse(`${date}T12:00:00Z`)
}

/** What repeats and when, in whole words of the language. */
export function useSeriesWords(): SeriesWords {
  const { t } = useTranslation('series')
  const formats = useFormats()

  function timeOf(localTime: string): string {
    return formats.time(Date.parse(`2024-01-01T${localTime}:00Z`), 'UTC')
  }

  /** The first of January 2024 was a Monday. */
  function weekday(isoDay: number): string {
    return formats.weekday(Date.UTC(2024, 0, isoDay, 12), 'long', 'UTC')
  }

  function ordinal(n: number): string {
    const form = new Intl.PluralRules(formats.locale, { type: 'ordinal' }).select(n)
    return t(form === 'one' || form === 'two' || form === 'few' ? `ordinal.${form}` : 'ordinal.other', { n })
  }

  function weekdaysOf(weekdays: readonly number[]): string {
    return formats.list(weekdays.toSorted((a, b) => a - b).map((day) => t('weekdayItem', { day: weekday(day) })))
  }

  function rule(of: RecurrenceRule, localTime: string): string {
    const time = timeOf(localTime)
    switch (of.every) {
      case 'day':
        return t('every.day', { time })
      case 'week':
        return t('every.week', { time, days: weekdaysOf(of.weekdays) })
      case 'weeks':
        return t('every.weeks', { time, interval: of.interval, days: weekdaysOf(of.weekdays) })
      case 'month_date':
        return of.day === longestMonth ? t('every.month_last_day', { time }) : t('every.month_date', { time, day: ordinal(of.day) })
      case 'month_weekday':
        return t('every.month_weekday', { time, nth: t(`nth.${nthNames[of.nth]}`), day: weekday(of.weekday) })
      default:
        return assertNever(of, 'recurrence rule')
    }
  }

  return {
    rule,
    plan({ rule: of, localTime, end, timeZone }, clientZone) {
      const words = rule(of, localTime)
      const whole = end.kind === 'until' ? t('untilDate', { plan: words, date: formats.longDay(noonOf(end.date), 'UTC') }) : t('times', { plan: words, count: end.count })
      return timeZone === clientZone ? whole : t('inZone', { plan: whole, zone: zoneName(timeZone) })
    },
    days(dates) {
      const shown = dates.slice(0, mostDays).map((date) => formats.day(noonOf(date), 'UTC'))
      return dates.length > mostDays ? t('missed.andMore', { days: shown.join(', '), count: dates.length - mostDays }) : formats.list(shown)
    },
    longDay: (date, localTime) => `${formats.longDay(noonOf(date), 'UTC')}, ${timeOf(localTime)}`,
    weekday
  }
}
