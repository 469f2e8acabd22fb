import { htmlToText } from '../../text/html-to-text.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { Published } from '../network-publisher.ts'
import type { ConversationPlace } from '../conversation-place.ts'
import type { Status } from './mastodon-schemas.ts'

/** `@lea@mastodon.example` → `mastodon.example`: accounts of our own server come without it. */
export function serverOfHandle(handle: string): string {
  return handle.replace(/^@/, '').split('@')[1] ?? ''
}

export function handleOf(acct: string, ownServer: string): string {
  return acct.includes('@') || ownServer === '' ? `@${acct}` : `@${acct}@${ownServer}`
}

/** What a person would read: a content warning stands before the text it hides. */
export function textOf({ spoiler_text, content }: Pick<Status, 'spoiler_text' | 'content'>): string {
  const text = htmlToText(content)
  return spoiler_text === '' ? text : `${spoiler_text}\n\n${text}`
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

export function toItem(status: Status, place: Omit<ConversationPlace, 'kind'> & Pick<IncomingItem, 'kind'>, { ownId, ownServer, now }: ItemContext): IncomingItem {
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
    text: textOf(status),
    url: publishedOf(status).url,
    createdAt: Number.isNaN(time) ? now : Math.max(0, time),
    attachmentCount: status.media_attachments.length,
    isLiked: status.favourited,
    isHeld: false
  }
}
