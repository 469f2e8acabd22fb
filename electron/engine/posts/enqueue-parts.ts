import { excerptOf } from '../../../shared/posts/excerpt.ts'
import { titleAsSent, titleFor, type OutgoingPart } from '../../../shared/posts/post-parts.ts'
import type { PartsLeft } from '../../../shared/posts/parts-left.ts'
import { previewFactsOf } from '../../../shared/networks/preview-facts.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { tagsAsSent, tagsFor } from '../../../shared/posts/tags.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { CardToSend, LinkCardsService } from '../link-cards/link-cards-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PostRecord } from './post-record.ts'
import type { JobIds } from './posts-service.ts'

export interface PartsNeeds {
  readonly context: Pick<WorkspaceContext, 'random'>
  readonly outbox: Pick<OutboxService, 'enqueue'>
  readonly accounts: Pick<AccountsService, 'read'>
  readonly cards: Pick<LinkCardsService, 'cardOf' | 'cardTo'>
}

export interface PartsOfTarget {
  readonly post: Pick<PostRecord, 'id' | 'title' | 'tags' | 'targets'>
  readonly accountId: string
  readonly left: PartsLeft
  readonly dueAt: number
  readonly isPlanned: boolean
  readonly jobIds: JobIds | undefined
  /** Of the whole post. */
  readonly contentHash: string
}

/**
 * From here on each job carries its own copy: text as it was counted, images, alt texts, and a key of its own. The parts of a thread form a chain, each
 * after the job of the one before it.
 */
export function enqueueParts(needs: PartsNeeds, { post, accountId, left, dueAt, isPlanned, jobIds, contentHash }: PartsOfTarget): void {
  const { context, outbox } = needs
  const of = left.parts.at(-1)?.number ?? 1
  const withComment = left.parts.at(-1)?.isComment === true ? { hasComment: true as const } : {}
  const title = titleFor(post, accountId)
  const tags = tagsToSend(needs, post, accountId)
  let { afterJobId } = left
  for (const { number, document, media, poll, quote, format, terms, framing, beside } of left.parts) {
    const text = documentToText(document)
    const below = belowWords(needs, accountId, { text, media, poll, quote, link: beside?.link })
    const job = outbox.enqueue({
      ...(jobIds?.(accountId, number) ?? { id: context.random.id() }),
      kind: 'publish_post',
      accountId,
      postId: post.id,
      conversationId: null,
      itemId: null,
      payload: { effect: 'create', title: titleToSend(needs, post, accountId, quote), ...(number === 1 ? tags : {}), text, document, media: media.map((item) => ({ ...item })), replyTo: null, audience: 'public', contentHash, ...withComment, ...kindOf({ format, terms, framing, beside }), ...below },
      excerpt: excerptOf(number === 1 ? title : '', text),
      dueAt,
      isPlanned,
      ...(of === 1 ? {} : { thread: { place: { number, of, ...withComment }, afterJobId } })
    })
    afterJobId = job.id
  }
}

/** What lists call the job is the title, also where none goes out. */
function titleToSend({ accounts }: PartsNeeds, post: PartsOfTarget['post'], accountId: string, quote: OutgoingPart['quote']): string {
  const account = accounts.read(accountId)
  return account === null ? titleFor(post, accountId) : titleAsSent(post, accountId, quote, capabilitiesOf(account.networkId))
}

/** With the post itself alone: its first comment, like every answer, bears none. */
function tagsToSend({ accounts }: PartsNeeds, post: PartsOfTarget['post'], accountId: string): { readonly tags?: string[] } {
  const account = accounts.read(accountId)
  const rule = account === null ? undefined : capabilitiesOf(account.networkId).tags
  const tags = rule === undefined ? [] : [...tagsAsSent(tagsFor(post, accountId), rule)]
  return tags.length === 0 ? {} : { tags }
}

interface Below {
  readonly text: string
  readonly media: readonly unknown[]
  readonly poll: OutgoingPart['poll'] | undefined
  readonly quote: OutgoingPart['quote'] | undefined
  /** Instead of the first one of the text. */
  readonly link: string | undefined
}

/** A poll, pictures, a quoted post or a card: a card never beside another one where the sender builds it. */
function belowWords(needs: PartsNeeds, accountId: string, { text, media, poll, quote, link }: Below): Pick<OutgoingPart, 'poll' | 'quote'> & { readonly card?: CardToSend } {
  if (poll !== undefined || quote !== undefined) return { ...(poll === undefined ? {} : { poll }), ...(quote === undefined ? {} : { quote }) }
  const card = media.length === 0 ? cardFor(needs, accountId, text, link) : null
  return card === null ? {} : { card }
}

/** Only where the network leaves the card to whoever sends the post. A page that nobody has read yet has none, and nothing waits for it. */
function cardFor({ accounts, cards }: PartsNeeds, accountId: string, text: string, link: string | undefined): CardToSend | null {
  const account = accounts.read(accountId)
  if (account === null || previewFactsOf(account).card?.madeBy !== 'vigie') return null
  return link === undefined ? cards.cardOf(text) : cards.cardTo(link)
}

/** What it is there, under which terms it goes out at once, how it stands, and what goes out beside its words. */
function kindOf({ format, terms, framing, beside }: { readonly [Key in 'format' | 'terms' | 'framing' | 'beside']: OutgoingPart[Key] | undefined }): Pick<OutgoingPart, 'format' | 'terms' | 'framing' | 'beside'> {
  return { ...(format === undefined ? {} : { format }), ...(terms === undefined ? {} : { terms }), ...(framing === undefined ? {} : { framing }), ...(beside === undefined ? {} : { beside }) }
}
