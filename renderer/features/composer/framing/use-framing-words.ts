import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { framingAsSent, type PostFraming } from '../../../../shared/posts/post-framing.ts'
import { useFormats } from '../../../language/use-formats.ts'

/** What languages are called, in the person's own. */
export function useLanguageNames(): (code: string) => string {
  const { locale } = useFormats()
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: 'language' }), [locale])
  return (code) => {
    const name = names.of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  }
}

/** How a post stands on a network, in few words: at least who sees it. */
export function useFramingWords(): (framing: PostFraming) => readonly string[] {
  const { t } = useTranslation('framing')
  const nameOf = useLanguageNames()
  return (framing) => {
    const { warning, reach, language } = framingAsSent(framing) ?? {}
    return [t(`reaches.${reach ?? 'public'}`), ...(language === undefined ? [] : [nameOf(language)]), ...(warning === undefined ? [] : [t('warned', { warning })])]
  }
}
