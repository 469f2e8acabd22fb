import { Temporal } from 'temporal-polyfill'

/**
 * A wall-clock time in a zone as a moment.
 * exact: there is exactly one such moment · gap: the clock jumps over it (spring); `instant` and `localDateTime` are moved forward by the
 * length of the gap · overlap: it comes twice (autumn); `instant` is the first, `laterInstant` the second.
 */
export type ResolvedLocalTime =
  | { readonly kind: 'exact'; readonly instant: number; readonly localDateTime: string }
  | { readonly kind: 'gap'; readonly instant: number; readonly localDateTime: string }
  | { readonly kind: 'overlap'; readonly instant: number; readonly localDateTime: string; readonly laterInstant: number }
  | { readonly kind: 'unreadable' }

/** `localDateTime` like `2026-11-21T09:00`, `timeZone` an IANA name. `unreadable`: no such date (30 February) or no such zone. Times in ms since the epoch. */
export function resolveLocalTime(localDateTime: string, timeZone: string): ResolvedLocalTime {
  try {
    const wanted = Temporal.PlainDateTime.from(localDateTime, { overflow: 'reject' })
    const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    const later = wanted.toZonedDateTime(timeZone, { disambiguation: 'later' })
    if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'exact', instant: earlier.epochMilliseconds, localDateTime: format(wanted) }
    // In a gap, "later" is the wall-clock time moved forward; in an overlap both show what was asked for.
    if (later.toPlainDateTime().equals(wanted)) {
      return { kind: 'overlap', instant: earlier.epochMilliseconds, localDateTime: format(wanted), laterInstant: later.epochMilliseconds }
    }
    return { kind: 'gap', instant: later.epochMilliseconds, localDateTime: format(later.toPlainDateTime()) }
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'unreadable' }
    throw error
  }
}

/** The moment that is meant: of an hour that comes twice the first, unless the second was chosen. */
export function chosenMoment(resolved: Exclude<ResolvedLocalTime, { kind: 'unreadable' }>, isSecond: boolean): number {
  return isSecond && resolved.kind === 'overlap' ? resolved.laterInstant : resolved.instant
}

/** Whether the clocks of the zone show this hour for the second time. */
export function isSecondTime(instant: number, timeZone: string): boolean {
  const resolved = resolveLocalTime(toLocalDateTime(instant, timeZone), timeZone)
  return resolved.kind === 'overlap' && instant >= resolved.laterInstant
}

/** What the clocks of the zone show at the moment, to the minute. Throws a RangeError for an unknown zone. */
export function toLocalDateTime(instant: number, timeZone: string): string {
  return format(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDateTime())
}

/** The first moment of the following day in the zone, ms since the epoch. */
export function endOfLocalDay(instant: number, timeZone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  return day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}

export function isKnownTimeZone(timeZone: string): boolean {
  return resolveLocalTime('2026-01-01T12:00', timeZone).kind !== 'unreadable'
}

function format(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'minute' })
}
