import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import { addDays, occurrenceDates, occurrenceInstant } from '../../../shared/series/occurrences.ts'
import type { SeriesPlan } from '../../../shared/series/series.ts'
import type { Refusal } from '../posts/refusal-of-repeats.ts'
import { horizonDays, localDate } from './make-occurrences.ts'
import type { SeriesNeeds } from './series-needs.ts'
import type { OccurrenceRecord, SeriesRecord } from './series-record.ts'
import { versionOn } from './series-versions.ts'

// A series says the same again on purpose. What another post says on the same account within a day of one of its times may be an accident: that is asked about, of all the days that are made at once.

/** Of a draft, or of a post that waits: what stands near the hour that it has was meant. */
export function repeatAtStart(needs: SeriesNeeds, { postId, isRepeatMeant }: ParsedInput<'series.start'>, plan: SeriesPlan): Refusal | null {
  if (isRepeatMeant === true) return null
  const post = needs.posts.read(postId)
  const waitsAt = post?.status === 'scheduled' && post.schedule !== null ? [post.schedule.dueAt] : []
  return needs.posts.refusalOfRepeats({ postId, at: momentsOf(needs, plan, plan.startDate), knownAt: waitsAt })
}

interface Change {
  readonly series: SeriesRecord
  readonly occurrence: OccurrenceRecord
  /** From this day on. */
  readonly plan: SeriesPlan
}

/** Where the words stay as they are, what stood near one of its days was meant. */
export function repeatFrom(needs: SeriesNeeds, input: ParsedInput<'series.changeFollowing'>, { series, occurrence, plan }: Change): Refusal | null {
  const { posts, context } = needs
  const post = posts.read(input.postId)
  if (input.isRepeatMeant === true || post === null) return null
  const own = resolveLocalTime(input.localDateTime, context.workspace().timeZone)
  const following = series.state === 'paused' ? [] : momentsOf(needs, plan, addDays(occurrence.date, 1))
  const isSame = posts.isSame(post.content, versionOn(series, occurrence.date).content)
  return posts.refusalOfRepeats({ postId: input.postId, at: [...(own.kind === 'unreadable' ? [] : [own.instant]), ...following], knownAt: isSame ? momentsNow(needs, series, occurrence.date) : [] })
}

function momentsOf({ context }: SeriesNeeds, plan: SeriesPlan, from: string): readonly number[] {
  const until = addDays(localDate(context.clock.now(), plan.timeZone), horizonDays)
  // However far ahead, the first one is scheduled at once.
  return occurrenceDates(plan, from, until < from ? from : until).map((date) => occurrenceInstant(plan, date).instant)
}

function momentsNow({ repository, posts }: SeriesNeeds, { id }: SeriesRecord, from: string): readonly number[] {
  return repository.occurrences(id).flatMap(({ date, postId }) => (date < from || postId === null ? [] : (posts.read(postId)?.schedule?.dueAt ?? [])))
}
