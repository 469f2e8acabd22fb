import type { Series } from '../../../shared/series/series.ts'
import { missedOf } from './decide-series.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'

/** As the page sees it; occurrences from that day on. */
export function seriesView(needs: SeriesNeeds, series: SeriesRecord, from: string): Series {
  const all = needs.repository.occurrences(series.id)
  const { passed, waiting } = missedOf(needs, series, all)
  const dates = [...passed, ...(waiting === null ? [] : [waiting])].map(({ date }) => date).toSorted()
  return {
    id: series.id,
    state: series.state,
    plan: series.plan,
    excerpt: series.excerpt,
    occurrences: all.filter(({ date }) => date >= from).map(({ date, state, postId }) => ({ date, state: state === 'planned' && postId === null ? 'skipped' : state, postId })),
    missed: dates.length === 0 ? null : { dates, postId: waiting?.postId ?? null }
  }
}
