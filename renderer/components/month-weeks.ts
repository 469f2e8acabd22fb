import { Temporal } from 'temporal-polyfill'

/** The weeks, Monday first, that hold the month of `day` (`2026-11-21`), each as seven dates; days of the neighbouring months fill them up. */
export function monthWeeks(day: string): readonly (readonly string[])[] {
  const first = Temporal.PlainDate.from(day).with({ day: 1 })
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  const count = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / 7)
  return Array.from({ length: count }, (_, week) => Array.from({ length: 7 }, (_day, place) => monday.add({ days: week * 7 + place }).toString()))
}

/** Where a key leads from a day of the grid; null for keys that move nothing. */
export function dayAfterKey(day: string, key: string): string | null {
  const from = Temporal.PlainDate.from(day)
  switch (key) {
    case 'ArrowLeft':
      return from.subtract({ days: 1 }).toString()
    case 'ArrowRight':
      return from.add({ days: 1 }).toString()
    case 'ArrowUp':
      return from.subtract({ days: 7 }).toString()
    case 'ArrowDown':
      return from.add({ days: 7 }).toString()
    case 'Home':
      return from.subtract({ days: from.dayOfWeek - 1 }).toString()
    case 'End':
      return from.add({ days: 7 - from.dayOfWeek }).toString()
    case 'PageUp':
      return from.subtract({ months: 1 }).toString()
    case 'PageDown':
      return from.add({ months: 1 }).toString()
    default:
      return null
  }
}
