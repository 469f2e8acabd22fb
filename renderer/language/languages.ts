import type { Settings } from '../../shared/contract/studio.contract.ts'

export type Language = 'en' | 'fr'

/** The language to speak: the user's choice, else the system's if Vigie speaks it, else English. `systemLanguage` is a BCP 47 tag. */
export function chooseLanguage(setting: Settings['language'], systemLanguage: string): Language {
  if (setting !== 'system') return setting
  return /^fr\b/i.test(systemLanguage) ? 'fr' : 'en'
}

/**
 * The tag for dates and numbers: the system's regional variant where it is of the language spoken (`fr-CA`, `en-US`), else the
 * language of Vigie's makers' choice, which has 24 hours and day before month.
 */
export function chooseFormatLocale(language: Language, systemLanguage: string): string {
  const isSameLanguage = systemLanguage.toLowerCase().startsWith(`${language}-`) || systemLanguage.toLowerCase() === language
  if (isSameLanguage && isValidTag(systemLanguage)) return systemLanguage
  return language === 'fr' ? 'fr-FR' : 'en-GB'
}

function isValidTag(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0
  } catch {
    // RangeError for a malformed tag such as `en_US.UTF-8`
    return false
  }
}
