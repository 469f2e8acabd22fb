import { useTranslation } from 'react-i18next'
import type { PostTerms } from '../../../../shared/posts/post-terms.ts'
import { useFormats } from '../../../language/use-formats.ts'

/** Under which terms a post goes out, or went, that can no longer be changed. */
export function ShownTerms({ terms: { audience, allows, discloses } }: { readonly terms: PostTerms }): React.JSX.Element {
  const { t } = useTranslation('terms')
  const formats = useFormats()
  const allowed = allows.length === 0 ? t('allowsNothing') : t('allowed', { what: formats.list(allows.map((name) => t(`allowance.${name}`))) })
  return (
    <ul>
      <li>{t('seenBy', { who: t(`audience.${audience ?? 'unchosen'}`) })}</li>
      <li>{allowed}</li>
      {discloses !== null && discloses.length > 0 && <li>{t(discloses.includes('partner') ? 'labelPartner' : 'labelOwn')}</li>}
    </ul>
  )
}
