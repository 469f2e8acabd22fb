import { findConversationPlace, type ConversationPlace } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { openXApi, type XApi } from './x-api.ts'
import { newerOf, readXCursor, writeXCursor, type XCursor } from './x-cursor.ts'
import { toItem, toThreadPost } from './x-mapping.ts'
import type { XOptions } from './x-options.ts'
import { postExpansions, postFields, repliedTo, xPageSchema, xPostSchema, xUserSchema, type XPage, type XPost, type XUser } from './x-schemas.ts'
import { createXThreads, type XThreads } from './x-threads.ts'
import { readEach } from '../read-each.ts'

const pageSize = 100
/** Each post read is paid for: a first look stays small. */
const pagesOfFirstLook = 2
/** X asks money for every look that brings something; news may wait a little longer than elsewhere. */
const pollAgainAfterMs = 10 * 60_000

/** What people said to us: answers, mentions and quotes that name us. https://docs.x.com/x-api/posts/timelines/introduction (read on 2026-11-21). */
export function createXInbox(options: XOptions): InboxReader {
  const threads = createXThreads()
  return {
    async fetchSince(session, written) {
      const api = openXApi(options, session)
      if (!api.ok) return api
      const cursor = readXCursor(written)
      const page = await readMentions(api.value, session, cursor)
      if (!page.ok) return page
      const posts = readEach(page.value.data, xPostSchema)
      const items = await toItems({ api: api.value, session, threads, now: options.clock.now() }, posts, page.value)
      if (!items.ok) return items
      const next = cursorAfter(cursor, posts, page.value)
      return done({ items: items.value, nextCursor: writeXCursor(next), more: next.look !== null, pollAgainAfterMs })
    }
  }
}

async function readMentions(api: XApi, { account }: AccountSession, { newestId, look }: XCursor): Promise<NetworkResult<XPage>> {
  const query = { max_results: pageSize, since_id: newestId, 'post.fields': postFields, expansions: postExpansions, 'user.fields': ['id', 'name', 'username'] }
  const page = await api.get(`/2/users/${account.remoteId}/mentions`, { ...query, pagination_token: look?.token ?? null }, xPageSchema)
  // The place in a list does not last: begin the look anew, the same twice is harmless.
  const isOver = !page.ok && page.failure.kind === 'rejected' && look !== null && page.failure.error.details?.['status'] === 400
  return isOver ? api.get(`/2/users/${account.remoteId}/mentions`, query, xPageSchema) : page
}

function cursorAfter({ newestId, look }: XCursor, posts: readonly XPost[], { meta }: XPage): XCursor {
  const newestSeen = posts.reduce((newest, { id }) => newerOf(newest, id), look?.newestSeen ?? newestId)
  const pages = (look?.pages ?? 0) + 1
  const token = meta?.next_token
  const goesOn = token !== undefined && newestSeen !== null && (newestId !== null || pages < pagesOfFirstLook)
  return goesOn ? { version: 1, newestId, look: { token, newestSeen, pages } } : { version: 1, newestId: newestSeen, look: null }
}

interface Reading {
  readonly api: XApi
  readonly session: AccountSession
  readonly threads: XThreads
  readonly now: number
}

async function toItems({ api, session, threads, now }: Reading, posts: readonly XPost[], { includes }: XPage): Promise<NetworkResult<readonly IncomingItem[]>> {
  const ownId = session.account.remoteId
  const authors = new Map<string, XUser>(readEach(includes?.users, xUserSchema).map((user) => [user.id, user]))
  const beside = readEach([...(includes?.posts ?? []), ...(includes?.tweets ?? [])], xPostSchema)
  threads.remember(ownId, [...posts, ...beside])
  const items: IncomingItem[] = []
  for (const post of posts) {
    const place = await placeOf(api, threads, ownId, post)
    if (!place.ok) return place
    items.push(toItem(post, place.value, authors.get(post.author_id ?? ''), { ownId, now, beside }))
  }
  return done(items)
}

async function placeOf(api: XApi, threads: XThreads, ownId: string, post: XPost): Promise<NetworkResult<ConversationPlace>> {
  if (repliedTo(post) === null) return done(findConversationPlace([], toThreadPost(post, ownId)))
  const above = await threads.postsAbove(api, ownId, post)
  return above.ok ? done(findConversationPlace(above.value, toThreadPost(post, ownId))) : above
}
