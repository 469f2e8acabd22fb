import type { DayApart } from '../../../shared/series/series.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { followsSeries } from './take-back-occurrences.ts'

/** What still goes out when the series rests or ends, because the user changed it by itself: it has a time to come and no longer says or does what the series has for its day. */
export function daysApart(needs: SeriesNeeds, series: SeriesRecord): readonly DayApart[] {
  const { repository, posts, context } = needs
  return repository.occurrences(series.id).flatMap((occurrence) => {
    const { date, postId, state } = occurrence
    const post = postId === null || state === 'passed' ? null : posts.read(postId)
    const isToGo = post?.jobs.some(({ finishedAt, cancelReason, dueAt }) => finishedAt === null && cancelReason === null && dueAt > context.clock.now()) === true
    if (postId === null || post === null || post.schedule === null || !isToGo || followsSeries(needs, series, occurrence, 'anywhere')) return []
    return [{ date, postId, dueAt: post.schedule.dueAt, excerpt: post.excerpt }]
  })
}
