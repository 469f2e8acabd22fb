import { z } from 'zod'
import { findConversationPlace } from '../conversation-place.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { addMarks, markOf, type BlueskyCursor } from './bluesky-cursor.ts'
import { readThreadLocks, type LocksOfThreads } from './bluesky-lock.ts'
import { handleOf, parseRecordAddress, postCollection, postPage } from './bluesky-mapping.ts'
import { countAttachments, quotedIn, readPostRecord, readPostsAbove, toThreadPost } from './bluesky-thread.ts'
import type { Parameters } from './xrpc.ts'

const notificationSchema = z.object({
  uri: z.string(),
  author: z.object({ did: z.string(), handle: z.string(), displayName: z.string().optional() }),
  reason: z.string(),
  record: z.unknown(),
  indexedAt: z.string()
})
type Notification = z.infer<typeof notificationSchema>
const pageSchema = z.object({ notifications: z.array(z.unknown()), cursor: z.string().optional() })
/** What it quotes as its readers are shown it: app.bsky.embed.record#view, and #view of app.bsky.embed.recordWithMedia around one (lexicons read on 2026-11-23). */
const shownQuoteSchema = z.object({ uri: z.string(), value: z.unknown().optional(), detached: z.boolean().optional() })
const shownEmbedSchema = z.object({ record: z.union([shownQuoteSchema, z.object({ record: shownQuoteSchema })]).optional().catch(undefined) }).optional().catch(undefined)
const viewersSchema = z.object({ posts: z.array(z.object({ uri: z.string(), viewer: z.object({ like: z.string().optional() }).optional(), embed: shownEmbedSchema })) })
type Shown = z.infer<typeof viewersSchema>['posts'][number]

const reasons = ['reply', 'mention', 'quote']
/** The most there is: who posts with a clock that is late stands further down, and is found for as long as it is on the first page. */
const pageSize = 100
const pagesOfFirstLook = 2
/** A notification may turn up this far, in ms, below what was read already. */
const lateBy = 10 * 60_000
const idsPerQuery = 25

export interface NotificationsRead {
  readonly items: readonly IncomingItem[]
  readonly cursor: BlueskyCursor
  readonly more: boolean
}

/** Reads one page of what people said to us, and decides whether the next one is needed. */
export async function readNotifications(context: BlueskyContext, cursor: BlueskyCursor): Promise<NetworkResult<NotificationsRead>> {
  const { xrpc, appView } = context
  const page = await xrpc.query(appView, 'app.bsky.notification.listNotifications', pageAsked(cursor), pageSchema)
  if (!page.ok) return page
  const notifications = page.value.notifications.flatMap((notification) => {
    const parsed = notificationSchema.safeParse(notification)
    return parsed.success ? [parsed.data] : []
  })
  const unseen = notifications.filter(({ uri, reason }) => reasons.includes(reason) && !cursor.seen.includes(markOf(uri)))
  const items = await toItems(context, unseen)
  if (!items.ok) return items
  const next = cursorAfter(cursor, notifications, unseen, page.value.cursor)
  return done({ items: items.value, cursor: next, more: next.walk !== null })
}

/**
 * The first page brings likes and follows too: its newest time is how far the reading goes, also on a day with nothing but likes. The pages
 * below it leave them out. `priority` false, or an account that set it elsewhere would only hear of people it follows.
 */
function pageAsked({ walk }: BlueskyCursor): Parameters {
  return { limit: pageSize, priority: 'false', ...(walk === null ? {} : { reasons, cursor: walk.cursor }) }
}

function cursorAfter(cursor: BlueskyCursor, notifications: readonly Notification[], unseen: readonly Notification[], nextPage: string | undefined): BlueskyCursor {
  const newest = cursor.walk === null ? (notifications[0]?.indexedAt ?? cursor.readUntil) : cursor.walk.newest
  const seen = addMarks(cursor.seen, unseen.map(({ uri }) => uri))
  const pages = (cursor.walk?.pages ?? 0) + 1
  const goesOn = nextPage !== undefined && nextPage !== cursor.walk?.cursor && needsNextPage(cursor.readUntil, bottomOf(notifications, nextPage), pages)
  return goesOn ? { ...cursor, seen, walk: { cursor: nextPage, newest, pages } } : { ...cursor, seen, walk: null, readUntil: newest }
}

/**
 * How far down a page reaches, in ms; null when it does not say. Of what it leaves out the AppView passes over some hundreds at a time: a page
 * may be empty and still not the last. Its cursors are times then (seen on @atproto/bsky 0.0.280); others go by what comes with the next page.
 */
function bottomOf(notifications: readonly Notification[], nextPage: string): number | null {
  const times = [notifications.at(-1)?.indexedAt ?? '', /^\d{4}-\d\d-\d\dT/.test(nextPage) ? nextPage : ''].map(Date.parse).filter((time) => !Number.isNaN(time))
  return times.length === 0 ? null : Math.min(...times)
}

function needsNextPage(readUntil: string | null, bottom: number | null, pages: number): boolean {
  return readUntil === null ? pages < pagesOfFirstLook : bottom === null || bottom > Date.parse(readUntil) - lateBy
}

async function toItems(context: BlueskyContext, notifications: readonly Notification[]): Promise<NetworkResult<readonly IncomingItem[]>> {
  const shown = await readShown(context, notifications.map(({ uri }) => uri))
  if (!shown.ok) return shown
  const locks = await readThreadLocks(context, notifications.map(({ record }) => readPostRecord(record).reply?.root.uri))
  if (!locks.ok) return locks
  const items: IncomingItem[] = []
  for (const notification of notifications) {
    const item = await toItem(context, notification, { shown: shown.value.get(notification.uri), lockOf: locks.value })
    if (!item.ok) return item
    items.push(item.value)
  }
  return done(items)
}

async function toItem(context: BlueskyContext, { uri, author, record, indexedAt }: Notification, { shown, lockOf }: { readonly shown: Shown | undefined; readonly lockOf: LocksOfThreads }): Promise<NetworkResult<IncomingItem>> {
  const post = readPostRecord(record)
  const above = await readPostsAbove(context, uri, post)
  if (!above.ok) return above
  const place = findConversationPlace(above.value, toThreadPost(uri, post, context.did))
  return done({
    remoteId: uri,
    conversationRemoteId: place.conversationId,
    kind: place.kind,
    parentRemoteId: post.reply?.parent.uri ?? null,
    ourPostRemoteId: place.ourPostId,
    ...authorOf(author),
    isOwn: author.did === context.did,
    text: post.text,
    url: postPage(uri),
    createdAt: timeOf(indexedAt, context.now()),
    attachmentCount: countAttachments(post),
    isLiked: shown?.viewer?.like !== undefined,
    isHeld: false,
    ...quoteOfOurs(context, quotedIn(post), shown),
    ...lockOf(post.reply?.root.uri)
  })
}

function authorOf(author: Notification['author']): Pick<IncomingItem, 'authorName' | 'authorHandle'> {
  const authorHandle = handleOf(author)
  return { authorName: author.displayName?.trim() || authorHandle.replace(/^@/, ''), authorHandle }
}

/** A post of ours in theirs; a list or a feed of ours is none. */
function quoteOfOurs({ did }: BlueskyContext, quoted: string, shown: Shown | undefined): Pick<IncomingItem, 'quotes'> {
  const address = parseRecordAddress(quoted)
  if (address === null || address.did !== did || address.collection !== postCollection) return {}
  const embedded = shown?.embed?.record
  const there = embedded !== undefined && 'record' in embedded ? embedded.record : embedded
  return { quotes: { remoteId: quoted, text: readPostRecord(there?.value).text, isDetached: there?.detached === true } }
}

/** The posts as the AppView shows them to us: whether we like them already, from whichever program, and what they quote. */
async function readShown({ xrpc, appView }: BlueskyContext, uris: readonly string[]): Promise<NetworkResult<ReadonlyMap<string, Shown>>> {
  const shown = new Map<string, Shown>()
  for (let from = 0; from < uris.length; from += idsPerQuery) {
    const posts = await xrpc.query(appView, 'app.bsky.feed.getPosts', { uris: uris.slice(from, from + idsPerQuery) }, viewersSchema)
    if (!posts.ok) return posts
    for (const post of posts.value.posts) shown.set(post.uri, post)
  }
  return done(shown)
}

function timeOf(written: string, now: number): number {
  const time = Date.parse(written)
  return Number.isNaN(time) ? now : Math.max(0, time)
}
