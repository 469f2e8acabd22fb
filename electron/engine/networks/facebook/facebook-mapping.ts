import { isSameText, timeOf } from '../meta/graph-values.ts'
import { findConversationPlace, type ThreadPost } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { Published } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { FacebookComment, FacebookPost } from './facebook-schemas.ts'

export function publishedOf(id: string, url?: string): Published {
  return { remoteId: id, url: url ?? `https://www.facebook.com/${id}` }
}

/** Whether a post on the Page says what the draft says, with as many pictures. */
export function isSamePost(post: FacebookPost, draft: Pick<Draft, 'text' | 'media'>): boolean {
  return isSameText(post.message ?? '', draft.text) && mediaCountOf(post) === draft.media.length
}

/** Whether it may be it as well: Facebook leaves out the words of a post that has none, and attachments that it did not get ready. */
export function mayBeSamePost(post: FacebookPost, draft: Pick<Draft, 'text' | 'media'>): boolean {
  return isSameText(post.message ?? draft.text, draft.text) && (mediaCountOf(post) === draft.media.length || !tellsMedia(post))
}

/** Each attachment says what it is. */
function tellsMedia({ attachments }: FacebookPost): boolean {
  return attachments?.data !== undefined && attachments.data.every(({ media_type, subattachments }) => media_type !== undefined || subattachments?.data !== undefined)
}

/** A card of a link is an attachment too, of another kind. */
export function mediaCountOf({ attachments }: FacebookPost): number {
  return (attachments?.data ?? []).reduce((count, { media_type, subattachments }) => {
    if (subattachments?.data !== undefined) return count + subattachments.data.length
    // `video`, `video_inline`, `video_autoplay`: how it is shown.
    return media_type === 'photo' || media_type?.startsWith('video') === true ? count + 1 : count
  }, 0)
}

export interface CommentPlace {
  readonly postId: string
  readonly pageId: string
  readonly now: number
  /** The post is a visitor's, on the Page or about it. */
  readonly isVisitors?: boolean
}

export function toItem(comment: FacebookComment, { postId, pageId, now, isVisitors = false }: CommentPlace): IncomingItem {
  const { id, from, parent } = comment
  const isOwn = from?.id === pageId
  const place = findConversationPlace(postsAbove(comment, pageId, { id: postId, isOwn: !isVisitors, namesUs: isVisitors }), { id, isOwn, namesUs: false })
  const name = nameOf(comment)
  return {
    remoteId: id,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: parent?.id ?? postId,
    ourPostRemoteId: place.ourPostId,
    authorName: name,
    authorHandle: name,
    isOwn,
    text: comment.message ?? '',
    url: comment.permalink_url ?? publishedOf(id).url,
    createdAt: Math.max(0, timeOf(comment.created_time) ?? now),
    attachmentCount: comment.attachment === undefined ? 0 : 1,
    isLiked: comment.user_likes === true,
    isHeld: false
  }
}

/** People have no public handle there. */
export function nameOf({ from }: Pick<FacebookComment, 'from'>): string {
  return from?.name ?? from?.id ?? 'Facebook'
}

function postsAbove({ parent }: FacebookComment, pageId: string, post: ThreadPost): readonly ThreadPost[] {
  return parent === undefined ? [post] : [post, { id: parent.id, isOwn: parent.from?.id === pageId, namesUs: false }]
}
