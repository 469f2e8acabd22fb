import { Temporal } from 'temporal-polyfill'
import type { Formats } from './formats.ts'

/** What a field for dates needs to know to understand typed words. */
export interface TypedContext {
  readonly locale: string
  /** `2026-11-21`: what “tomorrow” counts from; a date without a year is the next such day. */
  readonly today: string
  /** Kept where only a day or only an hour is typed; empty when there is none. */
  readonly current: string
}

/** The hour of a day that is given without one. */
export const hourOfADay = '09:00'

/**
 * Reads a wall-clock date and time as people type it in the studio's language (`28/11 9h30`, `28 nov. 2026 09:30`, `tomorrow 9`, `monday 9h`, `14:00`) or in
 * ISO form; answers `2026-11-28T09:30`, null for what cannot be understood. Day before month in both languages; 12 hours only with am or pm.
 */
export function readDateTime(typed: string, context: TypedContext): string | null {
  const { rest, time } = splitTime(tidy(typed).replace(/^(\d{4}-\d{2}-\d{2})t/, '$1 '))
  if (time === null) return null
  const [currentDate = '', currentTime = ''] = context.current.split('T')
  const date = rest === '' && time !== '' ? currentDate || context.today : readDate(rest, context)
  return date === null ? null : `${date}T${time || currentTime || hourOfADay}`
}

/** Reads a date alone: `28/11`, `28 nov. 2026`, `tomorrow`, `monday`, `2026-11-28`; answers `2026-11-28`. */
export function readDate(typed: string, { locale, today }: TypedContext): string | null {
  const text = tidy(typed)
  const away = relativeDays[text]
  if (away !== undefined) return Temporal.PlainDate.from(today).add({ days: away }).toString()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const { figures, named } = dayFigures(text, locale)
  if (figures) return nextDate(figures[3], Number(figures[2]), Number(figures[1]), today)
  const weekday = /^[a-z]+\.?$/.test(text) ? weekdayOf(text, locale) : null
  if (weekday !== null) return nextWeekday(weekday, today)
  if (!named) return null
  const month = monthOf(named[2] ?? '', locale)
  return month === null ? null : nextDate(named[3], month, Number(named[1]), today)
}

/** Whether what cannot be read names a day, only one that no year has: `30 February`, `31/11`. */
export function isNoSuchDay(typed: string, { locale }: Pick<TypedContext, 'locale'>): boolean {
  const { rest } = splitTime(tidy(typed))
  const { figures, named } = dayFigures(rest, locale)
  if (figures !== null) return nextDate(figures[3], Number(figures[2]), Number(figures[1]), '2000-01-01') === null
  const month = named === null ? null : monthOf(named[2] ?? '', locale)
  return month !== null && nextDate(named?.[3], month, Number(named?.[1]), '2000-01-01') === null
}

/** Day, month and year as they were typed, in figures alone or with the month's name. */
function dayFigures(text: string, locale: string): { readonly figures: RegExpExecArray | null; readonly named: readonly (string | undefined)[] | null } {
  const words = text.replace(/^[a-z]+\.? (?=\d)/, (word) => (isWeekday(word, locale) ? '' : word))
  return {
    figures: /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}))?$/.exec(text),
    named: /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]{3,})\.?(?: (\d{4}))?$/.exec(words) ?? reorder(/^([a-z]{3,})\.? (\d{1,2})(?: (\d{4}))?$/.exec(words))
  }
}

/** As it stands in a field: `Sat 28 Nov 2026, 09:30`; `readDateTime` reads it back. Empty for what is no date. */
export function writeDateTime(value: string, formats: Formats): string {
  const [date = '', time] = value.split('T')
  const instant = Date.parse(`${date}T${time ?? '12:00'}:00Z`)
  if (Number.isNaN(instant)) return ''
  // Wall-clock figures: the zone `UTC` only keeps them as they are.
  const day = formats.datedDay(instant, 'UTC')
  return time === undefined ? day : `${day}, ${formats.time(instant, 'UTC')}`
}

const relativeDays: Readonly<Record<string, number>> = { "aujourd'hui": 0, today: 0, demain: 1, tomorrow: 1, 'apres-demain': 2, 'apres demain': 2, 'day after tomorrow': 2, 'the day after tomorrow': 2 }

/** Hours that have a name. Midnight is none of them: of `tomorrow midnight` nobody knows which night is meant. */
const namedHours: Readonly<Record<string, string>> = { midi: '12:00', noon: '12:00' }

/** Lower case without accents, commas, “at” and doubled spaces. */
function tidy(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").replaceAll(',', ' ').replaceAll(/ (at|a) /g, ' ').replaceAll(/\s+/gu, ' ').trim()
}

/** Takes the hour off the end: empty when there is none, null when there is no such hour. */
function splitTime(text: string): { readonly rest: string; readonly time: string | null } {
  const lastWord = /(?:^|\s)([a-z]+)$/.exec(text)
  const named = namedHours[lastWord?.[1] ?? '']
  if (named !== undefined) return { rest: text.slice(0, -(lastWord?.[0].length ?? 0)).trim(), time: named }
  const figures = /(?:^|\s)(\d{1,2})\s?[:h]\s?(\d{2})?\s?(am|pm)?$/.exec(text) ?? /(?:^|\s)(\d{1,2})()\s?(am|pm)$/.exec(text) ?? hourAfterWord(text)
  if (figures === null) return { rest: text, time: '' }
  const [whole, hours, minutes, half] = figures
  return { rest: text.slice(0, -whole.length).trim(), time: timeOf(Number(hours), minutes || '00', half) }
}

/** `tomorrow 9`: behind such a word a figure alone can be nothing but the hour. Behind a weekday it may be the day of the month. */
function hourAfterWord(text: string): RegExpExecArray | null {
  const figures = /\s(\d{1,2})()$/.exec(text)
  return figures !== null && relativeDays[text.slice(0, figures.index)] !== undefined ? figures : null
}

function timeOf(hours: number, minutes: string, half: string | undefined): string | null {
  const isPossible = Number(minutes) < 60 && (half === undefined ? hours < 24 : hours >= 1 && hours <= 12)
  if (!isPossible) return null
  const hour = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

function nextDate(year: string | undefined, month: number, day: number, today: string): string | null {
  if (year !== undefined) return dateOf(Number(year), month, day)
  const thisYear = Number(today.slice(0, 4))
  // Eight years hold a 29 February.
  for (let later = 0; later <= 8; later += 1) {
    const date = dateOf(thisYear + later, month, day)
    if (date !== null && date >= today) return date
  }
  return null
}

function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The only month whose name begins so; null for `jui`, which may be June or July. */
function monthOf(beginning: string, locale: string): number | null {
  const found = namesOf(locale, 'month').flatMap((name, index) => (name.startsWith(beginning) ? [index + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

const isWeekday = (word: string, locale: string): boolean => weekdayOf(word, locale) !== null

/** 1 for Monday to 7; null for what begins no weekday, or more than one. */
function weekdayOf(word: string, locale: string): number | null {
  const beginning = word.replaceAll(/[. ]/g, '')
  if (beginning.length < 2) return null
  const found = namesOf(locale, 'weekday').flatMap((name, index) => (name.startsWith(beginning) ? [index + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The coming one; today's own name means a week from today. */
function nextWeekday(weekday: number, today: string): string {
  const from = Temporal.PlainDate.from(today)
  return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 || 7 }).toString()
}

function namesOf(locale: string, part: 'month' | 'weekday'): readonly string[] {
  const write = new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' })
  const count = part === 'month' ? 12 : 7
  return Array.from({ length: count }, (_, index) => tidy(write.format(part === 'month' ? Date.UTC(2026, index, 1) : Date.UTC(2026, 5, 1 + index))))
}

/** `november 28 2026` as day, month, year. */
function reorder(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]]
}
