import { groupBy } from './group-by.ts'
import type { SeriesIntent } from './intents.ts'
import type { LedgerJob, LedgerOccurrence } from './ledger.ts'
import { markOf } from './marks.ts'
import { compare, keyOf, kindOf, outcomeIn, type Outcome, type TallyFacts, type Verdict } from './tally-facts.ts'

/** Every day of a series is out once on each account, or was left out, or asked about as missed; and none is out twice. */
export function judgeSeries(facts: TallyFacts, occurrences: readonly LedgerOccurrence[]): readonly Verdict[] {
  const jobs = groupBy([...facts.jobs.values()], (job) => `${job.account_id} ${markOf(job.excerpt)}`)
  return facts.intents.series.flatMap((series) => series.accountIds.map((accountId) => judge(facts, series, accountId, { days: occurrences.filter(({ series_id: id }) => id === series.seriesId), jobs: jobs.get(`${accountId} ${series.mark}`) ?? [] })))
}

interface Ledger {
  readonly days: readonly LedgerOccurrence[]
  readonly jobs: readonly LedgerJob[]
}

function judge(facts: TallyFacts, { seriesId, workspaceId, mark, dates }: SeriesIntent, accountId: string, { days, jobs }: Ledger): Verdict {
  const key = keyOf(facts.accountOf, accountId, mark)
  const kind = kindOf(facts.accountOf, accountId)
  const members = facts.intents.isGone(seriesId) ? dates.map(() => ({ outcome: 'gone' as const, job: undefined })) : dates.map((date) => ofDay(days.find((day) => day.date === date), jobs, facts, facts.intents.isOfRemoved(workspaceId)))
  // What was made for a day and taken back again could still have left.
  const counted = new Set(members.map(({ job }) => job?.id))
  const others = jobs.filter(({ id }) => !counted.has(id)).map((job) => ({ job, outcome: job.state === 'published' ? ('published' as const) : ('withdrawn' as const) }))
  const times = facts.seen.get(key)?.length ?? 0
  const counts = compare(facts.intents, [...members, ...others], times, kind !== 'none')
  const more = others.filter(({ outcome }) => outcome === 'published').length
  const isWrong = counts.duplicates + counts.lost + counts.needless + counts.ghosts + more > 0
  return {
    ...counts,
    published: counts.published - more,
    duplicates: counts.duplicates + more,
    withdrawn: members.filter(({ outcome }) => outcome === 'withdrawn').length,
    misplaced: 0,
    key,
    kind,
    sort: 'series',
    jobIds: jobs.map(({ id }) => id),
    complaint: isWrong ? `${key}: ${times} times there, its days are ${members.map(({ outcome }, index) => `${dates[index]} ${outcome}`).join(', ')}` : null
  }
}

function ofDay(day: LedgerOccurrence | undefined, jobs: readonly LedgerJob[], facts: TallyFacts, isOfRemoved: boolean): { readonly outcome: Outcome; readonly job: LedgerJob | undefined } {
  if (day === undefined) return { outcome: 'lost', job: undefined }
  if (day.state !== 'planned') return { outcome: 'withdrawn', job: undefined }
  const { intents } = facts
  const job = jobs.find(({ post_id: postId }) => postId !== null && postId === day.post_id)
  if (isOfRemoved && job === undefined) return { outcome: 'gone', job }
  return { outcome: job === undefined ? 'lost' : outcomeIn(facts, job.id, intents.isWithdrawn(job.id)), job }
}
