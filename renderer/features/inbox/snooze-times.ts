import { Temporal } from 'temporal-polyfill'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'

export interface SnoozeChoice {
  readonly id: 'snoozeLater' | 'snoozeTomorrow' | 'snoozeMonday'
  /** ms since the epoch. */
  readonly until: number
}

const morning = Temporal.PlainTime.from('09:00')

/** When a snoozed conversation can come back, in the client's own mornings. */
export function snoozeChoices(now: number, timeZone: string): readonly SnoozeChoice[] {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  const daysToMonday = 8 - here.dayOfWeek
  const morningAfter = (days: number): number => here.toPlainDate().add({ days }).toZonedDateTime({ timeZone, plainTime: morning }).epochMilliseconds
  return [
    { id: 'snoozeLater', until: now + 3 * 3_600_000 },
    { id: 'snoozeTomorrow', until: morningAfter(1) },
    { id: 'snoozeMonday', until: morningAfter(daysToMonday) }
  ]
}

export type SnoozeTime = { readonly kind: 'future'; readonly until: number } | { readonly kind: 'past' | 'incomplete' }

/** The time that somebody entered (`2026-11-23T09:00`, by the clocks of the zone) as a moment to come back at. */
export function readSnoozeTime(entered: string, timeZone: string, now: number): SnoozeTime {
  const resolved = resolveLocalTime(entered, timeZone)
  if (resolved.kind === 'unreadable' || !entered.includes('T')) return { kind: 'incomplete' }
  return resolved.instant > now ? { kind: 'future', until: resolved.instant } : { kind: 'past' }
}
