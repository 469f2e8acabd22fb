import { studioError } from '../../../../shared/errors/studio-error.ts'
import { endLook, isStalePlace, noteSaid, readCommentCursor, sinceOf, writeCommentCursor, type CommentCursor, type CommentLook } from '../meta/comment-cursor.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema, type GraphList } from '../meta/graph-lists.ts'
import { timeOf } from '../meta/graph-values.ts'
import { placeAfter } from '../meta/own-posts.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { failed, mapValue, done } from '../network-results.ts'
import { toComment, toMention, type ReadAt } from './threads-mapping.ts'
import { threadsVersion, type ThreadsOptions } from './threads-options.ts'
import { isRepost, threadsPostSchema, type ThreadsPost } from './threads-schemas.ts'
import { readEach } from '../read-each.ts'

/** Under how many posts is looked: what is said under older ones is not met. */
const postsLookedAt = 25
/** As many as come without being asked for: the list of what is said takes no size. */
const usualPage = 25
const mentionsPerPage = 50
/** A first look stays small. */
const callsOfFirstLook = 40
/** One call for each post that was answered: Meta counts calls by how many people the account reaches. */
const pollAgainAfterMs = 10 * 60_000
/** Stands in the queue for what others say elsewhere. */
const mentions = 'mentions'

const itemFields = 'id,text,timestamp,permalink,username,media_type,children'
const replyFields = `${itemFields},root_post,replied_to,is_reply_owned_by_me`

/** What people said under our posts, and where they named us: https://developers.facebook.com/docs/threads/retrieve-and-manage-replies and /threads-mentions (read on 2026-11-21). */
export function createThreadsInbox(options: ThreadsOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const graph = openMetaUser(options, threadsVersion, session)
      if (!graph.ok) return graph
      const kept = readCommentCursor(written)
      const first = await readNext(graph.value, session, kept)
      const cursor = isStalePlace(first, kept) ? { ...kept, look: null } : kept
      const read = cursor === kept ? first : await readNext(graph.value, session, cursor)
      if (!read.ok) return read
      const { look, items } = after(cursor, read.value, { username: session.account.handle.replace(/^@/, ''), now: options.clock.now() })
      const isEnough = cursor.newest === null && look.calls >= callsOfFirstLook
      const next = look.queue.length > 0 && !isEnough ? { ...cursor, look } : endLook(cursor, look)
      return done({ items, nextCursor: writeCommentCursor(next), more: next.look !== null, pollAgainAfterMs })
    }
  }
}

/** What one call brought: our posts, or what was said in one place. */
type Page = { readonly kind: 'posts'; readonly answered: readonly string[] } | { readonly kind: 'said'; readonly place: string; readonly list: GraphList; readonly full: number }

async function readNext(graph: GraphCalls, { account }: AccountSession, { look }: CommentCursor): Promise<NetworkResult<Page>> {
  if (look === null) {
    const posts = await graph.get(`/${account.remoteId}/threads`, { fields: 'id,has_replies,media_type', limit: postsLookedAt }, graphListSchema)
    return mapValue(posts, ({ data }) => ({ kind: 'posts', answered: readEach(data, threadsPostSchema).flatMap((post) => (post.has_replies === false || isRepost(post) ? [] : [post.id])) }))
  }
  const [queued] = look.queue
  if (queued === undefined) return failed('bug', studioError('bug', 'a look that has ended'))
  const isMentions = queued.postId === mentions
  const [path, query, full] = isMentions
    ? [`/${account.remoteId}/mentions`, { fields: itemFields, limit: mentionsPerPage, after: queued.after }, mentionsPerPage]
    : [`/${queued.postId}/conversation`, { fields: replyFields, reverse: 'true', after: queued.after }, usualPage]
  return mapValue(await graph.get(path, query, graphListSchema), (list) => ({ kind: 'said', place: queued.postId, list, full }))
}

function after(cursor: CommentCursor, page: Page, at: ReadAt): { readonly look: CommentLook; readonly items: readonly IncomingItem[] } {
  if (page.kind === 'posts') return { look: { ...noteSaid(cursor, []).look, queue: [...page.answered, mentions].map((postId) => ({ postId, after: null })) }, items: [] }
  const posts = readEach(page.list.data, threadsPostSchema)
  const { fresh, look } = noteSaid(cursor, itemsOf(page.place, posts, at))
  const oldest = timeOf(posts.at(-1)?.timestamp)
  const next = placeAfter(page.list, page.full)
  const goesOn = next !== null && oldest !== null && oldest >= sinceOf(cursor) ? [{ postId: page.place, after: next }] : []
  return { look: { ...look, queue: [...goesOn, ...look.queue.slice(1)] }, items: fresh }
}

function itemsOf(place: string, posts: readonly ThreadsPost[], at: ReadAt): readonly IncomingItem[] {
  if (place === mentions) return posts.map((post) => toMention(post, at))
  const beside = new Map(posts.map((post) => [post.id, post]))
  return posts.map((post) => toComment(post, place, beside, at))
}
