import { isOver } from '../../../shared/schedule/is-over.ts'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import { suggestedTime } from '../composer/schedule-choice.ts'

/** What a day or hour of the calendar offers for a post: itself, later on the same day because it is over, or nothing any more. */
export type Slot = { readonly kind: 'free'; readonly at: string } | { readonly kind: 'later_today'; readonly at: string } | { readonly kind: 'over' }

/** `at`: wall-clock time in the zone. */
export function slotAt(at: string, now: number, timeZone: string): Slot {
  const resolved = resolveLocalTime(at, timeZone)
  if (resolved.kind !== 'unreadable' && !isOver(resolved.instant, now)) return { kind: 'free', at }
  const next = suggestedTime(now, timeZone)
  return next.startsWith(at.slice(0, 10)) ? { kind: 'later_today', at: next } : { kind: 'over' }
}
