import { useMemo } from 'react'
import { captionLanguages, type CaptionLanguage } from '../../../shared/captions/caption-languages.ts'
import { useFormats } from '../../language/use-formats.ts'

/** What the languages of subtitles are called in the person's own, within a sentence, and all of them as a list in its alphabet. */
export function useCaptionLanguages(): { readonly nameOf: (language: CaptionLanguage) => string; readonly all: readonly { readonly value: CaptionLanguage; readonly label: string }[] } {
  const { locale } = useFormats()
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'language' })
    const nameOf = (language: CaptionLanguage): string => names.of(language) ?? language
    const alone = (name: string): string => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
    return { nameOf, all: captionLanguages.map((value) => ({ value, label: alone(nameOf(value)) })).toSorted((a, b) => a.label.localeCompare(b.label, locale)) }
  }, [locale])
}
