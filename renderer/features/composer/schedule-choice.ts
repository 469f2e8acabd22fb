import { Temporal } from 'temporal-polyfill'

/** Between these hours people read; a suggestion that falls outside waits for the morning. */
const firstHour = 8
const lastHour = 21
const morning = { hour: 9, minute: 0 }

/** The next full half hour at least ten minutes away, as wall-clock time in the zone; at night the next morning at nine. Where the time field starts. */
export function suggestedTime(now: number, timeZone: string): string {
  const earliest = Temporal.Instant.fromEpochMilliseconds(now).add({ minutes: 10 }).toZonedDateTimeISO(timeZone)
  const rounded = earliest.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
  return byDay(rounded.toPlainDateTime()).toString({ smallestUnit: 'minute' })
}

function byDay(time: Temporal.PlainDateTime): Temporal.PlainDateTime {
  if (time.hour < firstHour) return time.with(morning)
  return time.hour > lastHour ? time.add({ days: 1 }).with(morning) : time
}

/** A wall-clock time as an instant that formats to the same figures in the zone `UTC`: for writing it in words, never for computing. */
export function asUtcFigures(localDateTime: string): number {
  return Date.parse(`${localDateTime}:00Z`)
}
