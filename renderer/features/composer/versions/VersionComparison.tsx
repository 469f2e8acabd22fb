import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesFor } from '../../../../shared/networks/in-channel.ts'
import type { CategoriesRule } from '../../../../shared/networks/network-capabilities.ts'
import { isSameToTheEye, type PostComparison, type TextComparison, type TextPlace } from '../../../../shared/posts/compare-posts.ts'
import type { Poll } from '../../../../shared/posts/poll.ts'
import type { Quote } from '../../../../shared/posts/quote.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Loaded } from '../../../bridge/use-request.ts'
import changedWords from '../../../components/changed-words.module.css'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { joinClassNames } from '../../../components/join-class-names.ts'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { firstWords } from '../../../language/first-words.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { ComparedFramings } from './ComparedFramings.tsx'
import { ComparedPieces } from './ComparedPieces.tsx'
import { ComparedImages } from './ComparedImages.tsx'
import styles from './Versions.module.css'

export interface VersionComparisonProps {
  readonly workspaceId: string
  /** The chosen version; never another one. */
  readonly loaded: Loaded<RequestOutput<'posts.readVersion'>>
  /** With the present; null until it is loaded. */
  readonly comparison: PostComparison | null
  readonly onRetry: () => void
  /** As it is in hand, saved or not. */
  readonly present: PostContent
  readonly accounts: readonly Account[]
}

/** The whole of the version, marked where it differs from what the post says now. */
export function VersionComparison(props: VersionComparisonProps): React.JSX.Element {
  const { t } = useTranslation('versions')
  const { loaded, comparison, onRetry } = props
  return (
    <section className={joinClassNames(changedWords.words, styles.comparison)} aria-label={t('comparison')} aria-live="polite" tabIndex={0}>
      {loaded.kind === 'loading' && <LoadingState rows={3} />}
      {loaded.kind === 'failed' && <ErrorState error={loaded.error} onRetry={onRetry} />}
      {loaded.kind === 'ready' && comparison !== null && <Comparison {...props} version={loaded.value.content} comparison={comparison} />}
    </section>
  )
}

interface ComparisonProps extends Pick<VersionComparisonProps, 'workspaceId' | 'present' | 'accounts'> {
  readonly version: PostContent
  readonly comparison: PostComparison
}

function Comparison({ workspaceId, version, present, comparison, accounts }: ComparisonProps): React.JSX.Element {
  const { t } = useTranslation('versions')
  const formats = useFormats()
  const isThread = comparison.texts.some(({ place }) => place.kind === 'part' && place.part > 0)
  return (
    <>
      <p className={styles.legend}>
        {isSameToTheEye(comparison) ? t('same') : (
          <>
            {t('legend')} <del>{t('onlyThen')}</del> <ins>{t('onlyNow')}</ins>
          </>
        )}
      </p>
      {comparison.texts.map((text) => (
        <ComparedText key={JSON.stringify(text.place)} text={text} accounts={accounts} isThread={isThread} />
      ))}
      <Accounts changes={comparison.accounts} accounts={accounts} />
      <ComparedImages workspaceId={workspaceId} images={comparison.images} version={version} present={present} />
      <ComparedTags tags={comparison.tags} accounts={accounts} />
      <ComparedCategories categories={comparison.categories} accounts={accounts} />
      <ComparedPoll poll={comparison.poll} />
      <ComparedQuote quote={comparison.quote} />
      {comparison.formats.length > 0 && <p>{t('formats', { names: formats.list(comparison.formats.map((id) => accounts.find((account) => account.id === id)?.handle ?? t('goneAccount'))) })}</p>}
      {comparison.terms.length > 0 && <p>{t('terms', { names: formats.list(comparison.terms.map((id) => accounts.find((account) => account.id === id)?.handle ?? t('goneAccount'))) })}</p>}
      <ComparedFramings accountIds={comparison.framings} version={version} present={present} accounts={accounts} />
      {comparison.ownImages.length > 0 && <p>{t('ownImages', { names: formats.list(comparison.ownImages.map((id) => accounts.find((account) => account.id === id)?.handle ?? t('goneAccount'))) })}</p>}
    </>
  )
}

function ComparedTags({ tags, accounts }: Pick<PostComparison, 'tags'> & { readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t } = useTranslation('tags')
  const { t: ofVersions } = useTranslation('versions')
  const formats = useFormats()
  const say = (list: readonly string[]): string => (list.length === 0 ? t('none') : formats.list(list))
  return (
    <>
      {tags.map(({ accountId, alike = [], before, after }) => (
        <p key={accountId ?? ''}>{t(accountId === null ? 'compared' : 'comparedFor', { name: formats.list([accountId, ...alike].map((id) => accounts.find((account) => account.id === id)?.handle ?? ofVersions('goneAccount'))), before: say(before), after: say(after) })}</p>
      ))}
    </>
  )
}

function ComparedCategories({ categories, accounts }: Pick<PostComparison, 'categories'> & { readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t } = useTranslation('categories')
  const { t: ofVersions } = useTranslation('versions')
  const formats = useFormats()
  const areOn = (account: Account | undefined): CategoriesRule['are'] => (account === undefined ? undefined : capabilitiesFor(account).categories)?.are ?? 'categories'
  return (
    <>
      {categories.map(({ accountId, before, after }) => {
        const account = accounts.find(({ id }) => id === accountId)
        const are = areOn(account)
        const say = (list: readonly string[]): string => (list.length === 0 ? t(`${are}.none`) : formats.list(list))
        return <p key={accountId ?? ''}>{t(`${are}.compared`, { name: account?.handle ?? ofVersions('goneAccount'), before: say(before), after: say(after) })}</p>
      })}
    </>
  )
}

function ComparedPoll({ poll }: Pick<PostComparison, 'poll'>): React.JSX.Element | null {
  const { t } = useTranslation('polls')
  const formats = useFormats()
  if (poll === null) return null
  const words = ({ choices, minutes }: Poll): { choices: string; length: string } => ({ choices: choices.join(' / '), length: formats.duration(minutes * 60_000) })
  return (
    <>
      <p>{poll.before === null ? t('noneThen') : t('was', words(poll.before))}</p>
      <p>{poll.after === null ? t('noneNow') : t('now', words(poll.after))}</p>
    </>
  )
}

function ComparedQuote({ quote }: Pick<PostComparison, 'quote'>): React.JSX.Element | null {
  const { t } = useTranslation('quotes')
  if (quote === null) return null
  const words = ({ author, handle, text }: Quote): { who: string; text: string } => ({ who: author === '' ? handle : author, text: firstWords(text) })
  return (
    <>
      <p>{quote.before === null ? t('noneThen') : t('was', words(quote.before))}</p>
      <p>{quote.after === null ? t('noneNow') : t('now', words(quote.after))}</p>
    </>
  )
}

function ComparedText({ text: { place, alike, pieces, beside }, accounts, isThread }: { readonly text: TextComparison; readonly accounts: readonly Account[]; readonly isThread: boolean }): React.JSX.Element {
  const { t } = useTranslation('versions')
  const heading = useHeading(place, { alike, accounts, isThread })
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      {beside !== 'nothing' && <p className={styles.remark}>{t(`beside.${beside}`)}</p>}
      <p className={styles.text}>
        <ComparedPieces pieces={pieces} />
      </p>
    </>
  )
}

interface HeadingFacts {
  readonly alike: readonly string[] | undefined
  readonly accounts: readonly Account[]
  readonly isThread: boolean
}

function useHeading(place: TextPlace, { alike = [], accounts, isThread }: HeadingFacts): string {
  const { t } = useTranslation('versions')
  const formats = useFormats()
  const name = formats.list([place.accountId, ...alike].map((id) => accounts.find((account) => account.id === id)?.handle ?? t('goneAccount')))
  if (place.kind === 'title') return place.accountId === null ? t('heading.title') : t('heading.ownTitle', { name })
  if (place.kind === 'teaser') return place.accountId === null ? t('heading.teaser') : t('heading.ownTeaser', { name })
  if (place.kind === 'link') return place.accountId === null ? t('heading.link') : t('heading.ownLink', { name })
  const part = place.part + 1
  if (place.accountId === null) return isThread ? t('heading.part', { part }) : t('heading.base')
  return isThread ? t('heading.ownInPart', { name, part }) : t('heading.own', { name })
}

function Accounts({ changes: { removed, added }, accounts }: { readonly changes: PostComparison['accounts']; readonly accounts: readonly Account[] }): React.JSX.Element {
  const { t } = useTranslation('versions')
  const formats = useFormats()
  const names = (ids: readonly string[]): string => formats.list(ids.map((id) => accounts.find((account) => account.id === id)?.handle ?? t('goneAccount')))
  return (
    <>
      {removed.length > 0 && <p>{t('accountsThen', { names: names(removed) })}</p>}
      {added.length > 0 && <p>{t('accountsNow', { names: names(added) })}</p>}
    </>
  )
}
