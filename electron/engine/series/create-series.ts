import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Series } from '../../../shared/series/series.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { daysApart } from './days-apart.ts'
import { freeRecalledDay } from './free-recalled-day.ts'
import { setSeriesState, settleMissed, skipOccurrence } from './decide-series.ts'
import { localDate, makeOccurrences, planWhatWasLeft } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { createSeriesRepository } from './series-repository.ts'
import type { SeriesService } from './series-service.ts'
import { reviveFuture } from './revive-future.ts'
import { seriesView } from './series-view.ts'
import { changeFollowing, startSeries } from './start-series.ts'
import { sumUpMissed } from './sum-up-missed.ts'
import { followHour } from './follow-zone.ts'

export interface SeriesFeature extends Feature {
  readonly service: SeriesService
}

/** Between two looks whether days have come into sight, or have gone by. */
const lookEveryMs = 15 * 60_000

/** Posts that repeat: makes each day's post in time, and sums up what went by while the computer was off. */
export function createSeries(context: WorkspaceContext, { posts, accounts }: { posts: PostsService; accounts: AccountsService }): SeriesFeature {
  const repository = createSeriesRepository(context.database)
  const needs: SeriesNeeds = { context, repository, posts, accounts }
  let cancelTimer: (() => void) | null = null
  let isStopped = false

  const endRecalls = posts.onRecalled((postId) => {
    const seriesId = freeRecalledDay(needs, postId)
    // After the commit.
    if (seriesId !== null) queueMicrotask(() => isStopped || tell(seriesId))
  })

  /** The days of a series that say the same have the same no. What says something else was not asked about. */
  let isSpreading = false
  const endRefusals = posts.onRefused((postId, entry) => {
    const seriesId = isSpreading ? undefined : repository.occurrenceOfPost(postId)?.seriesId
    if (seriesId === undefined) return
    isSpreading = true
    try {
      for (const other of repository.occurrences(seriesId)) if (other.postId !== null && other.postId !== postId) posts.refuseSame(other.postId, postId, entry)
    } finally {
      isSpreading = false
    }
    queueMicrotask(() => isStopped || tell(seriesId))
  })

  /** One transaction for each act, told after the commit. */
  function act(work: () => Result<SeriesRecord>): Result<Series> {
    const result = context.database.transaction(work).immediate()
    if (!result.ok) return result
    tell(result.value.id)
    const series = repository.read(result.value.id) ?? result.value
    return succeed(seriesView(needs, series, ''))
  }

  function tell(seriesId: string): void {
    posts.tell(repository.occurrences(seriesId).flatMap(({ postId }) => postId ?? []))
  }

  function look(): void {
    cancelTimer?.()
    lookAtAll()
    if (!isStopped) cancelTimer = context.clock.after(lookEveryMs, look)
  }

  /** Each series in a transaction of its own: one that cannot be made must not hold up the others. */
  function lookAtAll(): void {
    for (const { id } of repository.list()) {
      try {
        const isChange = context.database.transaction(() => lookAt(id)).immediate()
        if (isChange) tell(id)
      } catch (error) {
        context.log.error(`series ${id} could not be looked at: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      }
    }
  }

  function lookAt(seriesId: string): boolean {
    const stored = repository.read(seriesId)
    if (stored === null) return false
    const series = reviveFuture(needs, stored)
    const hasMissed = sumUpMissed(needs, series)
    const before = repository.occurrences(seriesId).length
    const hasPlanned = planWhatWasLeft(needs, series)
    makeOccurrences(needs, series, 'ask')
    return series !== stored || hasMissed || hasPlanned || repository.occurrences(seriesId).length > before
  }

  return {
    service: {
      followOtherZones: (zone) => repository.list().filter(({ state, plan, zoneKeptFor }) => state !== 'ended' && plan.timeZone !== zone && zoneKeptFor !== zone),
      seriesOfPost: (postId) => repository.occurrenceOfPost(postId)?.seriesId ?? null,
      keepsOwnZone: (seriesId, zone) => repository.read(seriesId)?.zoneKeptFor === zone,
      keepZone(seriesId, zone) {
        const series = repository.read(seriesId)
        if (series !== null) repository.write({ ...series, zoneKeptFor: zone })
      },
      followHour(seriesId, zone) {
        const series = repository.read(seriesId)
        if (series !== null) followHour(needs, series, zone)
      },
      tell
    },
    handlers: {
      'series.list': ({ from }) => {
        const views = repository.list().map((series) => ({ series, view: seriesView(needs, series, localDate(from, series.plan.timeZone)) }))
        return succeed({ series: views.filter(({ series, view }) => series.state !== 'ended' || view.occurrences.length > 0 || view.missed !== null).map(({ view }) => view) })
      },
      'series.apart': ({ seriesId }) => {
        const series = repository.read(seriesId)
        return series === null ? fail(studioError('not_found', 'no such series in this workspace')) : succeed({ days: [...daysApart(needs, series)] })
      },
      'series.start': (input) => act(() => startSeries(needs, input)),
      'series.changeFollowing': (input) => act(() => changeFollowing(needs, input)),
      'series.setState': (input) => act(() => setSeriesState(needs, input)),
      'series.skip': (input) => act(() => skipOccurrence(needs, input)),
      'series.settleMissed': (input) => act(() => settleMissed(needs, input))
    },
    // What was made in the span that is lost is made again before anything that stands open is doubted: it may be out too.
    afterRestoration: lookAtAll,
    startBackgroundWork: look,
    systemResumed: look,
    stop() {
      isStopped = true
      endRecalls()
      endRefusals()
      cancelTimer?.()
    }
  }
}
