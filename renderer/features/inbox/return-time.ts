import type { Formats } from '../../language/formats.ts'

/** The day and the time at which a conversation comes back, for the sentences of the catalogue. */
export function returnTime(formats: Formats, until: number, now: number, timeZone: string): { readonly day: string; readonly time: string } {
  return { day: formats.comingDay(until, now, timeZone), time: formats.time(until, timeZone) }
}
