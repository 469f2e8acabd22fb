import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { dayBefore } from '../../../shared/series/occurrences.ts'
import { localDate, makeOccurrences, makeOne, newestOf } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { OccurrenceRecord, SeriesRecord } from './series-record.ts'
import { instantOn, seriesDates, versionOn } from './series-versions.ts'
import { followsSeries, takeBackFrom } from './take-back-occurrences.ts'

const missing = studioError('not_found', 'no such series or occurrence in this workspace')
const onItsWay = studioError('post_not_editable', 'this occurrence is on its way or out')

const takenBackBy = { active: 'series_changed', paused: 'series_paused', ended: 'series_ended' } as const

/** Inside a transaction: runs, rests or ends. What is to come is taken back or made again; nothing is made up for. */
export function setSeriesState(needs: SeriesNeeds, { seriesId, state }: ParsedInput<'series.setState'>): Result<SeriesRecord> {
  const { repository, context } = needs
  const series = repository.read(seriesId)
  if (series === null) return fail(missing)
  if (series.state === state) return succeed(series)
  const today = localDate(context.clock.now(), series.plan.timeZone)
  takeBackFrom(needs, series, today, takenBackBy[state])
  const changed: SeriesRecord = { ...series, state, revision: series.revision + 1, madeUntil: dayBefore(today), updatedAt: context.clock.now() }
  repository.write(changed)
  makeOccurrences(needs, changed, 'leave_out')
  return succeed(changed)
}

/** Inside a transaction: leaves one day out, or puts it back. */
export function skipOccurrence(needs: SeriesNeeds, { seriesId, date, skip }: ParsedInput<'series.skip'>): Result<SeriesRecord> {
  const { repository } = needs
  const series = repository.read(seriesId)
  const occurrence = repository.occurrence(seriesId, date)
  if (series === null || occurrence === null) return fail(missing)
  if (skip === (occurrence.state === 'skipped')) return succeed(series)
  return skip ? leaveOut(needs, series, occurrence) : putBack(needs, series, occurrence)
}

function leaveOut({ repository, posts }: SeriesNeeds, series: SeriesRecord, occurrence: OccurrenceRecord): Result<SeriesRecord> {
  const { postId } = occurrence
  // What waits with a network keeps its post until it is certain that it is back.
  const isRecalled = postId !== null && posts.recall(postId, 'series_skipped')
  if (!isRecalled && postId !== null && !posts.discard(postId, 'series_skipped')) return fail(onItsWay)
  repository.put({ ...occurrence, state: 'skipped', postId: isRecalled ? postId : null, isSettled: true })
  return succeed(series)
}

function putBack(needs: SeriesNeeds, series: SeriesRecord, occurrence: OccurrenceRecord): Result<SeriesRecord> {
  const { repository, context } = needs
  const { date } = occurrence
  const isStillDay = series.state === 'active' && seriesDates(series, date, date).length === 1
  if (!isStillDay || instantOn(series, date) <= context.clock.now()) {
    const { localTime, timeZone } = versionOn(series, date).plan
    return fail(studioError('time_in_the_past', 'the time of this occurrence is over', { details: { localDateTime: `${date}T${localTime}`, timeZone } }))
  }
  const changed = { ...series, revision: series.revision + 1, updatedAt: context.clock.now() }
  repository.write(changed)
  if (occurrence.postId !== null) {
    // Still on its way back: made anew once it is.
    repository.put({ ...occurrence, state: 'planned' })
    return succeed(changed)
  }
  repository.remove(series.id, date)
  makeOne(needs, changed, date)
  return succeed(changed)
}

/** What the one question is about: days nobody was asked about, and the post that still asks. */
export function missedOf(needs: SeriesNeeds, series: SeriesRecord, occurrences: readonly OccurrenceRecord[]): { readonly passed: readonly OccurrenceRecord[]; readonly waiting: OccurrenceRecord | null } {
  const passed = occurrences.filter(({ state, isSettled }) => state === 'passed' && !isSettled)
  const asking = newestOf(occurrences).filter((occurrence) => occurrence.state === 'planned' && isAsking(needs, series, occurrence))
  return { passed, waiting: asking.at(-1) ?? null }
}

function isAsking(needs: SeriesNeeds, series: SeriesRecord, occurrence: OccurrenceRecord): boolean {
  if (occurrence.postId === null || instantOn(series, occurrence.date) > needs.context.clock.now()) return false
  return followsSeries(needs, series, occurrence) && (needs.posts.read(occurrence.postId)?.jobs.some((job) => job.state === 'missed') ?? false)
}

/** Inside a transaction: the one answer for all of it. */
export function settleMissed(needs: SeriesNeeds, { seriesId, decision }: ParsedInput<'series.settleMissed'>): Result<SeriesRecord> {
  const { repository, posts } = needs
  const series = repository.read(seriesId)
  if (series === null) return fail(missing)
  const { passed, waiting } = missedOf(needs, series, repository.occurrences(seriesId))
  for (const occurrence of passed) repository.put({ ...occurrence, isSettled: true })
  if (waiting === null || waiting.postId === null) return succeed(series)
  if (decision === 'publish_last') return posts.sendNow(waiting.postId) ? succeed(series) : fail(onItsWay)
  if (!posts.discard(waiting.postId, 'missed_dropped')) return fail(onItsWay)
  repository.put({ ...waiting, state: 'passed', postId: null, isSettled: true })
  return succeed(series)
}
