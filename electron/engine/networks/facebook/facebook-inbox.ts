import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { openFacebookApi, type FacebookApi } from './facebook-api.ts'
import { endLook, goThroughPosts, isStalePlace, noteSaid, readCommentCursor, sinceOf, writeCommentCursor, type CommentCursor, type CommentLook } from '../meta/comment-cursor.ts'
import { timeOf } from '../meta/graph-values.ts'
import { toItem } from './facebook-mapping.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { graphListSchema, nextPageOf, type GraphList } from '../meta/graph-lists.ts'
import { facebookCommentSchema, postWithCommentsSchema } from './facebook-schemas.ts'
import { mayDo } from './facebook-secret.ts'
import { readEach } from '../read-each.ts'

const postsPerPage = 25
/** Under how many posts is looked: what is said under older ones is not met. */
const mostPostPages = 4
const commentsWithPost = 25
const commentsPerPage = 100
/** A first look stays small. */
const callsOfFirstLook = 12
/** Meta counts calls by how many people the Page reaches. */
const pollAgainAfterMs = 5 * 60_000

const commentFields = 'id,message,created_time,from,parent{id,from},attachment,permalink_url,user_likes'
/** `stream`: the answers to comments are among them, newest first of all. */
const postFields = `id,comments.filter(stream).order(reverse_chronological).limit(${commentsWithPost}){${commentFields}}`

/** What people said under the Page's posts: https://developers.facebook.com/docs/graph-api/reference/object/comments/ (read on 2026-11-21). */
export function createFacebookInbox(options: FacebookOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const api = await openFacebookApi(options, session)
      if (!api.ok) return api
      // Meta would answer with an empty list, as if nobody had said anything.
      if (!mayDo(api.value.secret, 'MODERATE')) return failed('rejected', studioError('rejected', 'the role on the Page does not let the app read comments', { details: { reason: 'page_role' } }))
      const kept = readCommentCursor(written)
      const first = await readNext(api.value, session, kept)
      const cursor = isStalePlace(first, kept) ? { ...kept, look: null } : kept
      const read = cursor === kept ? first : await readNext(api.value, session, cursor)
      if (!read.ok) return read
      const { look, comments } = after(cursor, read.value, { pageId: session.account.remoteId, now: options.clock.now() })
      const hasMore = look.queue.length > 0 || look.after !== null
      const isEnough = cursor.newest === null && look.calls >= callsOfFirstLook
      const next = hasMore && !isEnough ? { ...cursor, look } : endLook(cursor, look)
      return done({ items: comments, nextCursor: writeCommentCursor(next), more: next.look !== null, pollAgainAfterMs })
    }
  }
}

interface Page {
  /** The posts that were read, with what was said under each. */
  readonly lists: readonly { readonly postId: string; readonly list: GraphList }[]
  /** Where the list of posts goes on; undefined: it was not asked for. */
  readonly nextPosts: string | null | undefined
}

async function readNext(api: FacebookApi, { account }: AccountSession, { look }: CommentCursor): Promise<NetworkResult<Page>> {
  const [queued] = look?.queue ?? []
  if (queued !== undefined) {
    const query = { fields: commentFields, filter: 'stream', order: 'reverse_chronological', limit: commentsPerPage, after: queued.after }
    return mapValue(await api.get(`/${queued.postId}/comments`, query, graphListSchema), (list) => ({ lists: [{ postId: queued.postId, list }], nextPosts: undefined }))
  }
  const posts = await api.get(`/${account.remoteId}/published_posts`, { fields: postFields, limit: postsPerPage, after: look?.after ?? null }, graphListSchema)
  return mapValue(posts, (list) => ({
    lists: readEach(list.data, postWithCommentsSchema).flatMap(({ id, comments }) => (comments === undefined ? [] : [{ postId: id, list: comments }])),
    nextPosts: nextPageOf(list)
  }))
}

function after(cursor: CommentCursor, { lists, nextPosts }: Page, at: { readonly pageId: string; readonly now: number }): { look: CommentLook; comments: readonly IncomingItem[] } {
  const since = sinceOf(cursor)
  const { fresh, look } = noteSaid(cursor, lists.flatMap(({ postId, list }) => readEach(list.data, facebookCommentSchema).map((comment) => toItem(comment, { postId, ...at }))))
  const goesOn = lists.flatMap(({ postId, list }) => {
    const next = nextPageOf(list)
    const oldest = timeOf(readEach(list.data, facebookCommentSchema).at(-1)?.created_time)
    return next !== null && oldest !== null && oldest >= since ? [{ postId, after: next }] : []
  })
  return { look: goThroughPosts(look, { nextPosts, goesOn, mostPostPages }), comments: fresh }
}
