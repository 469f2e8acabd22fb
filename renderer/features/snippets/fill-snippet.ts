import { findGaps, replaceGaps, capitalised, writeVariable, type Variable, type VariableLanguage } from '../../../shared/snippets/variables.ts'
import { isFrench } from '../../../shared/text/is-french.ts'
import { writeFirstOfMonth } from '../../language/first-of-month.ts'

/** What the variables of a snippet stand for in one post, or in one answer. */
export interface SnippetFacts {
  readonly client: string
  /** Wall-clock time of the post, where the client is; null when it has none yet. */
  readonly plannedFor: string | null
  /** The day it is where the client is: `2026-11-21`. */
  readonly today: string
  /** Where the post came from. */
  readonly link: string | null
  /** Whom an answer is for; null in a post. */
  readonly person: string | null
  /** The words around it, which tell the language where the snippet does not. */
  readonly around: string
  /** Of the studio: what is left open is read in it. */
  readonly language: VariableLanguage
  readonly locale: string
}

/** The snippet as it goes into the post: filled in where something is known, the rest left open by its name. */
export function fillSnippet(text: string, facts: SnippetFacts): string {
  const isInFrench = isFrench(text) ?? isFrench(facts.around) ?? facts.language === 'fr'
  const locale = isInFrench === (facts.language === 'fr') ? facts.locale : isInFrench ? 'fr-FR' : 'en-GB'
  return replaceGaps(text, ({ variable, isCapital }) => {
    const value = valueOf(variable, facts, locale)
    if (value === null) return writeVariable(variable, facts.language, isCapital)
    return isCapital ? capitalised(value) : value
  })
}

const ofDates: ReadonlySet<Variable> = new Set(['date', 'weekday', 'month', 'year'])

/** Whether it says something about the day of the post. */
export function tellsDay(text: string): boolean {
  return findGaps(text).some(({ variable }) => ofDates.has(variable))
}

function valueOf(variable: Variable, { client, plannedFor, today, link, person }: SnippetFacts, locale: string): string | null {
  // Wall-clock time has no zone: read and written in one that is the same, it stays what it is.
  const write = (options: Intl.DateTimeFormatOptions): string => writeFirstOfMonth(locale, new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${(plannedFor ?? today).slice(0, 10)}T12:00Z`)))
  switch (variable) {
    case 'client':
      return client
    case 'date':
      return write({ day: 'numeric', month: 'long' })
    case 'weekday':
      return write({ weekday: 'long' })
    case 'month':
      return write({ month: 'long' })
    case 'year':
      return write({ year: 'numeric' })
    case 'time':
      return plannedFor === null ? null : hourOf(plannedFor, locale)
    case 'link':
      return link
    case 'person':
      return person
    case 'city':
      return null
  }
}

/** `18:30` · `18 h 30` */
function hourOf(localDateTime: string, locale: string): string {
  const [hour = '', minute = ''] = localDateTime.slice(11).split(':')
  if (!locale.startsWith('fr')) return `${hour}:${minute}`
  return `${String(Number(hour))}\u00A0h${minute === '00' ? '' : `\u00A0${minute}`}`
}
