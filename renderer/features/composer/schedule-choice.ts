import { Temporal } from 'temporal-polyfill'

/** The next full half hour at least ten minutes away, as wall-clock time in the zone: where the time field starts. */
export function suggestedTime(now: number, timeZone: string): string {
  const earliest = Temporal.Instant.fromEpochMilliseconds(now).add({ minutes: 10 }).toZonedDateTimeISO(timeZone)
  const rounded = earliest.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
  return rounded.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** A wall-clock time as an instant that formats to the same figures in the zone `UTC`: for writing it in words, never for computing. */
export function asUtcFigures(localDateTime: string): number {
  return Date.parse(`${localDateTime}:00Z`)
}
