import { certainlyOverFrom } from '../../../../shared/posts/check-occasion.ts'
import type { Occasion } from '../../../../shared/posts/occasion.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'
import type { LocalPost } from './google-business-schemas.ts'

/**
 * https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts (read on 2026-11-23): `event` is required of an event and of an offer, its interval “must contain all
 * fields to be valid”, and days and hours have no zone: they are the place's own.
 */
export function occasionBody(occasion: Occasion | undefined, link: string | null): object {
  if (occasion === undefined) return { topicType: 'STANDARD' }
  const { kind, title, starts, ends, coupon, redeemAt = link ?? undefined, conditions } = occasion
  const event = { title, schedule: { startDate: dayOf(starts), startTime: hourOf(starts), endDate: dayOf(ends), endTime: hourOf(ends) } }
  if (kind === 'event') return { topicType: 'EVENT', event }
  const more = Object.entries({ couponCode: coupon, redeemOnlineUrl: redeemAt, termsConditions: conditions }).filter(([, value]) => value !== undefined)
  return { topicType: 'OFFER', event, ...(more.length === 0 ? {} : { offer: Object.fromEntries(more) }) }
}

/** The kinds that Vigie makes. Any other word says nothing, and `LOCAL_POST_TOPIC_TYPE_UNSPECIFIED` of the same page neither. */
const told: ReadonlySet<string> = new Set(['STANDARD', 'EVENT', 'OFFER'])

/** Whether a post there may be the one that was sent with this: what Google does not tell of it speaks against nothing. */
export function hasOccasion({ topicType = '', event }: Pick<LocalPost, 'topicType' | 'event'>, occasion: Occasion | undefined): boolean {
  if (told.has(topicType) && topicType !== (occasion === undefined ? 'STANDARD' : occasion.kind.toUpperCase())) return false
  if (occasion === undefined || event === undefined) return true
  const { title, schedule } = event
  return (title === undefined || plainWords(title) === plainWords(occasion.title)) && isDay(schedule?.startDate, occasion.starts) && isDay(schedule?.endDate, occasion.ends)
}

/** Over at every place on earth: that of this place is told by nobody. `now` in ms since the epoch. */
export function isCertainlyOver(occasion: Occasion | undefined, now: number): boolean {
  return occasion !== undefined && certainlyOverFrom(occasion) <= now
}

interface Day {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
}

function isDay(there: Day | undefined, time: string): boolean {
  const day = dayOf(time)
  return (['year', 'month', 'day'] as const).every((part) => there?.[part] === undefined || there[part] === day[part])
}

/** Of `2026-12-05T18:00`. */
function dayOf(time: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(time.slice(0, 4)), month: Number(time.slice(5, 7)), day: Number(time.slice(8, 10)) }
}

function hourOf(time: string): object {
  return { hours: Number(time.slice(11, 13)), minutes: Number(time.slice(14, 16)), seconds: 0, nanos: 0 }
}
