import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { addDays, dayBefore, nextOccurrence, occurrenceDates, occurrenceInstant, planProblem } from '../../../shared/series/occurrences.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { certainlyOverFrom, occasionsOf } from '../../../shared/posts/check-occasion.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { SeriesPlan } from '../../../shared/series/series.ts'
import type { Refusal } from '../posts/refusal-of-repeats.ts'
import type { PostNow } from '../posts/posts-service.ts'
import { makeOccurrences } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { SeriesRecord } from './series-record.ts'
import { repeatAtStart, repeatFrom } from './series-repeats.ts'
import { versionsBefore } from './series-versions.ts'
import { takeBackFrom } from './take-back-occurrences.ts'

const missing = studioError('not_found', 'no such series in this workspace')
const alreadyRepeated = studioError('conflict', 'this post belongs to a series already')

type Start = ParsedInput<'series.start'>

/** Inside a transaction. */
export function startSeries(needs: SeriesNeeds, input: Start): Result<SeriesRecord> {
  const { repository, context, posts } = needs
  const there = repository.read(input.seriesId)
  // Started by the first call; its answer was lost.
  if (there !== null) return succeed(there)
  if (repository.occurrenceOfPost(input.postId) !== null) return fail(alreadyRepeated)
  const plan = planOf(input, context.workspace().timeZone)
  const problem = planProblem(plan)
  const firstDate = problem === null ? nextOccurrence(plan, plan.startDate) : null
  if (firstDate === null) return fail(badPlan(problem ?? 'end_before_start'))
  const { localDateTime } = occurrenceInstant(plan, firstDate)
  const beyond = beyondOccasion(needs, input.postId, { ...plan, startDate: firstDate })
  if (beyond !== null) return beyond
  const repeat = repeatAtStart(needs, input, { ...plan, startDate: firstDate })
  if (repeat !== null) return repeat
  const scheduled = posts.scheduleByUser({ postId: input.postId, revision: input.revision, localDateTime, timeZone: plan.timeZone })
  if (!scheduled.ok) return scheduled
  const post = posts.read(input.postId)
  if (post === null) return fail(missing)
  const now = context.clock.now()
  const series: SeriesRecord = {
    id: input.seriesId,
    revision: 1,
    state: 'active',
    ...contentOf(post),
    plan: { ...plan, startDate: firstDate },
    earlier: [],
    madeUntil: dayBefore(firstDate),
    zoneKeptFor: null,
    createdAt: now,
    updatedAt: now
  }
  repository.write(series)
  repository.put({ seriesId: series.id, date: firstDate, state: 'planned', postId: input.postId, isSettled: true })
  makeOccurrences(needs, series, 'leave_out')
  return succeed(series)
}

/** Inside a transaction: this one and the following. */
export function changeFollowing(needs: SeriesNeeds, input: ParsedInput<'series.changeFollowing'>): Result<SeriesRecord> {
  const { repository, context, posts } = needs
  const series = repository.read(input.seriesId)
  const occurrence = repository.occurrenceOfPost(input.postId)
  if (series === null || occurrence?.seriesId !== input.seriesId) return fail(missing)
  const asked = planOf(input, series.plan.timeZone)
  const plan = planFrom(asked, occurrence.date)
  const problem = planProblem({ ...asked, startDate: occurrence.date })
  if (problem !== null && problem !== 'end_before_start') return fail(badPlan(problem))
  const beyond = beyondOccasion(needs, input.postId, plan)
  if (beyond !== null) return beyond
  const repeat = repeatFrom(needs, input, { series, occurrence, plan })
  if (repeat !== null) return repeat
  const scheduled = posts.scheduleByUser({ postId: input.postId, revision: input.revision, localDateTime: input.localDateTime, timeZone: context.workspace().timeZone })
  if (!scheduled.ok) return scheduled
  const post = posts.read(input.postId)
  if (post === null) return fail(missing)
  takeBackFrom(needs, series, addDays(occurrence.date, 1), 'series_changed')
  const changed: SeriesRecord = {
    ...series,
    ...contentOf(post),
    revision: series.revision + 1,
    state: series.state === 'paused' ? 'paused' : 'active',
    plan,
    // What had ended stays so before this day.
    earlier: series.state === 'ended' ? [] : versionsBefore(series, occurrence.date),
    madeUntil: occurrence.date,
    updatedAt: context.clock.now()
  }
  repository.write(changed)
  repository.writeEarlier(changed)
  makeOccurrences(needs, changed, 'leave_out')
  return succeed(changed)
}

const repeatsBeyond = studioError('post_has_problems', 'the series goes on after its event or offer is over', { details: { reason: 'occasion_over_in_series' } })

/** A series that would announce what is over everywhere. */
function beyondOccasion({ posts, accounts }: SeriesNeeds, postId: string, plan: SeriesPlan): Refusal | null {
  const post = posts.read(postId)
  const occasions = post === null ? [] : occasionsOf(post.content, accounts.list(), capabilitiesOf)
  const isBeyond = occasions.some(({ ends }) => {
    if (ends === '') return false
    const over = toLocalDateTime(certainlyOverFrom({ ends }), plan.timeZone)
    const day = over.slice(0, 10)
    // On that day a post may still go out before that hour.
    return nextOccurrence(plan, over <= `${day}T${plan.localTime}` ? day : addDays(day, 1)) !== null
  })
  return isBeyond ? fail(repeatsBeyond) : null
}

/** From the changed day on, so that a pause or a day left out brings it back too. One that was put on another day is dealt with: the rule goes on after both. */
function planFrom(asked: SeriesPlan, date: string): SeriesPlan {
  const day = asked.startDate
  if (day === date && occurrenceDates(asked, date, date).length === 1) return asked
  return { ...asked, startDate: addDays(day > date ? day : date, 1), end: endAfter(asked.end, date) }
}

/** What is left of it after this day. */
function endAfter(end: SeriesPlan['end'], date: string): SeriesPlan['end'] {
  if (end.kind === 'until') return end
  return end.count > 1 ? { kind: 'count', count: end.count - 1 } : { kind: 'until', date }
}

function planOf({ localDateTime, rule, end }: Pick<Start, 'localDateTime' | 'rule' | 'end'>, timeZone: string): SeriesPlan {
  return { rule, end, timeZone, startDate: localDateTime.slice(0, 10), localTime: localDateTime.slice(11) }
}

function contentOf({ content, excerpt }: PostNow): Pick<SeriesRecord, 'content' | 'excerpt'> {
  return { content, excerpt }
}

function badPlan(problem: string): ReturnType<typeof studioError> {
  return studioError('invalid_input', `the repetition cannot be: ${problem}`, { details: { problem } })
}
