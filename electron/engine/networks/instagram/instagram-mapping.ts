import { findConversationPlace, type ThreadPost } from '../conversation-place.ts'
import { timeOf } from '../meta/graph-values.ts'
import type { OwnPost } from '../meta/own-posts.ts'
import type { IncomingItem } from '../network-incoming.ts'
import { instagramPostSchema, type InstagramComment } from './instagram-schemas.ts'

export interface InstagramOwnPost extends OwnPost {
  readonly isFilm: boolean
}

export function ownPostOf(entry: unknown): InstagramOwnPost | null {
  const parsed = instagramPostSchema.safeParse(entry)
  if (!parsed.success) return null
  const { id, permalink, caption, timestamp, media_type, children } = parsed.data
  const pictures = media_type === 'CAROUSEL_ALBUM' ? (children?.data?.length ?? 0) : 1
  return { remoteId: id, url: permalink ?? null, text: caption ?? null, publishedAt: timeOf(timestamp), pictures, answers: null, isFilm: media_type === 'VIDEO' }
}

/** A comment of the account's own, as `lookThroughOwn` takes it; null: somebody else's. */
export function isOwnComment({ username, from }: InstagramComment, ours: string): boolean {
  return (username ?? from?.username ?? '').toLowerCase() === ours.toLowerCase()
}

export function tellsAuthor({ username, from }: InstagramComment): boolean {
  return username !== undefined || from?.username !== undefined
}

export interface CommentAt {
  readonly postId: string
  readonly postUrl: string | null
  /** Whether it takes comments; undefined: not told. */
  readonly isOpen?: boolean | undefined
  /** The handle of the account, without its sign. */
  readonly username: string
  readonly now: number
}

/** Answers stand under a comment, and under them none. */
export function toItem(comment: InstagramComment, parent: InstagramComment | null, { postId, postUrl, isOpen, username, now }: CommentAt): IncomingItem {
  const above: ThreadPost[] = [{ id: postId, isOwn: true, namesUs: false }]
  if (parent !== null) above.push({ id: parent.id, isOwn: isOwnComment(parent, username), namesUs: false })
  const isOwn = isOwnComment(comment, username)
  const place = findConversationPlace(above, { id: comment.id, isOwn, namesUs: false })
  const name = comment.username ?? comment.from?.username
  return {
    remoteId: comment.id,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: parent?.id ?? postId,
    ourPostRemoteId: place.ourPostId,
    authorName: name ?? 'Instagram',
    authorHandle: name === undefined ? 'Instagram' : `@${name}`,
    isOwn,
    text: comment.text ?? '',
    url: postUrl,
    createdAt: Math.max(0, timeOf(comment.timestamp) ?? now),
    attachmentCount: 0,
    isLiked: false,
    isHeld: false,
    ...(isOpen === undefined ? {} : { lock: { place: postId, isLocked: !isOpen } })
  }
}
