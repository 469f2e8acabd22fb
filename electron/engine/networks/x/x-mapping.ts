import type { ConversationPlace, ThreadPost } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { Published } from '../network-publisher.ts'
import { quotedIn, repliedTo, type XPost, type XUser } from './x-schemas.ts'

export function publishedOf(id: string): Published {
  return { remoteId: id, url: `https://x.com/i/web/status/${id}` }
}

/**
 * What a person would read: X writes every address as one of `t.co`, puts one more at the end for pictures, and writes three characters as HTML does
 * (https://docs.x.com/x-api/fundamentals/data-dictionary, read on 2026-11-21).
 */
export function textOf({ text, entities }: Pick<XPost, 'text' | 'entities'>): string {
  let readable = text
  for (const { url, expanded_url, media_key } of entities?.urls ?? []) readable = readable.replaceAll(url, media_key === undefined && expanded_url !== undefined ? expanded_url : '')
  return readable.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}

export function toThreadPost(post: XPost, ownId: string): ThreadPost {
  return { id: post.id, isOwn: post.author_id === ownId, namesUs: (post.entities?.mentions ?? []).some(({ id }) => id === ownId) }
}

interface ItemContext {
  readonly ownId: string
  readonly now: number
  /** Posts that those read refer to. */
  readonly beside: readonly XPost[]
}

export function toItem(post: XPost, place: ConversationPlace, author: XUser | undefined, { ownId, now, beside }: ItemContext): IncomingItem {
  const time = Date.parse(post.created_at ?? '')
  const handle = author?.username ?? post.author_id ?? ''
  return {
    remoteId: post.id,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: repliedTo(post),
    ourPostRemoteId: place.ourPostId,
    authorName: author === undefined || author.name === '' ? handle : author.name,
    authorHandle: `@${handle}`,
    isOwn: post.author_id === ownId,
    text: textOf(post),
    url: publishedOf(post.id).url,
    createdAt: Number.isNaN(time) ? now : Math.max(0, time),
    attachmentCount: post.attachments?.media_keys?.length ?? 0,
    isLiked: false,
    isHeld: false,
    ...quoteOfOurs(post, ownId, beside)
  }
}

/** Its address at the end of the words is how X writes a quote; the post stands beside them. */
function quoteOfOurs(post: XPost, ownId: string, beside: readonly XPost[]): Pick<IncomingItem, 'quotes'> {
  const quoted = beside.find(({ id, author_id }) => author_id === ownId && id === quotedIn(post))
  return quoted === undefined ? {} : { quotes: { remoteId: quoted.id, text: textOf(quoted), isDetached: false } }
}
