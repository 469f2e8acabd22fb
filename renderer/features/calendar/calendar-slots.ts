import { isOver } from '../../../shared/schedule/is-over.ts'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import { suggestedTime } from '../composer/schedule-choice.ts'

/** What a day or hour of the calendar offers for a post: itself, later on the same day because it is over, or nothing any more. */
export type Slot = { readonly kind: 'free'; readonly at: string } | { readonly kind: 'later_today'; readonly at: string } | { readonly kind: 'over' }

/** `at`: wall-clock time in the zone. `taken`: instants (ms) of other posts; on a day that is full, they keep nothing from it. */
export function slotAt(at: string, now: number, timeZone: string, taken: readonly number[] = []): Slot {
  const resolved = resolveLocalTime(at, timeZone)
  if (resolved.kind !== 'unreadable' && !isOver(resolved.instant, now)) return { kind: 'free', at }
  const day = at.slice(0, 10)
  const next = [suggestedTime(now, timeZone, taken), suggestedTime(now, timeZone)].find((time) => time.startsWith(day))
  return next === undefined ? { kind: 'over' } : { kind: 'later_today', at: next }
}
