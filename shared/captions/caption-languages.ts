/** Languages of subtitles, as BCP 47 writes them (https://www.rfc-editor.org/rfc/rfc5646, read on 2026-11-23). People see their names in their own language. */
export const captionLanguages = [
  'af', 'am', 'ar', 'az', 'be', 'bg', 'bn', 'br', 'bs', 'ca', 'co', 'cs', 'cy', 'da', 'de', 'el', 'en', 'en-GB', 'eo', 'es', 'es-419', 'et', 'eu', 'fa', 'fi', 'fil', 'fr', 'fr-CA', 'fy', 'ga', 'gd', 'gl', 'gu', 'ha',
  'he', 'hi', 'hr', 'ht', 'hu', 'hy', 'id', 'ig', 'is', 'it', 'ja', 'ka', 'kk', 'km', 'kn', 'ko', 'ku', 'ky', 'la', 'lb', 'lo', 'lt', 'lv', 'mg', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'ne', 'nl', 'no', 'oc', 'pa',
  'pl', 'ps', 'pt', 'pt-BR', 'ro', 'ru', 'rw', 'si', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'tk', 'tr', 'tt', 'uk', 'ur', 'uz', 'vi', 'wo', 'xh', 'yo', 'zh-Hans', 'zh-Hant', 'zu'
] as const
export type CaptionLanguage = (typeof captionLanguages)[number]

/** `Film.fr.srt`, `film_pt-BR.vtt`: the language that the name of a file says; null where it says none. */
export function languageInName(fileName: string): CaptionLanguage | null {
  const said = /[._\-\s]([a-z]{2,3}(?:[-_][a-z0-9]{2,4})?)\.[a-z]{3}$/iu.exec(fileName)?.[1]?.replace('_', '-').toLowerCase()
  if (said === undefined) return null
  return captionLanguages.find((language) => language.toLowerCase() === said) ?? captionLanguages.find((language) => language === said.split('-')[0]) ?? null
}

/** As players offer it: in the language itself. */
export function captionLanguageName(language: CaptionLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

/**
 * For networks that know languages by two letters alone (ISO 639-1): what comes first in the tag. Of the languages above only Filipino has none: it stands under Tagalog, whose
 * letters CLDR reads as Filipino (common/supplemental/supplementalMetadata.xml, `languageAlias` of `tl`; https://cldr.unicode.org, read on 2026-11-23).
 */
export function twoLettersOf(language: CaptionLanguage): string {
  return language === 'fil' ? 'tl' : (language.split('-')[0] ?? language)
}
