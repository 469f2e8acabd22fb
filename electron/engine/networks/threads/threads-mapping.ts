import { findConversationPlace, type ThreadPost } from '../conversation-place.ts'
import { timeOf } from '../meta/graph-values.ts'
import type { OwnPost } from '../meta/own-posts.ts'
import type { IncomingItem } from '../network-incoming.ts'
import { threadsPostSchema, type ThreadsPost } from './threads-schemas.ts'

export interface OwnThreadsPost extends OwnPost {
  /** What it quotes, `unnamed` where that is not told; null: nothing. */
  readonly quotes: string | null
  /** What stands below its words to be opened; null: nothing, or not told. */
  readonly longText: string | null
}

export function ownPostOf(entry: unknown): OwnThreadsPost | null {
  const parsed = threadsPostSchema.safeParse(entry)
  if (!parsed.success) return null
  const { id, permalink, text, timestamp, replied_to, is_quote_post, quoted_post, text_attachment } = parsed.data
  return { remoteId: id, url: permalink ?? null, text: text ?? null, publishedAt: timeOf(timestamp), pictures: picturesOf(parsed.data), answers: replied_to?.id ?? null, quotes: quoted_post?.id ?? (is_quote_post === true ? 'unnamed' : null), longText: text_attachment?.plaintext ?? null }
}

function picturesOf({ media_type, children }: ThreadsPost): number {
  if (media_type === 'CAROUSEL_ALBUM') return children?.data?.length ?? 0
  return media_type === 'IMAGE' || media_type === 'VIDEO' ? 1 : 0
}

export interface ReadAt {
  /** The handle of the account, without its sign. */
  readonly username: string
  readonly now: number
}

const isOwn = ({ username, is_reply_owned_by_me }: ThreadsPost, ours: string): boolean => is_reply_owned_by_me === true || (username !== undefined && username.toLowerCase() === ours.toLowerCase())

/** What people said under a post of ours. `beside`: the rest of what was read with it, in which the answers above it may stand. */
export function toComment(post: ThreadsPost, postId: string, beside: ReadonlyMap<string, ThreadsPost>, at: ReadAt): IncomingItem {
  const place = findConversationPlace(postsAbove(post, postId, beside, at.username), { id: post.id, isOwn: isOwn(post, at.username), namesUs: false })
  return { ...itemOf(post, at), conversationRemoteId: place.conversationId, kind: place.kind, parentRemoteId: post.replied_to?.id ?? postId, ourPostRemoteId: place.ourPostId }
}

/** Somebody named us elsewhere. */
export function toMention(post: ThreadsPost, at: ReadAt): IncomingItem {
  return { ...itemOf(post, at), conversationRemoteId: post.id, kind: 'mention', parentRemoteId: post.replied_to?.id ?? null, ourPostRemoteId: null }
}

function itemOf(post: ThreadsPost, { username, now }: ReadAt): Omit<IncomingItem, 'conversationRemoteId' | 'kind' | 'parentRemoteId' | 'ourPostRemoteId'> {
  const name = post.username ?? 'Threads'
  return {
    remoteId: post.id,
    authorName: name,
    authorHandle: post.username === undefined ? name : `@${name}`,
    isOwn: isOwn(post, username),
    text: post.text ?? '',
    url: post.permalink ?? null,
    createdAt: Math.max(0, timeOf(post.timestamp) ?? now),
    attachmentCount: picturesOf(post),
    isLiked: false,
    isHeld: false
  }
}

/** From our post down to the one that is answered, as far as it was read; no chain is longer than what was read. */
function postsAbove(post: ThreadsPost, postId: string, beside: ReadonlyMap<string, ThreadsPost>, ours: string): readonly ThreadPost[] {
  const above: ThreadPost[] = []
  let id = post.replied_to?.id
  while (id !== undefined && id !== postId && above.length <= beside.size) {
    const there = beside.get(id)
    above.unshift({ id, isOwn: there !== undefined && isOwn(there, ours), namesUs: false })
    id = there?.replied_to?.id
  }
  return [{ id: postId, isOwn: true, namesUs: false }, ...above]
}
