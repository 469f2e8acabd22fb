import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { TermsRule } from '../../../../shared/networks/terms-rule.ts'
import { inOrder, type Allowance, type Audience, type PostTerms, type TermsOffer } from '../../../../shared/posts/post-terms.ts'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { Select } from '../../../components/Select.tsx'
import { filmLength } from '../../../language/film-length.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { Disclosures } from './Disclosures.tsx'
import { MadeWithAi } from './MadeWithAi.tsx'
import { TermsPage } from './TermsPage.tsx'
import { useTermsOffer, type OfferKnown } from './use-terms-offer.ts'
import styles from './PostTerms.module.css'

export interface TermsFormProps {
  readonly workspaceId: string
  readonly account: Account
  readonly rule: TermsRule
  readonly terms: PostTerms
  /** Pictures have no duets and no stitches. */
  readonly hasFilm: boolean
  readonly onChange: (terms: PostTerms) => void
}

/**
 * What TikTok wants whoever posts to see and to choose: as whom, who may see it, what others may do with it, whether it advertises, and what is agreed to. Nothing is chosen beforehand.
 * https://developers.tiktok.com/doc/content-sharing-guidelines/ (read on 2026-11-22)
 */
export function TermsForm({ workspaceId, account, rule, terms, hasFilm, onChange }: TermsFormProps): React.JSX.Element {
  const { t } = useTranslation('terms')
  const known = useTermsOffer(workspaceId, account.id)
  const { offer } = known
  const network = capabilitiesOf(account.networkId).name
  const isPartner = terms.discloses?.includes('partner') === true
  return (
    <div className={styles.form}>
      <AsWhom known={known} network={network} />
      {offer !== null && (
        <>
          <Select<Audience>
            label={t('who')}
            placeholder={t('choose')}
            value={terms.audience !== null && offer.audiences.includes(terms.audience) ? terms.audience : null}
            options={offer.audiences.map((value) => ({ value, label: t(`audience.${value}`), ...(isPartner && rule.notForPartner.value.includes(value) ? { disabled: true, detail: t('partnerNotPrivate') } : {}) }))}
            onChange={(audience) => onChange({ ...terms, audience })}
          />
          <Allowances rule={rule} offer={offer} terms={terms} hasFilm={hasFilm} network={network} onChange={onChange} />
          <Disclosures rule={rule} terms={terms} hasFilm={hasFilm} onChange={onChange} />
          {hasFilm && <MadeWithAi rule={rule} terms={terms} network={network} onChange={onChange} />}
          <p className={styles.agreed}>{t(isPartner ? 'agreedPartner' : 'agreed')}</p>
          <div className={styles.pages}>
            {isPartner && rule.agreed.value.partner !== undefined && <TermsPage url={rule.agreed.value.partner}>{t('partnerPage')}</TermsPage>}
            <TermsPage url={rule.agreed.value.page}>{t('musicPage')}</TermsPage>
          </div>
          <p>{t('takesMinutes', { network })}</p>
        </>
      )}
    </div>
  )
}

/** Under which name it goes out, as of when that was read; or why it could not be. */
function AsWhom({ known: { offer, readAt, isAsking, error, askAgain }, network }: { readonly known: OfferKnown; readonly network: string }): React.JSX.Element {
  const { t } = useTranslation('terms')
  const formats = useFormats()
  return (
    <>
      {offer !== null && (
        <p>
          {t('asWhom', { name: offer.nickname, network })}
          {offer.longestFilmMs !== null && ` ${t('longest', { length: filmLength(offer.longestFilmMs) })}`}
          {error !== null && readAt !== null && ` ${t('asOf', { when: formats.moment(readAt, readAt) })}`}
        </p>
      )}
      {offer === null && isAsking && <p role="status">{t('asking', { network })}</p>}
      {error !== null && <ErrorState size="inline" error={error} onRetry={askAgain} />}
    </>
  )
}

interface AllowancesProps {
  readonly rule: TermsRule
  readonly offer: TermsOffer
  readonly terms: PostTerms
  readonly hasFilm: boolean
  readonly network: string
  readonly onChange: (terms: PostTerms) => void
}

/** What the account's own settings have switched off cannot be switched on here. */
function Allowances({ rule, offer, terms, hasFilm, network, onChange }: AllowancesProps): React.JSX.Element {
  const { t } = useTranslation('terms')
  const shown = rule.allowances.value.filter((name) => hasFilm || !rule.filmsAlone.value.includes(name))
  const toggle = (name: Allowance, is: boolean): void => onChange({ ...terms, allows: inOrder(rule.allowances.value, is ? [...terms.allows, name] : terms.allows.filter((other) => other !== name)) })
  return (
    <fieldset className={styles.choices}>
      <legend>{t('allow')}</legend>
      {shown.map((name) => {
        const isClosed = offer.closed.includes(name)
        const isOn = terms.allows.includes(name)
        // One that was switched on before the account's settings changed can still be taken back.
        return <Checkbox key={name} label={t(`allowance.${name}`)} {...(isClosed ? { hint: t('closedThere', { network }) } : {})} checked={isOn} disabled={isClosed && !isOn} onChange={(is) => toggle(name, is)} />
      })}
    </fieldset>
  )
}
