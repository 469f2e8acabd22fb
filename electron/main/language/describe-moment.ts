import type { Language } from './texts.ts'

const dayMs = 86_400_000

/** A moment of the next days for people, in the computer's time zone: the hour alone today, `tomorrow, 09:30`, else with the day. Both in ms since the epoch. */
export function describeMoment(language: Language, at: number, now: number, timeZone?: string): string {
  // British order and 24 hours for English: Vigie is written in neutral English.
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const zone = timeZone === undefined ? {} : { timeZone }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short', ...zone })
  const isToday = day.format(at) === day.format(now)
  if (day.format(at) === day.format(now + dayMs)) {
    const tomorrow = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day')
    return `${tomorrow}, ${new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone }).format(at)}`
  }
  const withDay = isToday ? {} : ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...withDay, ...zone }).format(at)
}
