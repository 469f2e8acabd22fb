import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { cardFreshFor, type FixedCard, type LinkCard } from '../../../shared/posts/link-card.ts'
import { plainCard } from '../../../shared/posts/link-card.ts'
import { firstLink } from '../../../shared/text/first-link.ts'
import { ofTypedAddress } from '../http/typed-address.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { ImageWork } from '../images/image-work.ts'
import { cardToSendSchema } from '../outbox/job-payload.ts'
import { sha256Of } from '../sha256.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { fetchLinkCard, type FetchedCard } from './fetch-link-card.ts'
import { createLinkCardsRepository, type StoredCard, type StoredPicture } from './link-cards-repository.ts'
import type { CardToSend, LinkCardsService } from './link-cards-service.ts'

export interface LinkCardsFeature extends Feature {
  readonly service: LinkCardsService
}

type Answer = RequestOutput<'linkCards.read'>

/** A page that had no card, or was not reached, is left alone for so long. */
const restAfterNothing = 5 * 60_000
const mostWithout = 200

/** What pages say of themselves, kept with the client: previews show it, and networks whose clients build the card are sent it. */
export function createLinkCards(context: WorkspaceContext, needs: { readonly http: HttpClient; readonly images: ImageWork }): LinkCardsFeature {
  const repository = createLinkCardsRepository(context.database)
  const stopping = new AbortController()
  const underWay = new Map<string, Promise<Answer>>()
  /** Pages without a card, with the answer and until when it holds. */
  const nothing = new Map<string, { readonly answer: Answer; readonly until: number }>()

  async function read(url: string): Promise<Result<Answer>> {
    const known = cardFrom(repository.find(url))
    const { now } = context.clock
    if (known !== null && known.readAt > now() - cardFreshFor) return succeed({ card: known, problem: null })
    const resting = nothing.get(url)
    if (resting !== undefined && resting.until > now()) return succeed({ ...resting.answer, card: known })
    const asking = underWay.get(url) ?? ask(url).finally(() => underWay.delete(url))
    underWay.set(url, asking)
    return succeed(await asking)
  }

  async function ask(url: string): Promise<Answer> {
    const fetched = await fetchLinkCard(needs, url, stopping.signal)
    if (stopping.signal.aborted) return { card: null, problem: null }
    if (fetched.ok && fetched.value !== null) {
      nothing.delete(url)
      return { card: store(url, fetched.value), problem: null }
    }
    // A page that has a title no more keeps the card that it had: the network may know it still.
    const answer = { card: cardFrom(repository.find(url)), problem: fetched.ok ? null : ofTypedAddress(fetched.error, url) }
    // Being offline is over in a moment; a page that refuses is not asked with each key.
    if (answer.problem?.code !== 'offline') nothing.set(url, { answer, until: context.clock.now() + restAfterNothing })
    for (const oldest of nothing.keys()) if (nothing.size > mostWithout) nothing.delete(oldest)
    return answer
  }

  function store(url: string, { page, picture }: FetchedCard): LinkCard | null {
    const before = repository.find(url)
    const kept: StoredPicture | null = picture === null ? null : { id: sha256Of(picture.bytes).toString('hex'), ...picture }
    repository.write({ url, title: page.title, description: page.description, siteName: page.siteName, pictureId: kept?.id ?? null, readAt: context.clock.now() }, kept)
    // A yes may have been for the card that it was.
    if (before !== null && (before.title !== page.title || before.description !== page.description || before.pictureId !== (kept?.id ?? null))) context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [] })
    return cardFrom(repository.find(url))
  }

  function cardFrom(stored: StoredCard | null): LinkCard | null {
    if (stored === null) return null
    const { pictureId, siteName, ...card } = stored
    return { ...card, siteName: siteName === '' ? new URL(card.url).host : siteName, picture: pictureFrom(pictureId) }
  }

  function pictureFrom(pictureId: string | null): LinkCard['picture'] {
    const picture = pictureId === null ? null : repository.findPicture(pictureId)
    return picture === null ? null : { address: `data:image/jpeg;base64,${Buffer.from(picture.bytes).toString('base64')}`, width: picture.width, height: picture.height }
  }

  function fixedFor(postId: string): RequestOutput<'linkCards.fixed'> {
    const accounts = new Map<string, FixedCard[]>()
    for (const { accountId, card, isOver } of repository.fixedFor(postId)) {
      const cards = accounts.get(accountId) ?? []
      accounts.set(accountId, cards)
      const parsed = cardToSendSchema.safeParse(card === null ? null : JSON.parse(card))
      if (parsed.success) cards.push(fixedCard(parsed.data, isOver === 1))
    }
    return { accounts: [...accounts].map(([accountId, cards]) => ({ accountId, cards })) }
  }

  function fixedCard({ url, title, description, pictureId }: CardToSend, isOver: boolean): FixedCard {
    const now = isOver ? null : repository.find(url)
    const isOther = now !== null && (now.title !== title || now.description !== description || now.pictureId !== pictureId)
    return { url, title, description, siteName: new URL(url).host, picture: pictureFrom(pictureId), titleNow: isOther ? now.title : null }
  }

  return {
    handlers: { 'linkCards.read': ({ url }) => read(url), 'linkCards.fixed': ({ postId }) => succeed(fixedFor(postId)) },
    service: {
      cardOf(text) {
        const url = firstLink(text)
        const stored = url === null ? null : repository.find(url)
        return stored === null ? null : { url: stored.url, title: stored.title, description: stored.description, pictureId: stored.pictureId }
      },
      cardTo(link) {
        const stored = repository.find(link)
        return stored === null ? plainCard(link) : { url: link, title: stored.title, description: stored.description, pictureId: stored.pictureId }
      },
      picture: (pictureId) => repository.findPicture(pictureId)?.bytes ?? null
    },
    async stop() {
      stopping.abort()
      await Promise.allSettled(underWay.values())
    }
  }
}
