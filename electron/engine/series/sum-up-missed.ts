import { isMissed } from '../../../shared/schedule/is-missed.ts'
import { newestOf } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { instantOn } from './series-versions.ts'
import { followsSeries } from './take-back-occurrences.ts'

/**
 * Inside a transaction: of all times that went by unsent (the computer was off for weeks), only the newest keeps a post that asks; the others become
 * days that the same one question names. Nothing is sent or lost by that: they say the same, and what the user changed by itself asks by itself.
 */
export function sumUpMissed(needs: SeriesNeeds, series: SeriesRecord): boolean {
  const { repository, posts, context } = needs
  const times = { now: context.clock.now(), lateGraceMinutes: context.workspace().lateGraceMinutes }
  const missed = newestOf(repository.occurrences(series.id)).filter((occurrence) => {
    const dueAt = instantOn(series, occurrence.date)
    return occurrence.state === 'planned' && isMissed({ dueAt, ...times }) && followsSeries(needs, series, occurrence)
  })
  let isChange = false
  for (const { date, postId } of missed.slice(0, -1)) {
    if (postId === null || !posts.discard(postId, 'missed_by_newer')) continue
    repository.put({ seriesId: series.id, date, state: 'passed', postId: null, isSettled: false })
    isChange = true
  }
  return isChange
}
