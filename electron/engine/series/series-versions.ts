import { addDays, dayBefore, occurrenceDates, occurrenceInstant } from '../../../shared/series/occurrences.ts'
import type { SeriesPlan } from '../../../shared/series/series.ts'
import type { EarlierVersion, SeriesRecord } from './series-record.ts'

type Version = Pick<SeriesRecord, 'content' | 'plan'>

/** What the series says and when it goes on that day: a change counts from its day on, and the days before keep what was so then. */
export function versionOn(series: SeriesRecord, date: string): Version {
  const earlier = series.earlier.find(({ until }) => date <= until)
  return earlier === undefined ? series : { content: earlier.content, plan: planOf(series, earlier) }
}

/** The days of the series within [from, until], each by the rule that holds for it. */
export function seriesDates(series: SeriesRecord, from: string, until: string): readonly string[] {
  const found: string[] = []
  let first = from
  for (const version of series.earlier) {
    const last = version.until < until ? version.until : until
    if (first <= last) found.push(...occurrenceDates(planOf(series, version), first, last))
    const next = addDays(version.until, 1)
    if (next > first) first = next
  }
  return first <= until ? [...found, ...occurrenceDates(series.plan, first, until)] : found
}

export function instantOn(series: SeriesRecord, date: string): number {
  return occurrenceInstant(versionOn(series, date).plan, date).instant
}

/** What holds for the days before this one, once it is changed from this day on. */
export function versionsBefore(series: SeriesRecord, date: string): readonly EarlierVersion[] {
  const last = dayBefore(date)
  const kept = series.earlier.filter(({ until }) => until < last)
  const { content, plan } = versionOn(series, last)
  return plan.startDate > last ? kept : [...kept, { until: last, content, plan }]
}

/** The clocks are the series', whichever they were. */
function planOf({ plan: { timeZone } }: SeriesRecord, { plan }: EarlierVersion): SeriesPlan {
  return { ...plan, timeZone }
}
