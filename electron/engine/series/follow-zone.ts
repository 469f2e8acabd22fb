import { dayBefore } from '../../../shared/series/occurrences.ts'
import { localDate, makeOccurrences } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { takeBackFrom } from './take-back-occurrences.ts'

/** Inside a transaction: from now on the series goes by the clocks of this zone, at the same hour. */
export function followHour(needs: SeriesNeeds, series: SeriesRecord, timeZone: string): void {
  const now = needs.context.clock.now()
  // The earlier of the two days: what is taken back on it is made again.
  const today = [localDate(now, series.plan.timeZone), localDate(now, timeZone)].toSorted()[0] ?? localDate(now, timeZone)
  takeBackFrom(needs, series, today, 'zone_changed')
  const changed: SeriesRecord = { ...series, plan: { ...series.plan, timeZone }, revision: series.revision + 1, madeUntil: dayBefore(today), zoneKeptFor: null, updatedAt: now }
  needs.repository.write(changed)
  makeOccurrences(needs, changed, 'leave_out')
}
