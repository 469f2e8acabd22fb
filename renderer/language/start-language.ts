import i18next, { changeLanguage, use as extend } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { addManyForms } from './catalogue.ts'
import { english, french } from './catalogues.ts'
import type { Language } from './languages.ts'

/** Prepares both languages, which are part of the bundle, and speaks `language`. Synchronous in effect: no text is ever fetched. */
export async function startLanguage(language: Language): Promise<void> {
  await extend(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'fr'],
    defaultNS: 'shell',
    resources: { en: english, fr: addManyForms(french) },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false
  })
  document.documentElement.lang = language
}

/** Changes the language of everything on screen at once. */
export async function speak(language: Language): Promise<void> {
  if (i18next.language === language) return
  await changeLanguage(language)
  document.documentElement.lang = language
}
