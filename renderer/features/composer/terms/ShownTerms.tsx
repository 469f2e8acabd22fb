import { useTranslation } from 'react-i18next'
import type { FilmTerms, PostTerms } from '../../../../shared/posts/post-terms.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { categoryName } from './category-name.ts'

export interface ShownTermsProps {
  readonly terms: PostTerms
  /** Pictures are not labelled as made with AI, whatever was said of the film before them. */
  readonly hasFilm: boolean
}

/** Under which terms a post goes out, or went, that can no longer be changed. */
export function ShownTerms({ terms: { audience, allows, discloses, isMadeWithAi, film }, hasFilm }: ShownTermsProps): React.JSX.Element {
  const { t } = useTranslation('terms')
  const formats = useFormats()
  const allowed = allows.length === 0 ? t('allowsNothing') : t('allowed', { what: formats.list(allows.map((name) => t(`allowance.${name}`))) })
  return (
    <ul>
      <li>{t('seenBy', { who: t(`audience.${audience ?? 'unchosen'}`) })}</li>
      {film === undefined ? <li>{allowed}</li> : <OfFilm film={film} />}
      {discloses !== null && discloses.length > 0 && <li>{t(discloses.includes('partner') ? 'labelPartner' : 'labelOwn')}</li>}
      {isMadeWithAi === true && hasFilm && <li>{t('labelAi')}</li>}
    </ul>
  )
}

function OfFilm({ film: { madeForKids, category, playlist, notifies } }: { readonly film: FilmTerms }): React.JSX.Element {
  const { t } = useTranslation('terms')
  return (
    <>
      <li>{t(`film.shown.${madeForKids === null ? 'unsaid' : madeForKids ? 'forKids' : 'notForKids'}`)}</li>
      {category !== null && <li>{t('film.shown.category', { name: categoryName(t, category) })}</li>}
      {playlist !== null && <li>{t('film.shown.playlist', { name: playlist.name })}</li>}
      {!notifies && <li>{t('film.shown.quiet')}</li>}
    </>
  )
}
