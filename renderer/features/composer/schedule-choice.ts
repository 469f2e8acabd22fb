import { Temporal } from 'temporal-polyfill'

/** Between these hours people read; a suggestion that falls outside waits for the morning. */
const firstHour = 8
const lastHour = 21
const morning = { hour: 9, minute: 0 }
/** So far apart from other posts of the same account: nearer, they take each other's readers. ms. */
const apartMs = 3_600_000

/**
 * The next full half hour at least ten minutes away, as wall-clock time in the zone; at night the next morning at nine. Where the time field starts.
 * `taken`: instants (ms) of other posts on the same accounts; it is an hour or more from each of them.
 */
export function suggestedTime(now: number, timeZone: string, taken: readonly number[] = []): string {
  const earliest = Temporal.Instant.fromEpochMilliseconds(now).add({ minutes: 10 }).toZonedDateTimeISO(timeZone)
  const rounded = earliest.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
  let time = byDay(rounded.toPlainDateTime())
  // It ends: what is taken is finite, and each step is later than the one before.
  while (isTaken(time.toZonedDateTime(timeZone).epochMilliseconds, taken)) time = byDay(time.add({ minutes: 30 }))
  return time.toString({ smallestUnit: 'minute' })
}

function isTaken(at: number, taken: readonly number[]): boolean {
  return taken.some((other) => Math.abs(other - at) < apartMs)
}

function byDay(time: Temporal.PlainDateTime): Temporal.PlainDateTime {
  if (time.hour < firstHour) return time.with(morning)
  return time.hour > lastHour ? time.add({ days: 1 }).with(morning) : time
}

/** A wall-clock time as an instant that formats to the same figures in the zone `UTC`: for writing it in words, never for computing. */
export function asUtcFigures(localDateTime: string): number {
  return Date.parse(`${localDateTime}:00Z`)
}
