import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isVideo, type MediaItem } from '../../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { TermsRule } from '../../../../shared/networks/terms-rule.ts'
import { partsFor, termsFor } from '../../../../shared/posts/post-parts.ts'
import { openTerms, type PostTerms } from '../../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { studio } from '../../../bridge/studio-client.ts'
import type { ContentChange } from '../composer-changes.ts'
import { FilmTermsForm } from './FilmTermsForm.tsx'
import { ShownTerms } from './ShownTerms.tsx'
import { TermsForm } from './TermsForm.tsx'
import styles from './PostTerms.module.css'

export interface PostTermsProps {
  readonly workspaceId: string
  readonly content: PostContent
  readonly accounts: readonly Account[]
  readonly media: readonly MediaItem[]
  readonly isEditable: boolean
  readonly onChange: (change: ContentChange) => void
}

/** For each account whose network asks for terms: whether the post goes there as a draft or at once where it may do both, and under which terms; nothing where none does. */
export function PostTermsOf(props: PostTermsProps): React.JSX.Element | null {
  const { t } = useTranslation('terms')
  const { content, accounts } = props
  const asked = content.targets.flatMap(({ accountId }) => accounts.find(({ id, networkId }) => id === accountId && capabilitiesOf(networkId).terms !== undefined) ?? [])
  if (asked.length === 0) return null
  return (
    <section className={styles.terms} data-jump="terms" aria-label={t('title')}>
      {asked.map((account) => <TermsOfAccount key={account.id} {...props} account={account} />)}
    </section>
  )
}

function TermsOfAccount(props: PostTermsProps & { readonly account: Account }): React.JSX.Element | null {
  const { content, account } = props
  const network = capabilitiesOf(account.networkId)
  const { terms } = termsFor(content.targets.find(({ accountId }) => accountId === account.id), network)
  if (network.terms === undefined) return null
  return network.terms.isAlways === true && terms !== undefined ? <TermsOfFilm {...props} rule={network.terms} terms={terms} /> : <DraftOrDirect {...props} rule={network.terms} terms={terms} />
}

interface OfOneProps extends PostTermsProps {
  readonly account: Account
  readonly rule: TermsRule
}

/** Where every post has them. */
function TermsOfFilm({ workspaceId, isEditable, onChange, account, rule, terms }: OfOneProps & { readonly terms: PostTerms }): React.JSX.Element {
  const { film } = terms
  return (
    <div className={styles.account} data-account={account.id}>
      <WhoseTerms account={account} />
      {isEditable && rule.film !== undefined && film !== undefined ? (
        <FilmTermsForm workspaceId={workspaceId} account={account} rule={{ ...rule, film: rule.film }} terms={{ ...terms, film }} onChange={(next) => onChange({ kind: 'set_terms', accountId: account.id, terms: next })} />
      ) : (
        <ShownTerms terms={terms} hasFilm />
      )}
    </div>
  )
}

function DraftOrDirect({ workspaceId, content, media, isEditable, onChange, account, rule, terms }: OfOneProps & { readonly terms: PostTerms | undefined }): React.JSX.Element {
  const { t } = useTranslation('terms')
  const files = partsFor(content, account, capabilitiesOf(account.networkId)).flatMap((part) => part.media)
  const films = files.flatMap(({ mediaId }) => media.find(({ id }) => id === mediaId) ?? []).filter(isVideo)
  // What is chosen here the account's next post begins with; who may see it is chosen anew each time.
  const handleWay = (way: 'draft' | 'direct'): void => {
    onChange({ kind: 'set_terms', accountId: account.id, terms: way === 'direct' ? (terms ?? openTerms) : null })
    void studio.request('terms.beginWith', { workspaceId, accountId: account.id, isDirect: way === 'direct' })
  }
  return (
    <div className={styles.account} data-account={account.id}>
      <div className={styles.way}>
        <WhoseTerms account={account} />
        {isEditable ? (
          <SegmentedControl<'draft' | 'direct'>
            size="small"
            label={t('way', { handle: account.handle })}
            value={terms === undefined ? 'draft' : 'direct'}
            segments={(['draft', 'direct'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={handleWay}
          />
        ) : (
          <span>{t(terms === undefined ? 'draft' : 'direct')}</span>
        )}
      </div>
      {terms !== undefined && !isEditable && <ShownTerms terms={terms} hasFilm={films.length > 0} />}
      {terms !== undefined && isEditable && (
        <TermsForm workspaceId={workspaceId} account={account} rule={rule} terms={terms} hasFilm={films.length > 0 || files.length === 0} onChange={(next) => onChange({ kind: 'set_terms', accountId: account.id, terms: next })} />
      )}
    </div>
  )
}

function WhoseTerms({ account }: { readonly account: Account }): React.JSX.Element {
  return (
    <span className={styles.name}>
      <NetworkIcon networkId={account.networkId} size={14} />
      <AccountName displayName={account.displayName} handle={account.handle} />
    </span>
  )
}
