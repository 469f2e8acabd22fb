import { Eye } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isVideo, type MediaItem } from '../../../../shared/media/media-item.ts'
import { previewFactsOf, type PreviewWidth } from '../../../../shared/networks/preview-facts.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { capabilitiesFor } from '../../../../shared/networks/in-channel.ts'
import { withFormat } from '../../../../shared/networks/formats-of.ts'
import { captionsFor } from '../../../../shared/posts/check-captions.ts'
import { coverFor } from '../../../../shared/posts/check-cover.ts'
import { partsFor, tagsOfPart, titleOfPart, type OutgoingPart } from '../../../../shared/posts/post-parts.ts'
import type { FixedCard } from '../../../../shared/posts/link-card.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { useSame } from '../../../components/use-same.ts'
import { shortName } from '../../../components/account-label.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { Counter } from './Counter.tsx'
import { NetworkPreview } from './NetworkPreview.tsx'
import { PreviewBar } from './PreviewBar.tsx'
import { PreviewSettingProvider, usePreviewLook } from './preview-setting.ts'
import { focusThere, peopleThere, previewImageOf } from './preview-image.ts'
import styles from './PreviewPane.module.css'

export interface PreviewPaneProps {
  readonly workspaceId: string
  /** Whose cards are fixed; null: it is being written, and has none. */
  readonly fixedOf: string | null
  readonly accounts: readonly Account[]
  /** The account whose text is in the editor; null: everybody's. */
  readonly editing: string | null
  readonly content: PostContent
  readonly media: readonly MediaItem[]
  /** When it went out, in words; null while it can still be written in, which is what the counters are for. */
  readonly when: string | null
  /** A click on a preview brings that account's text into the editor. */
  readonly onEdit: (accountId: string) => void
}

/** One preview for each chosen account, side by side as far as there is room. */
export const PreviewPane = memo(function PreviewPane({ workspaceId, fixedOf, accounts, editing, content, media, when, onEdit }: PreviewPaneProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { theme, width } = usePreviewLook()
  const chosen = useMemo(() => content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId) ?? []), [content.targets, accounts])
  const [fixed, , isOlder] = useRequest('linkCards.fixed', fixedOf === null ? null : { workspaceId, postId: fixedOf }, ['posts.changed'])
  const pane = useFrameInSight(editing)
  const fixedCards = (accountId: string): readonly FixedCard[] | undefined => (fixed.kind === 'ready' && !isOlder ? fixed.value.accounts.find((one) => one.accountId === accountId)?.cards : undefined)
  if (chosen.length === 0) return <div className={styles.pane}><EmptyState icon={Eye} title={t('noPreviewsTitle')} text={t('noPreviewsText')} /></div>
  return (
    <div ref={pane} className={styles.pane} tabIndex={0}>
      <PreviewBar accounts={chosen} />
      <div className={styles.previews} data-width={width} {...(theme === 'studio' ? {} : { 'data-theme': theme })}>
        {chosen.map((account) => (
          <AccountPreviews key={account.id} account={account} isInHand={account.id === editing} width={width} workspaceId={workspaceId} content={content} media={media} when={when} fixedCards={fixedCards(account.id)} onEdit={onEdit} />
        ))}
      </div>
    </div>
  )
})

/** Of the bar that stays above the previews, in px. */
const barHeight = 40

/** With another account in the editor its preview comes into sight: with many of them it would be far below. */
function useFrameInSight(accountId: string | null): RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = accountId === null ? null : pane.current?.querySelector(`[data-in-hand='${accountId}']`)
    if (pane.current === null || frame === null || frame === undefined) return
    const [around, { top }] = [pane.current.getBoundingClientRect(), frame.getBoundingClientRect()]
    // One whose beginning is well in sight stays where it is.
    if (top < around.top + barHeight || top > around.top + around.height / 2) frame.scrollIntoView({ block: 'start' })
  }, [accountId])
  return pane
}

interface AccountPreviewsProps extends Omit<PreviewPaneProps, 'accounts' | 'fixedOf' | 'editing'> {
  readonly isInHand: boolean
  readonly fixedCards: readonly FixedCard[] | undefined
  readonly account: Account
  readonly width: PreviewWidth
}

/** All that one account gets. */
function AccountPreviews({ account, isInHand, width, content, onEdit, ...rest }: AccountPreviewsProps): React.JSX.Element {
  const parts = partsFor(content, account, capabilitiesFor(account))
  const [first] = parts
  return (
    <section className={styles.frame} data-in-hand={isInHand ? account.id : undefined} aria-label={`${account.displayName}, ${account.handle}`}>
      <header className={styles.heading}>
        <AccountButton account={account} onEdit={onEdit} />
        {rest.when === null && parts.length === 1 && first !== undefined && first.format !== 'story' && <Counter account={account} document={first.document} hasMedia={first.media.length > 0} framing={first.framing} quote={first.quote} />}
      </header>
      {parts.map((part, place) => (
        // Parts have no name of their own but their place.
        <PartPreview key={place} account={account} width={width} title={titleOfPart(content, account, place)} tags={tagsOfPart(content, account, place)} part={part} number={parts.length === 1 ? null : place + 1} count={parts.filter(({ isComment }) => isComment !== true).length} {...rest} />
      ))}
    </section>
  )
}

const AccountButton = memo(function AccountButton({ account, onEdit }: Pick<AccountPreviewsProps, 'account' | 'onEdit'>): React.JSX.Element {
  return (
    <button type="button" className={styles.name} onClick={() => onEdit(account.id)}>
      <NetworkIcon networkId={account.networkId} size={14} />
      <span>{shortName(account)}</span>
    </button>
  )
})

interface PartPreviewProps extends Pick<AccountPreviewsProps, 'workspaceId' | 'media' | 'when' | 'fixedCards'> {
  readonly account: Account
  readonly width: PreviewWidth
  readonly title: string
  readonly tags: readonly string[]
  readonly part: OutgoingPart
  /** null: the whole post is one part there. */
  readonly number: number | null
  readonly count: number
}

/** One part as it will stand on the network, in a thread with its place and its own counter above it. */
function PartPreview({ account, width, title, tags, part, number, count, workspaceId, media, when, fixedCards }: PartPreviewProps): React.JSX.Element {
  const { t } = useTranslation('thread')
  const text = documentToText(part.document)
  const images = useMemo(
    () =>
      part.media.flatMap(({ mediaId, altText, cover, captions, focus, people }) => {
        const item = media.find((candidate) => candidate.id === mediaId)
        const network = withFormat(capabilitiesOf(account.networkId), part.format)
        return item === undefined ? [] : [{ ...previewImageOf(workspaceId, item, altText, coverFor({ cover }, network, { media: part.media, terms: part.terms })?.mediaId ?? null, captionsFor({ captions }, network).map(({ captionsId, language }) => ({ captionsId, language }))), ...focusThere(focus, network), ...peopleThere({ people: people ?? [] }, isVideo(item), network, part.media.length) }]
      }),
    [workspaceId, part.media, part.format, part.terms, media, account.networkId]
  )
  const setting = useMemo(() => ({ workspaceId, facts: previewFactsOf(account), width, ...(fixedCards === undefined ? {} : { fixedCards }) }), [workspaceId, account, width, fixedCards])
  return (
    <>
      {number !== null && (
        <p className={styles.part}>
          <span>{part.isComment === true ? t('comment') : count === 1 ? t('post') : t('part', { number, count })}</span>
          {when === null && <Counter account={account} document={part.document} hasMedia={part.media.length > 0} isComment={part.isComment === true} framing={part.framing} quote={part.quote} />}
        </p>
      )}
      <PreviewSettingProvider value={setting}>
        <NetworkPreview account={account} title={title} tags={tags} beside={useSame(part.beside)} text={text} document={part.document} poll={part.poll} quote={part.quote} format={part.format} framing={part.framing} images={images} when={when} />
      </PreviewSettingProvider>
    </>
  )
}
