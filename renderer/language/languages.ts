import type { Settings } from '../../shared/contract/studio.contract.ts'

export type Language = 'en' | 'fr'

/** The language to speak: the user's choice, else the system's if Vigie speaks it, else English. `systemLanguage` is a BCP 47 tag. */
export function chooseLanguage(setting: Settings['language'], systemLanguage: string): Language {
  if (setting !== 'system') return setting
  return /^fr\b/i.test(systemLanguage) ? 'fr' : 'en'
}

/**
 * The tag for dates and numbers. The studio's language alone decides, never the system's: day before month and 24 hours in both, in every view,
 * in what is typed, in what main writes (`electron/main/language`).
 */
export function formatLocale(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB'
}
