import { useTranslation } from 'react-i18next'
import { currentInstant } from '../bridge/system-clock.ts'
import { createFormats, type Formats } from './formats.ts'
import { formatLocale, type Language } from './languages.ts'

const made = new Map<string, Formats>()

/** The formats of the language on screen; outside React use `formatsFor`. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return formatsFor(i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')
}

export function formatsFor(language: Language): Formats {
  const locale = formatLocale(language)
  const known = made.get(locale)
  if (known) return known
  const formats = createFormats(locale, currentInstant)
  made.set(locale, formats)
  return formats
}
