import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { withTargets } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { addDays, nextOccurrence } from '../../../shared/series/occurrences.ts'
import type { JobIds, PostsService } from '../posts/posts-service.ts'
import { stableId } from '../stable-id.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { OccurrenceRecord, SeriesRecord } from './series-record.ts'
import { instantOn, seriesDates, versionOn } from './series-versions.ts'

/** How far ahead occurrences stand as posts of their own, in days: the calendar shows the next two months, and no series fills the database. */
export const horizonDays = 62

/** A year of days and those made ahead. */
const newestCount = 400 + horizonDays

/** What becomes of a time that is over: `ask` when it went by while the series ran, `leave_out` when the user starts, changes or resumes it. */
export type OverTimes = 'ask' | 'leave_out'

/**
 * Inside a transaction: makes the posts of all days up to the horizon that were not dealt with yet. Every day has its row, made in the same
 * transaction as the post and its jobs: cut off anywhere, a day is either made or not; run twice, the second finds it made. Ids and keys follow from
 * series, revision and day, so that even a database put back to an earlier state makes the same ones again. Gives the posts that were made.
 */
export function makeOccurrences(needs: SeriesNeeds, series: SeriesRecord, overTimes: OverTimes): readonly string[] {
  if (series.state !== 'active') return []
  const { repository, context } = needs
  const now = context.clock.now()
  const horizon = addDays(localDate(now, series.plan.timeZone), horizonDays)
  const made: string[] = []
  for (const date of seriesDates(series, addDays(series.madeUntil, 1), horizon)) {
    if (repository.occurrence(series.id, date) !== null) continue
    if (instantOn(series, date) > now) made.push(...makeOne(needs, series, date))
    else if (overTimes === 'ask') repository.put({ seriesId: series.id, date, state: 'passed', postId: null, isSettled: false })
  }
  if (horizon > series.madeUntil) repository.write({ ...series, madeUntil: horizon })
  endWhenOver(needs, series.id, horizon)
  return made
}

/** Inside a transaction: the post of one day; none when no account is left to post to, and the series stands still then. */
export function makeOne({ repository, posts, accounts, context }: SeriesNeeds, series: SeriesRecord, date: string): readonly string[] {
  const postId = stableId(series.id, `${series.revision} ${date}`)
  const planned = planDay({ repository, posts, accounts }, series, { date, postId })
  if (!planned.ok) {
    context.log.warning(`an occurrence of series ${series.id} could not be planned: ${planned.error.code}`)
    // As a draft of that day it is at least seen.
    if (posts.read(postId) === null) return []
  }
  repository.put({ seriesId: series.id, date, state: 'planned', postId, isSettled: true })
  return [postId]
}

/** Inside a transaction: gives the post of a day its hour and its jobs; it is made first where there is none. */
function planDay({ repository, posts, accounts }: Pick<SeriesNeeds, 'repository' | 'posts' | 'accounts'>, series: SeriesRecord, { date, postId }: { readonly date: string; readonly postId: string }): ReturnType<PostsService['plan']> {
  const { content, plan } = versionOn(series, date)
  const siblings = newestOf(repository.occurrences(series.id)).flatMap((occurrence) => occurrence.postId ?? [])
  return posts.plan({ postId, content: contentNow({ accounts }, content), siblings, localDateTime: `${date}T${plan.localTime}`, timeZone: plan.timeZone, jobIds: jobIdsOf(postId) })
}

/**
 * Inside a transaction: a day that had to stay a draft (`shared/posts/unattended.ts`) gets its hour once nothing stands in its way: nobody is told of it any more then. What somebody wrote on, or ever planned, is
 * left to them. Whether there was one.
 */
export function planWhatWasLeft(needs: SeriesNeeds, series: SeriesRecord): boolean {
  const { repository, posts, accounts, context } = needs
  if (series.state !== 'active') return false
  const left = newestOf(repository.occurrences(series.id)).flatMap(({ date, state, postId }) => {
    if (state !== 'planned' || postId === null || instantOn(series, date) <= context.clock.now()) return []
    const post = posts.read(postId)
    const isAsMade = post !== null && post.schedule === null && post.jobs.length === 0 && posts.isSame(post.content, contentNow({ accounts }, versionOn(series, date).content))
    return isAsMade && posts.unattendedStops(postId, instantOn(series, date)).length === 0 ? [{ date, postId }] : []
  })
  return left.filter((day) => planDay(needs, series, day).ok).length > 0
}

/** Accounts that were removed since get nothing. */
export function contentNow({ accounts }: Pick<SeriesNeeds, 'accounts'>, content: PostContent): PostContent {
  const inUse = new Set(accounts.list().map((account) => account.id))
  return withTargets(content, content.targets.filter(({ accountId }) => inUse.has(accountId)))
}

export function localDate(instant: number, timeZone: string): string {
  return toLocalDateTime(instant, timeZone).slice(0, 10)
}

/**
 * Those before are history: years of a daily series are not read again each time something changes. Counted from the newest that was made and not from
 * today: after years away, or under a clock that is years ahead, all that was made is long over, and still has to be asked about.
 */
export function newestOf(occurrences: readonly OccurrenceRecord[]): readonly OccurrenceRecord[] {
  return occurrences.slice(-newestCount)
}

function jobIdsOf(postId: string): JobIds {
  return (accountId, part) => ({ id: stableId(postId, `job ${accountId} ${part}`), idempotencyKey: stableId(postId, `key ${accountId} ${part}`) })
}

/** Its last day was dealt with and is over: it is history. */
function endWhenOver({ repository, context }: SeriesNeeds, seriesId: string, horizon: string): void {
  const series = repository.read(seriesId)
  if (series === null || nextOccurrence(series.plan, addDays(horizon, 1)) !== null) return
  const today = localDate(context.clock.now(), series.plan.timeZone)
  const last = repository.occurrences(seriesId).at(-1)
  if (last === undefined || last.date < today) repository.write({ ...series, state: 'ended' })
}
