import { writeFirstOfMonth } from './first-of-month.ts'

/** Dates and numbers as people of a locale write them. All instants are milliseconds since the epoch; zones are IANA names. */
export interface Formats {
  readonly locale: string
  /** `1,204` · `1 204` */
  number(value: number): string
  percent(ratio: number): string
  /** `09:30` */
  time(instant: number, timeZone?: string): string
  /** `Sat 21 Nov`; with the year where it could be taken for a day of this one. */
  day(instant: number, timeZone?: string): string
  /** `Sat 21 Nov 2026`, always with the year. */
  datedDay(instant: number, timeZone?: string): string
  /** `Saturday 21 November 2026` */
  longDay(instant: number, timeZone?: string): string
  /** `Sat` or `Saturday` */
  weekday(instant: number, length: 'short' | 'long', timeZone?: string): string
  /** `Saturday 21 November`, where the year is said elsewhere. */
  wordedDay(instant: number, timeZone?: string): string
  /** `November 2026` */
  month(instant: number, timeZone?: string): string
  /** `16 – 22 November 2026`, from one day to another. */
  span(from: number, until: number, timeZone?: string): string
  /** `Sat 21 Nov, 09:30`; with the year as `day` has it; of an hour that comes twice, says when it is the second. */
  dayAndTime(instant: number, timeZone?: string): string
  /** Short form for lists: the time today, `yesterday`, the weekday within six days, else the date. */
  recent(instant: number, now: number, timeZone?: string): string
  /** Day and hour of what is planned or has just been done: `tomorrow, 09:30`, `Sat 21 Nov, 09:30`; with the year in another one. */
  moment(instant: number, now: number, timeZone?: string): string
  /** A day to come, in words: `today`, `tomorrow`, `Monday 23 November`, with the year when it is far. */
  comingDay(instant: number, now: number, timeZone?: string): string
  /** `3 minutes ago`, `in 2 hours`. */
  relative(instant: number, now: number): string
  /** How long, in the largest unit that fits: `3 hours`. */
  duration(length: number): string
  /** Thousandths of a US dollar: `$0.20`, and `$0.015` where that is not a whole cent. */
  dollars(mills: number): string
  /** `4.2 MB` */
  bytes(count: number): string
  /** `a, b and c` */
  list(words: readonly string[]): string
}

const dayLength = 86_400_000

const relativeSteps = [
  { unit: 'year', length: 365 * dayLength },
  { unit: 'month', length: 30 * dayLength },
  { unit: 'day', length: dayLength },
  { unit: 'hour', length: 3_600_000 },
  { unit: 'minute', length: 60_000 }
] as const

/** Of a civil day, counted from the epoch. */
const yearOf = (civil: number): number => new Date(civil * dayLength).getUTCFullYear()

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** How near a day of another year must be to go without it, in days: nobody takes it for one of this year. */
const nearDays = 31

/** From so far on the year stands in any case: the same day of the same month may be meant. */
const farDays = 300

/** Steps by which clocks go back: an hour nearly everywhere, half of one on Lord Howe. */
const backSteps = [3_600_000, 1_800_000] as const

/** Makes the formats of a locale; `readNow` tells which year is this one. Intl's objects are slow to build (about 0.1 ms), so each is made once and kept. */
export function createFormats(locale: string, readNow: () => number): Formats {
  // Nobody writes « 2:00 PM » in French, whatever the system's region; in English the region decides.
  const hourAndMinute: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', ...(locale.startsWith('fr') ? { hourCycle: 'h23' } : {}) }
  const dateFormats = new Map<string, Pick<Intl.DateTimeFormat, 'format' | 'formatRange' | 'formatToParts'>>()
  const decimal = new Intl.NumberFormat(locale)
  const percentage = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const relativeTime = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' })
  const wordList = new Intl.ListFormat(locale, { type: 'conjunction' })

  function date(name: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Pick<Intl.DateTimeFormat, 'format' | 'formatRange' | 'formatToParts'> {
    const key = `${name} ${timeZone ?? ''}`
    const known = dateFormats.get(key)
    if (known) return known
    const plain = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone === undefined ? {} : { timeZone }) })
    const made = {
      format: (instant?: number | Date) => writeFirstOfMonth(locale, plain.format(instant)),
      formatRange: (from: number | Date | bigint, until: number | Date | bigint) => writeFirstOfMonth(locale, plain.formatRange(from, until)),
      formatToParts: (instant?: number | Date) => plain.formatToParts(instant)
    }
    dateFormats.set(key, made)
    return made
  }

  function time(instant: number, timeZone?: string): string {
    return date('time', hourAndMinute, timeZone).format(instant)
  }

  function plainDay(instant: number, timeZone: string | undefined): string {
    return date('day', { weekday: 'short', day: 'numeric', month: 'short' }, timeZone).format(instant)
  }

  function datedDay(instant: number, timeZone?: string): string {
    return `${plainDay(instant, timeZone)} ${String(yearOf(civilDay(instant, timeZone)))}`
  }

  function day(instant: number, timeZone?: string): string {
    return needsYear(instant, readNow(), timeZone) ? datedDay(instant, timeZone) : plainDay(instant, timeZone)
  }

  function weekday(instant: number, length: 'short' | 'long', timeZone?: string): string {
    return date(`weekday ${length}`, { weekday: length }, timeZone).format(instant)
  }

  /** Number of the civil day in the zone, so that days are told apart at the zone's own midnight. */
  function civilDay(instant: number, timeZone: string | undefined): number {
    const parts = new Map(date('civil', { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory', numberingSystem: 'latn' }, timeZone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day') ?? 1) / dayLength
  }

  /** In another year, unless it is so near that nobody takes it for a day of this one. */
  function needsYear(instant: number, now: number, timeZone: string | undefined): boolean {
    const [then, today] = [civilDay(instant, timeZone), civilDay(now, timeZone)]
    return Math.abs(then - today) >= farDays || (yearOf(then) !== yearOf(today) && Math.abs(then - today) > nearDays)
  }

  function recent(instant: number, now: number, timeZone?: string): string {
    const daysAgo = civilDay(now, timeZone) - civilDay(instant, timeZone)
    if (daysAgo === 0) return time(instant, timeZone)
    if (daysAgo === 1) return relativeTime.format(-1, 'day')
    if (daysAgo > 1 && daysAgo < 7) return weekday(instant, 'long', timeZone)
    return !needsYear(instant, now, timeZone)
      ? date('short', { day: 'numeric', month: 'short' }, timeZone).format(instant)
      : date('shortYear', { day: 'numeric', month: 'short', year: 'numeric' }, timeZone).format(instant)
  }

  const dayAndTime = (instant: number, timeZone?: string): string => dayAndTimeAsOf(instant, readNow(), timeZone)

  function dayAndTimeAsOf(instant: number, now: number, timeZone: string | undefined): string {
    const plain = date('dayAndTime', { weekday: 'short', day: 'numeric', month: 'short', ...hourAndMinute }, timeZone)
    const words = needsYear(instant, now, timeZone) ? `${datedDay(instant, timeZone)}, ${time(instant, timeZone)}` : plain.format(instant)
    return `${words}${whichHour(locale, instant, (at) => time(at, timeZone))}`
  }

  function moment(instant: number, now: number, timeZone?: string): string {
    const days = civilDay(instant, timeZone) - civilDay(now, timeZone)
    if (Math.abs(days) <= 1) return `${relativeTime.format(days, 'day')}, ${time(instant, timeZone)}${whichHour(locale, instant, (at) => time(at, timeZone))}`
    if (!needsYear(instant, now, timeZone)) return dayAndTimeAsOf(instant, now, timeZone)
    return `${date('dayYearAndTime', { day: 'numeric', month: 'short', year: 'numeric', ...hourAndMinute }, timeZone).format(instant)}${whichHour(locale, instant, (at) => time(at, timeZone))}`
  }

  function comingDay(instant: number, now: number, timeZone?: string): string {
    const days = civilDay(instant, timeZone) - civilDay(now, timeZone)
    if (days === 0 || days === 1) return relativeTime.format(days, 'day')
    const isNear = !needsYear(instant, now, timeZone)
    return date(isNear ? 'wordedDay' : 'longDay', { weekday: 'long', day: 'numeric', month: 'long', ...(isNear ? {} : { year: 'numeric' }) }, timeZone).format(instant)
  }

  function relative(instant: number, now: number): string {
    const distance = instant - now
    const step = relativeSteps.find(({ length }) => Math.abs(distance) >= length)
    if (step !== undefined) return relativeTime.format(Math.round(distance / step.length), step.unit)
    // “Relu maintenant” would be an order.
    return locale.startsWith('fr') ? 'à l’instant' : relativeTime.format(0, 'second')
  }

  return {
    locale,
    number: (value) => decimal.format(value),
    percent: (ratio) => percentage.format(ratio),
    time,
    day,
    datedDay,
    longDay: (instant, timeZone) => date('longDay', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, timeZone).format(instant),
    wordedDay: (instant, timeZone) => date('wordedDay', { weekday: 'long', day: 'numeric', month: 'long' }, timeZone).format(instant),
    weekday,
    month: (instant, timeZone) => date('month', { month: 'long', year: 'numeric' }, timeZone).format(instant),
    span: (from, until, timeZone) => date('span', { day: 'numeric', month: 'long', year: 'numeric' }, timeZone).formatRange(from, until),
    dayAndTime,
    moment,
    comingDay,
    recent,
    relative,
    ...quantityFormats(locale),
    list: (words) => wordList.format(words)
  }
}

/** Lengths of time, sizes and money. */
function quantityFormats(locale: string): Pick<Formats, 'duration' | 'bytes' | 'dollars'> {
  function duration(length: number): string {
    const step = relativeSteps.find((each) => length >= each.length) ?? { unit: 'minute', length: 60_000 }
    return new Intl.NumberFormat(locale, { style: 'unit', unit: step.unit, unitDisplay: 'long' }).format(Math.max(1, Math.round(length / step.length)))
  }

  function bytes(count: number): string {
    const step = count < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(count) / 3))
    return new Intl.NumberFormat(locale, { style: 'unit', unit: byteUnits[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step === 0 ? 0 : 1 }).format(count / 1000 ** step)
  }

  function dollars(mills: number): string {
    return new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: 2, maximumFractionDigits: mills % 10 === 0 ? 2 : 3 }).format(mills / 1000)
  }

  return { duration, bytes, dollars }
}

/** Of an hour that comes twice because clocks go back, says when it is the second; empty otherwise. */
function whichHour(locale: string, instant: number, timeAt: (instant: number) => string): string {
  const shown = timeAt(instant)
  if (!backSteps.some((step) => timeAt(instant - step) === shown)) return ''
  return locale.startsWith('fr') ? ' (la deuxième fois, après le changement d’heure)' : ' (the second time, after the clocks change)'
}
