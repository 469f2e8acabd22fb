import type { Series } from '../../../shared/series/series.ts'
import { missedOf } from './decide-series.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { instantOn } from './series-versions.ts'

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
    calledBack: all.flatMap(({ date, postId }) => (postId === null ? [] : calledBackOf(needs, date, postId))),
    unplanned: series.state === 'active' ? all.flatMap(({ date, postId, state }) => (postId === null || state !== 'planned' ? [] : unplannedOf(needs, series, { date, postId }))) : [],
    missed: dates.length === 0 ? null : { dates, postId: waiting?.postId ?? null }
  }
}

/** What is on its way back from its network, because the series no longer wants it as it is there; until then it may go from there. */
function calledBackOf({ posts, context }: SeriesNeeds, date: string, postId: string): Series['calledBack'] {
  const post = posts.read(postId)
  const jobs = (post?.jobs ?? []).filter(({ handOver, cancelReason }) => handOver === 'taking_back' && cancelReason !== null)
  if (post === null || jobs.length === 0) return []
  const failure = jobs.find((job) => job.failure !== null)?.failure ?? null
  return [{ date, postId, dueAt: jobs[0]?.dueAt ?? context.clock.now(), accountIds: jobs.map(({ accountId }) => accountId), failure }]
}

/** A day that is still to come and has neither hour nor jobs. Where nothing stands in its way it is planned at the next look, or somebody took it back. */
function unplannedOf({ posts, context }: SeriesNeeds, series: SeriesRecord, { date, postId }: { readonly date: string; readonly postId: string }): Series['unplanned'] {
  const dueAt = instantOn(series, date)
  const post = dueAt <= context.clock.now() ? null : posts.read(postId)
  if (post === null || post.schedule !== null || post.jobs.length > 0) return []
  const problems = posts.unattendedStops(postId, dueAt)
  return problems.length === 0 ? [] : [{ date, postId, problems: [...problems] }]
}
