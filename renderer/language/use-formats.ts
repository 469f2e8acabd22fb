import { useTranslation } from 'react-i18next'
import { createFormats, type Formats } from './formats.ts'
import { chooseFormatLocale } from './languages.ts'

const made = new Map<string, Formats>()

/** The formats of the language on screen; outside React use `formatsFor`. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return formatsFor(i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')
}

/** `language` decides the words, the system its regional habits (12 or 24 hours, order of day and month). */
export function formatsFor(language: 'en' | 'fr', systemLanguage = navigator.language): Formats {
  const locale = chooseFormatLocale(language, systemLanguage)
  const known = made.get(locale)
  if (known) return known
  const formats = createFormats(locale)
  made.set(locale, formats)
  return formats
}
