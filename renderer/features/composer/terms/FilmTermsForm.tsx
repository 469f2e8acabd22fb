import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { FilmTermsRule, TermsRule } from '../../../../shared/networks/terms-rule.ts'
import type { Audience, FilmTerms, NamedThere, PostTerms } from '../../../../shared/posts/post-terms.ts'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { Select, type SelectOption } from '../../../components/Select.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { categoryName } from './category-name.ts'
import { MadeWithAi } from './MadeWithAi.tsx'
import { TermsPage } from './TermsPage.tsx'
import { useTermsOffer, type OfferKnown } from './use-terms-offer.ts'
import styles from './PostTerms.module.css'

export interface FilmTermsFormProps {
  readonly workspaceId: string
  readonly account: Account
  readonly rule: TermsRule & { readonly film: FilmTermsRule }
  readonly terms: PostTerms & { readonly film: FilmTerms }
  readonly onChange: (terms: PostTerms) => void
}

/** What YouTube has chosen for each film: whether it is made for children, which a person says, who may see it, its category, its playlist, whether AI made what it shows, and who is told. */
export function FilmTermsForm({ workspaceId, account, rule, terms, onChange }: FilmTermsFormProps): React.JSX.Element {
  const { t } = useTranslation('terms')
  const known = useTermsOffer(workspaceId, account.id)
  const network = capabilitiesOf(account.networkId).name
  const { audience, film } = terms
  const isTold = audience !== null && rule.film.notifies.value.includes(audience)
  const change = (changes: Partial<FilmTerms>): void => onChange({ ...terms, film: { ...film, ...changes } })
  return (
    <div className={styles.form}>
      <MadeForKids rule={rule.film} value={film.madeForKids} network={network} onChange={(madeForKids) => change({ madeForKids })} />
      <Select<Audience>
        label={t('film.who')}
        value={audience}
        options={rule.audiences.value.map((value) => ({ value, label: t(`audience.${value}`) }))}
        onChange={(next) => onChange({ ...terms, audience: next })}
      />
      <div className={styles.pair}>
        <ChoiceThere label={t('film.category')} none={t('film.categoryOfNetwork', { network })} chosen={film.category} offered={known.offer?.film?.categories ?? []} nameOf={(one) => categoryName(t, one)} onChange={(category) => change({ category })} />
        <ChoiceThere label={t('film.playlist')} none={t('film.noPlaylist')} chosen={film.playlist} offered={known.offer?.film?.playlists ?? []} nameOf={({ name }) => name} onChange={(playlist) => change({ playlist })} />
      </div>
      <AsKnown known={known} network={network} />
      <MadeWithAi rule={rule} terms={terms} network={network} onChange={onChange} />
      <Checkbox label={t('film.notifies')} {...(isTold ? {} : { hint: t('film.notifiesNobody') })} checked={isTold && film.notifies} disabled={!isTold} onChange={(notifies) => change({ notifies })} />
      <p className={styles.agreed}>{t('film.agreed')}</p>
      <div className={styles.pages}>
        <TermsPage url={rule.agreed.value.page}>{t('film.agreedPage')}</TermsPage>
      </div>
    </div>
  )
}

interface MadeForKidsProps {
  readonly rule: FilmTermsRule
  readonly value: boolean | null
  readonly network: string
  readonly onChange: (value: boolean) => void
}

/** Nothing is chosen beforehand: the law asks it of whoever uploads. */
function MadeForKids({ rule, value, network, onChange }: MadeForKidsProps): React.JSX.Element {
  const { t } = useTranslation('terms')
  return (
    <fieldset className={styles.choices}>
      <legend>{t('film.kids')}</legend>
      <SegmentedControl<'yes' | 'no'>
        size="small"
        label={t('film.kids')}
        value={value === null ? null : value ? 'yes' : 'no'}
        segments={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`film.madeForKids.${each}`) }))}
        onChange={(next) => onChange(next === 'yes')}
      />
      <p>{t(value === true ? 'film.kidsMeans' : 'film.kidsHint', { network })}</p>
      <div className={styles.pages}>
        <TermsPage url={rule.madeForKids.value.page}>{t('film.kidsPage')}</TermsPage>
      </div>
    </fieldset>
  )
}

interface ChoiceThereProps {
  readonly label: string
  /** What it is called that none is chosen. */
  readonly none: string
  readonly chosen: NamedThere | null
  readonly offered: readonly NamedThere[]
  readonly nameOf: (one: NamedThere) => string
  readonly onChange: (chosen: NamedThere | null) => void
}

const nothing = 'none'

/** One of those that the network has, or none. What was chosen before it was asked stays in sight. */
function ChoiceThere({ label, none, chosen, offered, nameOf, onChange }: ChoiceThereProps): React.JSX.Element {
  const all = chosen === null || offered.some(({ id }) => id === chosen.id) ? offered : [chosen, ...offered]
  const options: readonly SelectOption<string>[] = [{ value: nothing, label: none }, ...all.map((one) => ({ value: one.id, label: nameOf(one) }))]
  return <Select label={label} value={chosen?.id ?? nothing} options={options} onChange={(id) => onChange(all.find((one) => one.id === id) ?? null)} />
}

/** As of when the two lists were read, or why they could not be. */
function AsKnown({ known: { offer, readAt, isAsking, error, askAgain }, network }: { readonly known: OfferKnown; readonly network: string }): React.JSX.Element {
  const { t } = useTranslation('terms')
  const formats = useFormats()
  return (
    <>
      {offer === null && isAsking && <p role="status">{t('film.asking', { network })}</p>}
      {offer !== null && error !== null && readAt !== null && <p>{t('film.asOf', { when: formats.moment(readAt, readAt) })}</p>}
      {error !== null && <ErrorState size="inline" error={error} onRetry={askAgain} />}
    </>
  )
}
