/** What a snippet can leave open, `{link}`. Stored by these names, whatever the language of the studio. */
export const variables = ['client', 'date', 'weekday', 'month', 'year', 'time', 'link', 'city', 'person'] as const
export type Variable = (typeof variables)[number]

export type VariableLanguage = 'en' | 'fr'

/** How people read and write them. A name is no other variable's in any language: each is understood in both. */
const names: Readonly<Record<VariableLanguage, Readonly<Record<Variable, string>>>> = {
  en: { client: 'client', date: 'date', weekday: 'weekday', month: 'month', year: 'year', time: 'time', link: 'link', city: 'city', person: 'person' },
  fr: { client: 'client', date: 'date', weekday: 'jour', month: 'mois', year: 'année', time: 'heure', link: 'lien', city: 'ville', person: 'personne' }
}

const byName: ReadonlyMap<string, Variable> = new Map(Object.values(names).flatMap((ofLanguage) => variables.map((variable) => [ofLanguage[variable], variable] as const)))

/** A place that is still open in a text; positions in UTF-16 code units, `end` is the first one after it. */
export interface Gap {
  readonly variable: Variable
  /** Written with a capital, as at the beginning of a sentence. */
  readonly isCapital: boolean
  readonly start: number
  readonly end: number
}

/** The variables left in a text, also as other systems decompose letters or add signs without width. Other words between braces are the author's own. */
export function findGaps(text: string): readonly Gap[] {
  return [...text.matchAll(/\{[\s\p{Cf}]{0,3}([\p{L}\p{M}]{1,24})[\s\p{Cf}]{0,3}\}/gu)].flatMap((match) => {
    const word = (match[1] ?? '').normalize('NFC')
    const variable = byName.get(word.toLowerCase())
    if (variable === undefined) return []
    return [{ variable, isCapital: word.charAt(0) !== word.charAt(0).toLowerCase(), start: match.index, end: match.index + match[0].length }]
  })
}

/** A variable as it stands in a text: `{link}` · `{lien}`. */
export function writeVariable(variable: Variable, language: VariableLanguage, isCapital = false): string {
  const name = names[language][variable]
  return `{${isCapital ? capitalised(name) : name}}`
}

/** Puts something in the place of each variable. */
export function replaceGaps(text: string, write: (gap: Gap) => string): string {
  let replaced = ''
  let from = 0
  for (const gap of findGaps(text)) {
    replaced += text.slice(from, gap.start) + write(gap)
    from = gap.end
  }
  return replaced + text.slice(from)
}

/** With the names that are stored. */
export function withStoredNames(text: string): string {
  return withNamesIn('en', text)
}

/** With the names that people of a language read. */
export function withNamesIn(language: VariableLanguage, text: string): string {
  return replaceGaps(text, ({ variable, isCapital }) => writeVariable(variable, language, isCapital))
}

export function capitalised(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
