import { z } from 'zod'
import { findConversationPlace } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import { quoteOfOurs } from './mastodon-quoted-by.ts'
import { compareIds, newestOf, readMastodonCursor, writeMastodonCursor, type MastodonCursor } from './mastodon-cursor.ts'
import { serverOfHandle, toItem, type ItemContext } from './mastodon-mapping.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { remoteIdSchema, statusSchema, type Status } from './mastodon-schemas.ts'
import { createMastodonThreads, toThreadNode, type MastodonThreads, type ThreadNode } from './mastodon-threads.ts'

const pageSize = 40
const pagesOfFirstLook = 3
const notificationSchema = z.looseObject({ id: remoteIdSchema, type: z.string(), status: z.unknown().optional() })
type Notification = z.infer<typeof notificationSchema>
/** A quote of ours has its own type from 4.5 on, whether or not it names us. */
const speakingTypes = ['mention', 'quote']

/**
 * What people said to us: notifications about mentions, which answers and private messages are too, and quotes. Read by
 * https://docs.joinmastodon.org/methods/notifications/ (on 2026-11-21).
 */
export function createMastodonInbox(options: MastodonOptions): InboxReader {
  const threads = createMastodonThreads()
  return {
    async fetchSince(session, written) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const cursor = readMastodonCursor(written)
      const page = await readPage(api.value, cursor)
      if (!page.ok) return page
      const items = await toItems({ api: api.value, session, threads, now: options.clock.now() }, page.value)
      if (!items.ok) return items
      const next = cursorAfter(cursor, page.value)
      return done({ items: items.value, nextCursor: writeMastodonCursor(next.cursor), more: next.more, pollAgainAfterMs: null })
    }
  }
}

async function readPage(api: MastodonApi, { newestId, lookBack }: MastodonCursor): Promise<NetworkResult<readonly Notification[]>> {
  const position = lookBack === null ? { min_id: newestId } : { max_id: lookBack.maxId }
  const schema = z.array(notificationSchema)
  // Messages from people we do not follow are held back by default since 4.3; a community manager wants to see them.
  const page = await api.get('/api/v1/notifications', { limit: pageSize, types: speakingTypes, include_filtered: true, ...position }, schema)
  const isTooMuchAsked = !page.ok && page.failure.kind === 'rejected'
  const read = isTooMuchAsked ? await api.get('/api/v1/notifications', { limit: pageSize, types: ['mention'], ...position }, schema) : page
  if (!read.ok || lookBack !== null || newestId === null) return read
  // A server that does not know `min_id` gives the newest of all, older ones among them.
  return done(read.value.filter(({ id }) => compareIds(id, newestId) > 0))
}

function cursorAfter(cursor: MastodonCursor, page: readonly Notification[]): { cursor: MastodonCursor; more: boolean } {
  const newestId = newestOf([cursor.newestId, ...page.map(({ id }) => id)])
  const isLookingBack = cursor.newestId === null || cursor.lookBack !== null
  if (!isLookingBack) return { cursor: { version: 1, newestId, lookBack: null }, more: page.length > 0 }
  const pages = (cursor.lookBack?.pages ?? 0) + 1
  const oldest = page.map(({ id }) => id).toSorted(compareIds)[0]
  const more = oldest !== undefined && pages < pagesOfFirstLook
  return { cursor: { version: 1, newestId, lookBack: more ? { maxId: oldest, pages } : null }, more }
}

interface Reading {
  readonly api: MastodonApi
  readonly session: AccountSession
  readonly threads: MastodonThreads
  readonly now: number
}

async function toItems(reading: Reading, notifications: readonly Notification[]): Promise<NetworkResult<readonly IncomingItem[]>> {
  const { account } = reading.session
  const context: ItemContext = { ownId: account.remoteId, ownServer: serverOfHandle(account.handle), now: reading.now }
  const items: IncomingItem[] = []
  for (const { type, status: raw } of notifications) {
    const status = statusSchema.safeParse(raw)
    if (!speakingTypes.includes(type) || !status.success) continue
    const quotes = quoteOfOurs(status.data, { ownId: context.ownId, isTold: type === 'quote' })
    const place = await findPlace(reading, status.data, quotes.quotes !== undefined)
    if (!place.ok) return place
    items.push(toItem(status.data, { ...place.value, ...quotes }, context))
  }
  return done(items)
}

type Place = Pick<IncomingItem, 'kind'> & { readonly conversationId: string; readonly ourPostId: string | null }

async function findPlace({ api, session, threads }: Reading, status: Status, quotesUs: boolean): Promise<NetworkResult<Place>> {
  const { remoteId: ownId, serverUrl } = session.account
  const above = await threads.postsAbove(api, { serverUrl, ownId }, status)
  if (!above.ok) return above
  const node = toThreadNode(status, ownId)
  const own = quotesUs ? { ...node, namesUs: true } : node
  return done(own.isDirect ? messagePlace(above.value, own) : findConversationPlace(above.value, own))
}

/** A private exchange begins with its first private post, whatever public one that answered. */
function messagePlace(above: readonly ThreadNode[], own: ThreadNode): Place {
  return { kind: 'message', conversationId: (above.find(({ isDirect }) => isDirect) ?? own).id, ourPostId: null }
}
