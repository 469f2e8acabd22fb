import type { IncomingItem } from '../network-incoming.ts'
import type { Published } from '../network-publisher.ts'
import type { ConversationPlace } from '../conversation-place.ts'
import { withoutQuoteLine } from './mastodon-quote.ts'
import type { Status } from './mastodon-schemas.ts'
import { textOf } from './mastodon-text.ts'

/** `@lea@mastodon.example` → `mastodon.example`: accounts of our own server come without it. */
export function serverOfHandle(handle: string): string {
  return handle.replace(/^@/, '').split('@')[1] ?? ''
}

export function handleOf(acct: string, ownServer: string): string {
  return acct.includes('@') || ownServer === '' ? `@${acct}` : `@${acct}@${ownServer}`
}

export function publishedOf({ id, url, uri }: Pick<Status, 'id' | 'url' | 'uri'>): Published {
  const page = url ?? uri
  return { remoteId: id, url: page !== null && /^https?:\/\//.test(page) ? page : null }
}

export interface ItemContext {
  readonly ownId: string
  readonly ownServer: string
  readonly now: number
}

export function toItem(status: Status, place: Omit<ConversationPlace, 'kind'> & Pick<IncomingItem, 'kind' | 'quotes'>, { ownId, ownServer, now }: ItemContext): IncomingItem {
  const time = Date.parse(status.created_at)
  return {
    remoteId: status.id,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: status.in_reply_to_id,
    ourPostRemoteId: place.ourPostId,
    authorName: status.account.display_name === '' ? status.account.username : status.account.display_name,
    authorHandle: handleOf(status.account.acct, ownServer),
    isOwn: status.account.id === ownId,
    // What it quotes stands beside it.
    text: textOf(hasQuote(status) ? { ...status, content: withoutQuoteLine(status.content) } : status),
    url: publishedOf(status).url,
    createdAt: Number.isNaN(time) ? now : Math.max(0, time),
    attachmentCount: status.media_attachments.length,
    isLiked: status.favourited,
    isHeld: false,
    ...(place.quotes === undefined ? {} : { quotes: place.quotes })
  }
}

function hasQuote({ quote }: Pick<Status, 'quote'>): boolean {
  return quote !== null && quote !== undefined
}
