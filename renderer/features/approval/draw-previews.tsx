import i18n from 'i18next'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { capabilitiesFor } from '../../../shared/networks/in-channel.ts'
import { withFormat } from '../../../shared/networks/formats-of.ts'
import { captionsFor } from '../../../shared/posts/check-captions.ts'
import { coverFor } from '../../../shared/posts/check-cover.ts'
import { previewFactsOf } from '../../../shared/networks/preview-facts.ts'
import { partsFor, tagsOfPart, titleFor, type OutgoingPart } from '../../../shared/posts/post-parts.ts'
import type { Post } from '../../../shared/posts/post.ts'
import type { FixedCard } from '../../../shared/posts/link-card.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { firstLink } from '../../../shared/text/first-link.ts'
import type { ClientColour } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import type { Language } from '../../language/languages.ts'
import { NetworkPreview } from '../composer/previews/NetworkPreview.tsx'
import { ShownFraming } from '../composer/framing/ShownFraming.tsx'
import { ShownTerms } from '../composer/terms/ShownTerms.tsx'
import { focusThere, peopleThere } from '../composer/previews/preview-image.ts'
import type { PreviewImage } from '../composer/previews/preview-props.ts'
import { PreviewSettingProvider } from '../composer/previews/preview-setting.ts'
import { readLinkCard } from '../composer/previews/use-link-card.ts'

export interface PreviewsToDraw {
  readonly workspaceId: string
  readonly colour: ClientColour
  readonly language: Language
  readonly accounts: readonly Account[]
  readonly media: readonly MediaItem[]
  /** Small pictures as `data:` addresses, by the media's id. */
  readonly pictures: ReadonlyMap<string, string>
  /** The day it is meant for, in words; null: none yet. */
  readonly day: string | null
}

/** One account's view of a post, as elements that know nothing of the studio. */
export interface DrawnPreview {
  readonly account: Account
  readonly element: HTMLElement
}

/** The composer's own previews of a post, drawn once and standing still; what they say of themselves (`exact`, `approximate`) is for the studio and left out. */
export async function drawPreviews(content: Post, wish: PreviewsToDraw): Promise<readonly DrawnPreview[]> {
  const accounts = content.targets.flatMap(({ accountId }) => wish.accounts.find(({ id }) => id === accountId) ?? [])
  const fixed = await studio.request('linkCards.fixed', { workspaceId: wish.workspaceId, postId: content.id })
  const drawn: DrawnPreview[] = []
  for (const account of accounts) {
    const parts = partsFor(content, account, capabilitiesFor(account))
    // A preview that is drawn has the card at once, or never.
    for (const part of parts) await knowCard(wish.workspaceId, account, part.beside?.link ?? firstLink(documentToText(part.document)))
    drawn.push({ account, element: standStill(drawParts({ account, title: titleFor(content, account.id), tags: tagsOfPart(content, account, 0), parts, fixedCards: fixed.ok ? fixed.value.accounts.find(({ accountId }) => accountId === account.id)?.cards : undefined }, wish)) })
  }
  return drawn
}

async function knowCard(workspaceId: string, account: Account, url: string | null): Promise<void> {
  if (previewFactsOf(account).card !== undefined && url !== null) await readLinkCard(workspaceId, url)
}

interface PartsToDraw {
  readonly account: Account
  readonly title: string
  readonly tags: readonly string[]
  readonly parts: readonly OutgoingPart[]
  readonly fixedCards: readonly FixedCard[] | undefined
}

const noTags: readonly string[] = []

function drawParts({ account, title, tags, parts, fixedCards }: PartsToDraw, wish: PreviewsToDraw): HTMLElement {
  const place = document.createElement('div')
  place.dataset['client'] = wish.colour
  const root = createRoot(place)
  const language = i18n.cloneInstance({ lng: wish.language })
  const count = parts.filter(({ isComment }) => isComment !== true).length
  const { confidence: _marks, ...facts } = previewFactsOf(account)
  const setting = { workspaceId: wish.workspaceId, facts: { ...facts, confidence: {} }, width: 'desktop', ...(fixedCards === undefined ? {} : { fixedCards }) } as const
  const say = language.getFixedT(wish.language, 'thread')
  flushSync(() =>
    root.render(
      <I18nextProvider i18n={language}>
        <PreviewSettingProvider value={setting}>
          {parts.map((part, index) => (
            // Parts have no name of their own but their place.
            <div key={index}>
              {(part.isComment === true || count > 1) && <p className="pack-part">{part.isComment === true ? say('comment') : say('part', { number: index + 1, count })}</p>}
              <NetworkPreview account={account} title={index > 0 && capabilitiesOf(account.networkId).threads === 'replies' ? '' : title} tags={index === 0 ? tags : noTags} beside={part.beside} text={documentToText(part.document)} document={part.document} poll={part.poll} quote={part.quote} format={part.format} framing={part.framing} images={imagesOf(part, account, wish)} when={wish.day} />
              {part.terms !== undefined && <div className="pack-terms"><ShownTerms terms={part.terms} hasFilm={hasFilm(part, wish)} /></div>}
              {part.framing !== undefined && <div className="pack-terms"><ShownFraming framing={part.framing} networkId={account.networkId} /></div>}
            </div>
          ))}
        </PreviewSettingProvider>
      </I18nextProvider>
    )
  )
  const still = place.cloneNode(true)
  root.unmount()
  return still instanceof HTMLElement ? still : place
}

function hasFilm(part: OutgoingPart, { media }: Pick<PreviewsToDraw, 'media'>): boolean {
  return part.media.some(({ mediaId }) => media.some((item) => item.id === mediaId && isVideo(item)))
}

function imagesOf(part: OutgoingPart, account: Account, { media, pictures }: PreviewsToDraw): readonly PreviewImage[] {
  return part.media.flatMap(({ mediaId, altText, cover, captions, focus, people }) => {
    const item = media.find(({ id }) => id === mediaId)
    const network = withFormat(capabilitiesOf(account.networkId), part.format)
    const chosen = coverFor({ cover }, network, part)
    const address = (chosen === null ? undefined : pictures.get(chosen.mediaId)) ?? pictures.get(mediaId)
    if (item === undefined || address === undefined) return []
    const image = { mediaId, address, altText, width: item.width, height: item.height, ...focusThere(focus, network), ...peopleThere({ people: people ?? [] }, isVideo(item), network, part.media.length) }
    const spoken = captionsFor({ captions }, network)
    return [isVideo(item) ? { ...image, film: { address: '', fileName: item.fileName, durationMs: item.durationMs, hasCover: true, ...(spoken.length === 0 ? {} : { captions: spoken }) } } : image]
  })
}

/** A film is its cover here: the file that goes to the client would carry every one of them whole. Nothing takes the focus, and nothing is said that is for whoever writes. */
function standStill(element: HTMLElement): HTMLElement {
  for (const note of element.querySelectorAll('[data-for-writer]')) note.remove()
  for (const film of element.querySelectorAll('video')) {
    const cover = document.createElement('img')
    cover.src = film.poster
    cover.alt = film.getAttribute('aria-label') ?? ''
    film.replaceWith(cover)
  }
  for (const one of element.querySelectorAll('[tabindex], [draggable]')) {
    one.removeAttribute('tabindex')
    one.removeAttribute('draggable')
  }
  return element
}
