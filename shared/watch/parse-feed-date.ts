import { foldText } from '../text/fold-text.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

interface Fields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time: string
  readonly zone: string
}

const monthNames: readonly (readonly string[])[] = [
  ['january', 'janvier', 'januar', 'enero', 'gennaio'],
  ['february', 'fevrier', 'februar'],
  ['march', 'mars', 'marz', 'marzo'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio'],
  ['june', 'juin', 'juni', 'junio', 'giugno'],
  ['july', 'juillet', 'juli', 'julio', 'luglio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'settembre'],
  ['october', 'octobre', 'oktober', 'octubre', 'ottobre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'decembre', 'dezember', 'diciembre', 'dicembre']
]

const zonePattern = String.raw`([a-z]{1,5}|(?:utc|gmt)?\s*[+-]\s*\d{1,2}(?::?\d{2})?)?`
const timePattern = String.raw`(\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?)?`
const isoDate = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]+${timePattern}\s*${zonePattern})?$`)
const compactDate = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?z?$/
const dayFirst = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -]+([a-z]+)\.?,?[ -]+(\d{4}|\d{2})(?:,?\s+(?:at |a )?${timePattern})?\s*${zonePattern}$`)
const monthFirst = new RegExp(String.raw`^([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(?:${timePattern} *${zonePattern} +)?(\d{4})(?:,?\s+(?:at )?${timePattern}\s*${zonePattern})?$`)
const numericDayFirst = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+${timePattern}\s*${zonePattern})?$`)

/**
 * A date as feeds write it, in ms since the epoch: RFC 822 and ISO 8601 with all their misspellings, month names in English, French, German,
 * Spanish and Italian, times without zone taken as UTC. null when it says no moment that exists.
 */
export function parseFeedDate(text: string): number | null {
  const tidy = foldText(text.slice(0, 100))
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[a-z]+\.?,\s*/, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.? (?=\d|[a-z]{3,9}\.? \d)/, '')
  const fields = readIso(tidy) ?? readCompact(tidy) ?? readDayFirst(tidy) ?? readMonthFirst(tidy) ?? readNumeric(tidy)
  return fields === null ? readEpoch(tidy) : toInstant(fields)
}

function readIso(text: string): Fields | null {
  const [, year, month, day, time, zone] = isoDate.exec(text) ?? []
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day ?? 1), time: time ?? '', zone: zone ?? '' }
}

function readCompact(text: string): Fields | null {
  const [, year, month, day, hour, minute, second] = compactDate.exec(text) ?? []
  if (year === undefined) return null
  return { year: Number(year), month: Number(month), day: Number(day), time: hour === undefined ? '' : `${hour}:${minute}:${second ?? '00'}`, zone: '' }
}

function readDayFirst(text: string): Fields | null {
  const [, day, month, year, time, zone] = dayFirst.exec(text) ?? []
  return day === undefined || month === undefined ? null : { year: fullYear(year ?? ''), month: monthNumber(month), day: Number(day), time: time ?? '', zone: zone ?? '' }
}

function readMonthFirst(text: string): Fields | null {
  const [, month, day, timeBefore, zoneBefore, year, time, zone] = monthFirst.exec(text) ?? []
  if (month === undefined) return null
  return { year: Number(year), month: monthNumber(month), day: Number(day), time: timeBefore ?? time ?? '', zone: zoneBefore ?? zone ?? '' }
}

/** 21/11/2026; where only the American order makes sense, that. */
function readNumeric(text: string): Fields | null {
  const [, first, second, year, time, zone] = numericDayFirst.exec(text) ?? []
  if (first === undefined) return null
  const isAmerican = Number(second) > 12
  return { year: Number(year), month: Number(isAmerican ? first : second), day: Number(isAmerican ? second : first), time: time ?? '', zone: zone ?? '' }
}

function readEpoch(text: string): number | null {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000
  return /^\d{12,13}$/.test(text) ? Number(text) : null
}

/** 1 to 12, 0 when it is no month. */
function monthNumber(word: string): number {
  if (word.length < 3) return 0
  return monthNames.findIndex((names) => names.some((name) => name.startsWith(word) || (word.length > 3 && word.startsWith(name.slice(0, 4)) && name.length >= 4))) + 1
}

/** RFC 2822, section 4.3. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

function toInstant({ year, month, day, time, zone }: Fields): number | null {
  const ofDay = timeOfDayMs(time)
  if (ofDay === null || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  const instant = Date.UTC(year, month - 1, day) + ofDay - zoneOffsetMinutes(zone) * 60_000
  return Number.isFinite(instant) ? instant : null
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function timeOfDayMs(text: string): number | null {
  if (text === '') return 0
  const [, hour, minute, second, half] = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}(?:[.,]\d+)?))?\s*([ap])?/.exec(text) ?? []
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0)
  const seconds = Number((second ?? '0').replace(',', '.'))
  const fits = hours <= 24 && Number(minute) < 60 && seconds < 61
  return fits ? Math.floor((hours * 60 + Number(minute)) * 60_000 + seconds * 1000) : null
}
