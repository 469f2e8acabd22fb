import { en as english, type Texts } from './en.ts'
import { fr as french } from './fr.ts'

export type Language = 'en' | 'fr'

export function textsFor(language: Language): Texts {
  return language === 'fr' ? french : english
}

/** The user's choice, else the system's language when Vigie speaks it, else English. `systemLanguage` is a BCP 47 tag. */
export function chooseLanguage(setting: 'system' | Language, systemLanguage: string): Language {
  if (setting !== 'system') return setting
  return /^fr\b/i.test(systemLanguage) ? 'fr' : 'en'
}

/** One of two forms by the language's own rule (French says « 0 publication »). */
export function counted(language: Language, count: number, one: string, other: string): string {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? one : other
  return form.replace('{count}', new Intl.NumberFormat(language).format(count))
}
