import { endLook, goThroughPosts, isStalePlace, noteSaid, readCommentCursor, sinceOf, writeCommentCursor, type CommentCursor, type CommentLook } from '../meta/comment-cursor.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema, nextPageOf, type GraphList } from '../meta/graph-lists.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { placeAfter } from '../meta/own-posts.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { toItem } from './instagram-mapping.ts'
import type { InstagramOptions } from './instagram-options.ts'
import { instagramCommentSchema, instagramPostSchema, type InstagramPost } from './instagram-schemas.ts'
import { readEach } from '../read-each.ts'

const postsPerPage = 10
/** Under how many posts is looked: what is said under older ones is not met. */
const mostPostPages = 4
/** No more come at once, the newest first; the older ones only where Instagram names a next page. */
const commentsAtOnce = 50
const callsOfFirstLook = 12
/** Meta counts calls by how many people the account reaches. */
const pollAgainAfterMs = 5 * 60_000

const commentFields = 'id,text,timestamp,username,from'
const commentsField = `comments.limit(${commentsAtOnce}){${commentFields},replies.limit(${commentsAtOnce}){${commentFields}}}`
const postFields = `id,permalink,is_comment_enabled,${commentsField}`

/** What people said under our posts: https://developers.facebook.com/docs/instagram-platform/comment-moderation (read on 2026-11-21). */
export function createInstagramInbox(options: InstagramOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const graph = openMetaUser(options, graphVersion.name, session)
      if (!graph.ok) return graph
      const kept = readCommentCursor(written)
      const first = await readNext(graph.value, session, kept)
      const cursor = isStalePlace(first, kept) ? { ...kept, look: null } : kept
      const read = cursor === kept ? first : await readNext(graph.value, session, cursor)
      if (!read.ok) return read
      const { look, items } = after(cursor, read.value, session.account.handle.replace(/^@/, ''), options.clock.now())
      const hasMore = look.queue.length > 0 || look.after !== null
      const isEnough = cursor.newest === null && look.calls >= callsOfFirstLook
      const next = hasMore && !isEnough ? { ...cursor, look } : endLook(cursor, look)
      return done({ items, nextCursor: writeCommentCursor(next), more: next.look !== null, pollAgainAfterMs })
    }
  }
}

interface Page {
  readonly posts: readonly InstagramPost[]
  /** Where the list of posts goes on; undefined: it was not asked for. */
  readonly nextPosts: string | null | undefined
}

async function readNext(graph: GraphCalls, { account }: AccountSession, { look }: CommentCursor): Promise<NetworkResult<Page>> {
  const [queued] = look?.queue ?? []
  if (queued !== undefined) {
    const query = { fields: `${commentFields},replies.limit(${commentsAtOnce}){${commentFields}}`, limit: commentsAtOnce, after: queued.after }
    return mapValue(await graph.get(`/${queued.postId}/comments`, query, graphListSchema), (comments) => ({ posts: [{ id: queued.postId, comments }], nextPosts: undefined }))
  }
  const posts = await graph.get(`/${account.remoteId}/media`, { fields: postFields, limit: postsPerPage, after: look?.after ?? null }, graphListSchema)
  return mapValue(posts, (list) => ({ posts: readEach(list.data, instagramPostSchema), nextPosts: placeAfter(list, postsPerPage) }))
}

function after(cursor: CommentCursor, { posts, nextPosts }: Page, username: string, now: number): { readonly look: CommentLook; readonly items: readonly IncomingItem[] } {
  const since = sinceOf(cursor)
  const { fresh, look } = noteSaid(cursor, posts.flatMap(({ id, permalink, comments, is_comment_enabled: isOpen }) => (comments === undefined ? [] : itemsOf(comments, { postId: id, postUrl: permalink ?? null, isOpen, username, now }))))
  const goesOn = posts.flatMap(({ id, comments }) => {
    const next = comments === undefined ? null : nextPageOf(comments)
    return next !== null && isFresh(comments, since) ? [{ postId: id, after: next }] : []
  })
  return { look: goThroughPosts(look, { nextPosts, goesOn, mostPostPages }), items: fresh }
}

function itemsOf(list: GraphList, at: Parameters<typeof toItem>[2]): readonly IncomingItem[] {
  return readEach(list.data, instagramCommentSchema).flatMap((comment) => [toItem(comment, null, at), ...readEach(comment.replies?.data ?? [], instagramCommentSchema).map((reply) => toItem(reply, comment, at))])
}

/** Whether the oldest of what came is new: then there may be more of the same. */
function isFresh(list: GraphList | undefined, since: number): boolean {
  const oldest = readEach(list?.data ?? [], instagramCommentSchema).at(-1)?.timestamp
  return oldest !== undefined && Date.parse(oldest) >= since
}
