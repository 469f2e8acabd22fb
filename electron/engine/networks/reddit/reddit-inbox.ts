import type { z } from 'zod'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { mayKeepOut } from './keep-out.ts'
import { withRedditApi, type RedditApi } from './reddit-api.ts'
import { cursorAfter, readRedditCursor, sinceOf, type RedditCursor } from './reddit-cursor.ts'
import type { RedditOptions } from './reddit-options.ts'
import { urlOf } from './reddit-place.ts'
import { listingSchema, readEach, redditItemSchema, type RedditItem } from './reddit-schemas.ts'

const pageSize = 100
/** A first look stays small. */
const pagesOfFirstLook = 2
/** How far up a chain of answers its beginning is looked for. */
const mostAbove = 12
const pollAgainAfterMs = 2 * 60_000

/** Answers, mentions and private messages: https://www.reddit.com/dev/api/#GET_message_{where} (read on 2026-11-21). The inbox is the member's, whichever community is connected. */
export function createRedditInbox(options: RedditOptions): InboxReader {
  return {
    fetchSince: (session, written) =>
      withRedditApi(options, session, async (api) => {
        const cursor = readRedditCursor(written)
        const page = await api.get('/message/inbox', { limit: pageSize, after: cursor.look?.after ?? null }, listingSchema)
        if (!page.ok) return page
        const { fresh, next } = newOf(cursor, page.value.data)
        const moderated = await readModerated(api, fresh)
        if (!moderated.ok) return moderated
        const places = await readKeepOutPlaces(api, moderated.value)
        if (!places.ok) return places
        const items = await toItems(api, fresh, { moderated: moderated.value, places: places.value })
        if (!items.ok) return items
        return done({ items: items.value, nextCursor: JSON.stringify(next), more: next.look !== null, pollAgainAfterMs })
      })
  }
}

/** What was not met before, and how far the inbox is read with it. */
function newOf(cursor: RedditCursor, { children, after }: z.infer<typeof listingSchema>['data']): { readonly fresh: readonly RedditItem[]; readonly next: RedditCursor } {
  const all = readEach(children, redditItemSchema)
  const since = sinceOf(cursor)
  const known = new Set([...cursor.known, ...(cursor.look?.met ?? [])].map(([id]) => id))
  const fresh = all.filter(({ name, created_utc }) => created_utc * 1000 >= since && !known.has(name))
  const times = all.map(({ created_utc }) => created_utc * 1000)
  const isFirstOver = cursor.newest === null && (cursor.look?.pages ?? 0) + 1 >= pagesOfFirstLook
  const isOver = isFirstOver || times.some((time) => time < since)
  return { fresh, next: cursorAfter(cursor, { after: isOver ? null : (after ?? null), fresh: fresh.map(({ name, created_utc }) => [name, created_utc * 1000] as const), times }) }
}

/** What the member may moderate of the comments, as Reddit shows each to them: the inbox itself does not say it. By a hundred names at most, as many as a page has. */
async function readModerated(api: RedditApi, all: readonly RedditItem[]): Promise<NetworkResult<ReadonlyMap<string, RedditItem>>> {
  const names = all.flatMap(({ name, author }) => (name.startsWith('t1_') && author !== api.place.userName ? [name] : []))
  if (names.length === 0) return done(new Map())
  const found = await api.get('/api/info', { id: names.join(',') }, listingSchema)
  // What is refused says that nobody moderates; what could not be asked is asked again.
  if (!found.ok) return found.failure.kind === 'rejected' ? done(new Map()) : found
  return done(new Map(readEach(found.value.data.children, redditItemSchema).flatMap((item) => (item.can_mod_post === true ? [[item.name, item] as const] : []))))
}

interface Moderation {
  readonly moderated: ReadonlyMap<string, RedditItem>
  /** Communities out of which the member may keep people. */
  readonly places: ReadonlySet<string>
}

/** Each community is asked about once, and those alone where the member moderates something. */
async function readKeepOutPlaces(api: RedditApi, moderated: Moderation['moderated']): Promise<NetworkResult<Moderation['places']>> {
  const places = new Set<string>()
  for (const community of new Set([...moderated.values()].flatMap(({ subreddit }) => subreddit ?? []))) {
    const may = await mayKeepOut(api, community)
    if (!may.ok) return may
    if (may.value) places.add(community)
  }
  return done(places)
}

async function toItems(api: RedditApi, all: readonly RedditItem[], moderation: Moderation): Promise<NetworkResult<readonly IncomingItem[]>> {
  const items: IncomingItem[] = []
  for (const item of all) {
    const conversation = await conversationOf(api, item)
    if (!conversation.ok) return conversation
    items.push({ ...toItem(item, conversation.value, api.place.userName), ...moderatorsView(moderation, item.name) })
  }
  return done(items)
}

function moderatorsView({ moderated, places }: Moderation, name: string): Pick<IncomingItem, 'isHeld' | 'mayHide' | 'lock' | 'keepOutPlace'> {
  const seen = moderated.get(name)
  if (seen === undefined) return { isHeld: false }
  const place = seen.subreddit
  return { isHeld: seen.removed === true, mayHide: true, lock: { place: name, isLocked: seen.locked === true }, ...(place !== undefined && places.has(place) ? { keepOutPlace: place } : {}) }
}

/** The first thing that this person said to us: of an answer to an answer of ours, what we had answered. */
async function conversationOf(api: RedditApi, item: RedditItem): Promise<NetworkResult<string>> {
  if (item.name.startsWith('t4_')) return done(item.first_message_name ?? item.name)
  let first = item.name
  let above = item.type === 'comment_reply' ? (item.parent_id ?? null) : null
  for (let steps = 0; steps < mostAbove && above?.startsWith('t1_') === true; steps += 1) {
    const found: NetworkResult<RedditItem | null> = await lookUp(api, above)
    if (!found.ok) return found
    if (found.value === null) break
    if (found.value.author !== api.place.userName) first = found.value.name
    above = found.value.parent_id ?? null
  }
  return done(first)
}

async function lookUp(api: RedditApi, name: string): Promise<NetworkResult<RedditItem | null>> {
  const found = await api.get('/api/info', { id: name }, listingSchema)
  if (!found.ok) return found
  return done(readEach(found.value.data.children, redditItemSchema)[0] ?? null)
}

function toItem(item: RedditItem, conversationRemoteId: string, userName: string): IncomingItem {
  const { name, author, body, created_utc, parent_id, type, context, likes, link_id } = item
  const isMessage = name.startsWith('t4_')
  const isMention = type === 'username_mention'
  const post = parent_id?.startsWith('t3_') === true ? parent_id : (link_id ?? null)
  return {
    remoteId: name,
    conversationRemoteId,
    kind: isMessage ? 'message' : isMention ? 'mention' : 'comment',
    parentRemoteId: parent_id ?? null,
    ourPostRemoteId: type === 'post_reply' ? post : null,
    authorName: author ?? 'Reddit',
    authorHandle: author === null || author === undefined ? 'Reddit' : `u/${author}`,
    isOwn: author === userName,
    text: body,
    url: urlOf(context?.split('?')[0]),
    createdAt: Math.max(0, created_utc * 1000),
    attachmentCount: 0,
    isLiked: likes === true,
    isHeld: false
  }
}
