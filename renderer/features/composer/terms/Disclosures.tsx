import { useTranslation } from 'react-i18next'
import type { TermsRule } from '../../../../shared/networks/terms-rule.ts'
import { inOrder, type Disclosure, type PostTerms } from '../../../../shared/posts/post-terms.ts'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { Switch } from '../../../components/Switch.tsx'
import styles from './PostTerms.module.css'

export interface DisclosuresProps {
  readonly rule: TermsRule
  readonly terms: PostTerms
  readonly hasFilm: boolean
  readonly onChange: (terms: PostTerms) => void
}

/** Whether the post advertises, and for whom; off until somebody says so. What somebody pays for cannot be for the account's own eyes. */
export function Disclosures({ rule, terms, hasFilm, onChange }: DisclosuresProps): React.JSX.Element {
  const { t } = useTranslation('terms')
  const { audience, discloses } = terms
  const isPrivate = audience !== null && rule.notForPartner.value.includes(audience)
  const toggle = (name: Disclosure, is: boolean): void => onChange({ ...terms, discloses: inOrder(rule.disclosures.value, is ? [...(discloses ?? []), name] : (discloses ?? []).filter((other) => other !== name)) })
  const kind = hasFilm ? 'film' : 'pictures'
  return (
    <div className={styles.disclosure}>
      <Switch label={t('disclose')} hint={t('discloseHint')} checked={discloses !== null} onChange={(is) => onChange({ ...terms, discloses: is ? [] : null })} />
      {discloses !== null && (
        <fieldset className={styles.choices}>
          <legend>{t('forWhom')}</legend>
          {rule.disclosures.value.map((name) => {
            const isShut = name === 'partner' && isPrivate && !discloses.includes(name)
            return <Checkbox key={name} label={t(`disclosure.${name}`)} hint={isShut ? t('partnerNotPrivate') : t(`disclosureHint.${name}`)} checked={discloses.includes(name)} disabled={isShut} onChange={(is) => toggle(name, is)} />
          })}
          <p role="status">{discloses.length === 0 ? t('discloseMissing') : t(discloses.includes('partner') ? `labelled.${kind}.partner` as const : `labelled.${kind}.own` as const)}</p>
        </fieldset>
      )}
    </div>
  )
}
