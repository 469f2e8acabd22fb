import type { Language } from './texts.ts'

/** A moment of the next days for people, in the computer's time zone: the hour alone today, with the day otherwise. Both in ms since the epoch. */
export function describeMoment(language: Language, at: number, now: number, timeZone?: string): string {
  // British order and 24 hours for English: Vigie is written in neutral English.
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const zone = timeZone === undefined ? {} : { timeZone }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short', ...zone })
  const isToday = day.format(at) === day.format(now)
  const withDay = isToday ? {} : ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...withDay, ...zone }).format(at)
}
