import { useTranslation } from 'react-i18next'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { useCaptionLanguages } from './use-caption-languages.ts'
import styles from './Captions.module.css'

/** In which languages a film has subtitles; nothing where it has none. */
export function CaptionsLine({ captions }: { readonly captions: readonly FilmCaptions[] }): React.JSX.Element | null {
  const { t } = useTranslation('captions')
  const { nameOf } = useCaptionLanguages()
  return captions.length === 0 ? null : <p className={styles.line}>{t('line', { languages: captions.map(({ language }) => nameOf(language)).join(', ') })}</p>
}
