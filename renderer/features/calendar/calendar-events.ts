import type { EventInput } from '@fullcalendar/react'
import { isOver } from '../../../shared/schedule/is-over.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import { endOfLocalDay, toLocalDateTime } from '../../../shared/schedule/local-time.ts'

/** How long a post is drawn in the week: long enough for two lines of text. Posts themselves have no duration. */
const drawnMinutes = 45

/** When a post stands on the calendar: the time of what has not left, its publication, else its time, else its plan; null for a draft without one. In ms since the epoch. */
export function momentOf(post: PostSummary): number | null {
  if (post.rest !== undefined && post.schedule !== null) return post.schedule.dueAt
  return post.publishedAt ?? post.schedule?.dueAt ?? post.plan?.at ?? null
}

/** Only a post that still waits can be moved, a draft, and what asks because its time has passed; what is out, on its way or in doubt stays where it happened. Of a post that is out on some accounts the rest is moved. */
export function isMovable(post: PostSummary): boolean {
  return post.status === 'scheduled' || post.status === 'draft' || post.isToMove === true || post.rest !== undefined
}

/** A draft that waits for a time: it has none, or the one it was planned for is over. */
export function isToPlan(post: PostSummary, now: number): boolean {
  return post.status === 'draft' && (post.plan === null || isOver(post.plan.at, now))
}

/** What is out already of today, or was and is deleted: behind what is still to come, since a day of the month shows its first few only. What asks for a decision is not over. */
export function outToday(posts: readonly PostSummary[], now: number, timeZone: string): readonly string[] {
  const today = toLocalDateTime(now, timeZone).slice(0, 10)
  return posts.flatMap((post) => {
    const moment = momentOf(post)
    return moment !== null && (post.status === 'published' || post.status === 'removed') && isOver(moment, now) && toLocalDateTime(moment, timeZone).slice(0, 10) === today ? [post.id] : []
  })
}

/** `behind`: those that stand last among those of their day. What asks for a decision, or may leave at another hour than this one, stands first, so that it is never among those a full day of the month hides. */
export function toCalendarEvents(posts: readonly PostSummary[], behind: ReadonlySet<string>, timeZone: string): EventInput[] {
  return posts.flatMap((post) => {
    const moment = momentOf(post)
    if (moment === null) return []
    return [
      {
        id: post.id,
        title: post.excerpt,
        order: post.status === 'needs_attention' || post.stillAt !== undefined ? -1 : behind.has(post.id) ? 1 : 0,
        start: new Date(moment),
        // Never into the next day, where it would stand a second time.
        end: new Date(Math.min(moment + drawnMinutes * 60_000, endOfLocalDay(moment, timeZone))),
        startEditable: isMovable(post),
        durationEditable: false
      }
    ]
  })
}

/** The wall-clock time to the minute out of the calendar's own ISO text, which is already in the calendar's zone. */
export function wallClock(isoText: string, timeWithoutHour: string): string {
  return isoText.includes('T') ? isoText.slice(0, 16) : `${isoText}T${timeWithoutHour}`
}
