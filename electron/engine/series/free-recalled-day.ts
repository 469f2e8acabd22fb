import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import { makeOne } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import { instantOn, seriesDates } from './series-versions.ts'

/**
 * Inside the transaction in which a recalled post came back from its network: it is removed, and its day is free. Where the series still has that day, it is
 * made anew as the series is now, and handed over again: that it goes with the computer off was the user's wish. Gives the series; null when it was none's.
 */
export function freeRecalledDay(needs: SeriesNeeds, postId: string): string | null {
  const { repository, posts, context } = needs
  const occurrence = repository.occurrenceOfPost(postId)
  // Wholly back, so that nothing is cancelled any more: the reason stands in its jobs.
  const isRemoved = posts.discard(postId, reasonOf(needs, postId))
  if (occurrence === null) return null
  const { seriesId, date, state } = occurrence
  const series = repository.read(seriesId)
  if (!isRemoved || series === null) return seriesId
  if (state === 'skipped') {
    repository.put({ ...occurrence, postId: null })
    return seriesId
  }
  repository.remove(seriesId, date)
  const isStillDay = series.state === 'active' && date <= series.madeUntil && seriesDates(series, date, date).length === 1
  if (!isStillDay || instantOn(series, date) <= context.clock.now()) return seriesId
  for (const made of makeOne(needs, series, date)) posts.giveAway(made)
  return seriesId
}

/** Why it was called back, as its jobs say. */
function reasonOf({ posts }: SeriesNeeds, postId: string): CancelReason {
  return posts.read(postId)?.jobs.findLast(({ cancelReason }) => cancelReason !== null)?.cancelReason ?? 'series_changed'
}
