import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { plainCard, type FixedCard, type LinkCard } from '../../../../shared/posts/link-card.ts'
import { firstLink } from '../../../../shared/text/first-link.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { Marked } from './Marked.tsx'
import { useOutgoingLink, useOutgoingPoll, useOutgoingQuote, useOutgoingText } from './outgoing-text.ts'
import { usePreviewSetting } from './preview-setting.ts'
import { shortenAddress } from './split-preview-text.ts'
import { isOldCard, useLinkCard } from './use-link-card.ts'
import styles from './PreviewCard.module.css'

/** `sheet`: the picture over the words, in a frame. `bar`: a coloured bar beside the words, the picture below them. */
export type CardShape = 'sheet' | 'bar'

export interface PreviewCardProps {
  readonly hasPictures: boolean
  readonly shape: CardShape
}

/** The card that a network makes of the link beside the words, or of the first one in them, as far as the network makes one of this post. */
export function PreviewCard({ hasPictures, shape }: PreviewCardProps): React.JSX.Element | null {
  const [text, link] = [useOutgoingText(), useOutgoingLink()]
  const { facts, sentCard, fixedCards } = usePreviewSetting()
  const hasPoll = useOutgoingPoll() !== null
  const hasQuote = useOutgoingQuote() !== null
  if (sentCard !== undefined) return <Drawn card={sentCard} siteName={hostOf(sentCard.url)} shape={shape} picture={null} />
  const url = facts.card === undefined || hasPoll || hasQuote || (hasPictures && !facts.card.besidePictures) ? null : (link ?? firstLink(text))
  if (url === null) return null
  // What is built here is fixed with the hour; what the network builds is read by it when it is out.
  return fixedCards === undefined || facts.card?.madeBy !== 'vigie' ? <Card url={url} shape={shape} /> : <Fixed url={url} card={fixedCards.find((card) => card.url === url) ?? null} shape={shape} />
}

function Fixed({ url, card, shape }: { readonly url: string; readonly card: FixedCard | null; readonly shape: CardShape }): React.JSX.Element {
  const { t } = useTranslation('previews')
  const { workspaceId } = usePreviewSetting()
  // The page is asked as ever: that it says something else since is to be seen before the post goes out.
  useLinkCard(workspaceId, url)
  if (card === null) return <p className={styles.none} data-for-writer="">{t('card.fixedNone')}</p>
  return (
    <Drawn card={card} siteName={card.siteName} picture={card.picture} shape={shape}>
      {card.titleNow !== null && <p className={styles.none} data-for-writer="">{t('card.fixed', { title: card.titleNow })}</p>}
    </Drawn>
  )
}

function Card({ url, shape }: { readonly url: string; readonly shape: CardShape }): React.JSX.Element | null {
  const { t } = useTranslation('previews')
  const { workspaceId, facts } = usePreviewSetting()
  const formats = useFormats()
  const now = useNow()
  const own = useOutgoingLink() !== null
  const state = useLinkCard(workspaceId, url)
  if (state.kind === 'waiting') return null
  const { card, problem } = state
  // A link of its own goes out in any case, with the name of its site.
  if (card === null && own && facts.card?.madeBy === 'vigie') return <Drawn card={plainCard(url)} siteName={hostOf(url)} picture={null} shape={shape} />
  if (card === null) {
    // Whoever sends the post builds the card there: without one, none goes out, and that is to be seen.
    return <p className={styles.none} data-for-writer="">{problem === null ? t('card.none') : t('card.unreached', { address: shortenAddress(url) })} {facts.card?.madeBy === 'network' && t('card.networkTries')}</p>
  }
  return (
    <Drawn card={card} siteName={card.siteName} picture={card.picture} shape={shape}>
      {isOldCard(card, now) && <p className={styles.none} data-for-writer="">{t('card.old', { when: formats.day(card.readAt) })}</p>}
    </Drawn>
  )
}

interface DrawnProps extends Pick<PreviewCardProps, 'shape'> {
  readonly card: Pick<LinkCard, 'url' | 'title' | 'description'>
  readonly siteName: string
  readonly picture: LinkCard['picture']
  readonly children?: ReactNode
}

function Drawn({ card: { url, title, description }, siteName, picture, shape, children }: DrawnProps): React.JSX.Element {
  return (
    <Marked element="card">
      <div className={styles.card} data-shape={shape}>
        {picture !== null && <img className={styles.picture} src={picture.address} alt="" draggable={false} style={{ aspectRatio: String(Math.max(1, Math.min(1.91, picture.width / picture.height))) }} />}
        <div className={styles.words}>
          <span className={styles.site}>{shape === 'bar' ? siteName : hostOf(url)}</span>
          <strong>{title}</strong>
          {description !== '' && <span className={styles.description}>{description}</span>}
        </div>
      </div>
      {children}
    </Marked>
  )
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address
}
