import { dayBefore } from '../../../shared/series/occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { instantOn } from './series-versions.ts'

/**
 * Inside a transaction: the clock was ahead for a while, and days that are yet to come were taken for missed. They are given back, so that a battery
 * that forgot the year does not end a series. Gives the series as it is then.
 */
export function reviveFuture({ repository, posts, context }: SeriesNeeds, series: SeriesRecord): SeriesRecord {
  const now = context.clock.now()
  const toCome = repository.occurrences(series.id).filter(({ date }) => instantOn(series, date) > now)
  for (const { date, state, postId } of toCome) {
    const isMissed = state === 'planned' && postId !== null && (posts.read(postId)?.jobs.some((job) => job.state === 'missed' && job.dueAt > now) ?? false)
    if (isMissed) posts.move(postId, instantOn(series, date), series.plan.timeZone)
  }
  const passed = toCome.filter(({ state, isSettled }) => state === 'passed' && !isSettled)
  const [first] = passed
  if (first === undefined) return series
  for (const { date } of passed) repository.remove(series.id, date)
  const revived: SeriesRecord = { ...series, state: series.state === 'paused' ? 'paused' : 'active', revision: series.revision + 1, madeUntil: dayBefore(first.date) }
  repository.write(revived)
  return revived
}
