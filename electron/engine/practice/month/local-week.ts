import { Temporal } from 'temporal-polyfill'
import type { WeekTime } from './month-data.ts'

const minuteMs = 60_000

export interface LocalMoment {
  /** ms since the epoch. */
  readonly at: number
  /** What the clocks of the zone show: `2026-11-21T09:00`. */
  readonly localDateTime: string
}

/** The moment a place in the weeks around `now` means in a zone. A time that a clock change skips is moved forward. */
export function momentOf({ week, day, time }: WeekTime, now: number, timeZone: string): LocalMoment {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const date = today.add({ days: week * 7 + day - today.dayOfWeek })
  const zoned = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
  return { at: zoned.epochMilliseconds, localDateTime: zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }) }
}

/** Nobody writes in the middle of the night: a moment between midnight and seven becomes an hour of the evening before. */
export function notAtNight(at: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  if (local.hour >= 7) return at
  const evening = local.toPlainDate().subtract({ days: 1 }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('22:00') })
  return evening.epochMilliseconds + (local.hour * 7 + local.minute / 2) * minuteMs
}

/** The business answers from eight in the morning to ten at night; what would fall into the night waits for the morning. */
export function whenAwake(at: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  if (local.hour >= 8 && local.hour < 22) return at
  const day = local.hour < 8 ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('08:20') }).epochMilliseconds + (local.minute / 2) * minuteMs
}

/** Nine in the morning of the next day: when what was put off comes back. */
export function tomorrowMorning(now: number, timeZone: string): number {
  const tomorrow = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 })
  return tomorrow.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('09:00') }).epochMilliseconds
}
