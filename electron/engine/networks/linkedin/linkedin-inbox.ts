import { studioError } from '../../../../shared/errors/studio-error.ts'
import { findConversationPlace, type ThreadPost } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { withLinkedinApi, type LinkedinApi } from './linkedin-api.ts'
import { readLinkedinCursor, sinceOf, writeLinkedinCursor, type LinkedinCursor, type LinkedinLook } from './linkedin-cursor.ts'
import { commentOf, pageSize, timeOf } from './linkedin-find.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { linkedinCommentSchema, linkedinPostSchema, listSchema, type LinkedinComment } from './linkedin-schemas.ts'
import { encodeUrn, readLinkedinUrn } from './linkedin-urn.ts'
import { readEach } from '../read-each.ts'

/** Under how many posts is looked, and how old they may be: each is a call, of which an app has few a day. */
const mostPosts = 10
const mostDays = 60
const pollAgainAfterMs = 60 * 60_000

type Listed = NetworkResult<readonly unknown[]>

/** What people said under the page's posts: https://learn.microsoft.com/linkedin/marketing/community-management/shares/comments-api (read on 2026-11-21). */
export function createLinkedinInbox(options: LinkedinOptions): InboxReader {
  return {
    fetchSince: (session, written) =>
      withLinkedinApi(options, session, async (api) => {
        const cursor = readLinkedinCursor(written)
        const begun = cursor.look === null ? await beginLook(api, options.clock.now()) : done(cursor.look)
        if (!begun.ok) return begun
        const [next, ...queue] = begun.value.queue
        if (next === undefined) return done({ items: [], nextCursor: writeLinkedinCursor(cursor, begun.value), more: false, pollAgainAfterMs })
        const entries = await list(api, `/rest/socialActions/${encodeUrn(next.of)}/comments`, { start: next.start, count: pageSize })
        if (!entries.ok && !isGone(entries)) return entries
        const found = entries.ok ? entries.value : []
        const comments = readEach(found, linkedinCommentSchema)
        const rest = found.length < pageSize ? [] : [{ of: next.of, start: next.start + pageSize }]
        const { items, look } = take(cursor, { ...begun.value, queue: [...rest, ...queue, ...threadsOf(next.of, comments)] }, comments, { author: api.author, under: next.of, now: options.clock.now() })
        return done({ items, nextCursor: writeLinkedinCursor(cursor, look), more: look.queue.length > 0, pollAgainAfterMs })
      })
  }
}

async function beginLook(api: LinkedinApi, now: number): Promise<NetworkResult<LinkedinLook>> {
  const entries = await list(api, '/rest/posts', { q: 'author', author: api.author, sortBy: 'CREATED', start: 0, count: mostPosts })
  if (!entries.ok) return entries
  const posts = readEach(entries.value, linkedinPostSchema).filter((post) => timeOf(post) >= now - mostDays * 86_400_000)
  return done({ newestSeen: null, met: [], queue: posts.map(({ id }) => ({ of: id, start: 0 })) })
}

async function list(api: LinkedinApi, path: string, query: Readonly<Record<string, string | number>>): Promise<Listed> {
  const answered = await api.find(path, query)
  if (!answered.ok) return answered
  const parsed = listSchema.safeParse(answered.value.json)
  return parsed.success ? done(parsed.data.elements) : failed('bug', studioError('unexpected_answer', 'a list of LinkedIn’s has another shape'))
}

/** The post or comment was taken away between two calls. */
function isGone(result: Listed): boolean {
  return !result.ok && result.failure.kind === 'rejected' && result.failure.error.details?.['status'] === 404
}

/** Answers to a comment stand in a list of their own. */
function threadsOf(of: string, comments: readonly LinkedinComment[]): LinkedinLook['queue'] {
  if (of.startsWith('urn:li:comment:')) return []
  return comments.filter(({ commentsSummary }) => (commentsSummary?.aggregatedTotalComments ?? commentsSummary?.totalFirstLevelComments ?? 0) > 0).map(({ commentUrn }) => ({ of: commentUrn, start: 0 }))
}

interface Place {
  readonly author: string
  /** The post, or the comment, whose comments were listed. */
  readonly under: string
  readonly now: number
}

function take(cursor: LinkedinCursor, look: LinkedinLook, comments: readonly LinkedinComment[], place: Place): { readonly items: readonly IncomingItem[]; readonly look: LinkedinLook } {
  const since = sinceOf(cursor)
  const known = new Set([...cursor.known, ...look.met].map(([id]) => id))
  const all = comments.map((comment) => toItem(comment, place))
  const items = all.filter(({ remoteId, createdAt }) => createdAt >= since && !known.has(remoteId))
  const met: LinkedinLook['met'] = [...look.met, ...items.map(({ remoteId, createdAt }): [string, number] => [remoteId, createdAt])].slice(-2000)
  return { items, look: { ...look, met, newestSeen: all.length === 0 ? look.newestSeen : Math.max(look.newestSeen ?? 0, ...all.map(({ createdAt }) => createdAt)) } }
}

/** Who wrote it is told by a number alone: names of members are not given to programs. */
function toItem(comment: LinkedinComment, { author, under, now }: Place): IncomingItem {
  const { commentUrn, actor, message, created, content, likesSummary } = comment
  const isOwn = actor === author
  const { post, parent } = aboveOf(comment, under)
  const above: readonly ThreadPost[] = [{ id: post, isOwn: true, namesUs: false }, ...(parent === null ? [] : [{ id: parent, isOwn: false, namesUs: false }])]
  const place = findConversationPlace(above, { id: commentUrn, isOwn, namesUs: false })
  const name = isOwn ? 'LinkedIn' : nameOf(actor)
  return {
    remoteId: commentUrn,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: parent ?? post,
    ourPostRemoteId: place.ourPostId,
    authorName: name,
    authorHandle: name,
    isOwn,
    text: message?.text ?? '',
    url: commentOf(commentUrn).url,
    createdAt: Math.max(0, created?.time ?? now),
    attachmentCount: content?.length ?? 0,
    isLiked: likesSummary?.likedByCurrentUser === true,
    isHeld: false
  }
}

/** `under`: the post, or the comment, in whose list it stands. A post may be called by another of its names in a comment's own. */
function aboveOf({ parentComment }: LinkedinComment, under: string): { readonly post: string; readonly parent: string | null } {
  const read = readLinkedinUrn(under)
  const place = read.ok ? read.value : null
  return place === null ? { post: under, parent: parentComment ?? null } : { post: place.post, parent: under }
}

function nameOf(actor: string): string {
  return `LinkedIn ${actor.split(':').at(-1)?.slice(0, 12) ?? ''}`.trim()
}
