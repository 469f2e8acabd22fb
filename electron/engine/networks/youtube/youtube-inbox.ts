import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { withYoutubeApi, type YoutubeApi } from './youtube-api.ts'
import { endLook, firstLook, readYoutubeCursor, sinceOf, writeYoutubeCursor, type YoutubeCursor, type YoutubeLook } from './youtube-cursor.ts'
import { isBy, timeOf, toItem } from './youtube-mapping.ts'
import type { YoutubeOptions } from './youtube-options.ts'
import { commentSchema, commentThreadSchema, listSchema, type YoutubeComment, type YoutubeCommentThread } from './youtube-schemas.ts'
import { readEach } from '../read-each.ts'

const pageSize = 100
/** A first look stays small, and a look never asks without end: each call is a unit of the project's ten thousand a day. */
const callsOfFirstLook = 12
const mostCalls = 60
/** Two units at most when nothing is new: 288 a day for each channel. */
const pollAgainAfterMs = 10 * 60_000

/**
 * What people said under the channel's videos, and what YouTube holds back for a decision: https://developers.google.com/youtube/v3/docs/commentThreads/list
 * (read on 2026-11-21). Answers in threads that are older than the newest hundred are not met: the list knows no "since".
 */
export function createYoutubeInbox(options: YoutubeOptions): InboxReader {
  return {
    fetchSince: (session, written) =>
      withYoutubeApi(options, session, async (api) => {
        const kept = readYoutubeCursor(written)
        const first = await readNext(api, session, kept)
        const cursor = isStalePlace(first, kept) ? { ...kept, look: null } : kept
        const read = cursor === kept ? first : await readNext(api, session, cursor)
        if (!read.ok) return read
        const { look, items } = after(cursor, read.value, { channelId: session.account.remoteId, now: options.clock.now() })
        const isEnd = (look.isListed && look.queue.length === 0) || look.calls >= (cursor.newest === null ? callsOfFirstLook : mostCalls)
        const next = isEnd ? endLook(cursor, look) : { ...cursor, look }
        return done({ items, nextCursor: writeYoutubeCursor(next), more: next.look !== null, pollAgainAfterMs })
      })
  }
}

/** Places in a list last only for a while. */
function isStalePlace(result: NetworkResult<unknown>, { look }: YoutubeCursor): boolean {
  const name = result.ok ? null : result.failure.error.details?.['name']
  return look !== null && (name === 'invalidPageToken' || name === 'pageTokenInvalid' || name === 'processingFailure')
}

/** One page: of threads, or of the answers of one thread. */
type Page =
  | { readonly kind: 'threads'; readonly threads: readonly YoutubeCommentThread[]; readonly next: string | null }
  | { readonly kind: 'answers'; readonly answers: readonly YoutubeComment[]; readonly next: string | null }

async function readNext(api: YoutubeApi, { account }: AccountSession, { look }: YoutubeCursor): Promise<NetworkResult<Page>> {
  const { list, pageToken, queue, isListed } = look ?? firstLook
  const [queued] = queue
  if (isListed && queued !== undefined) {
    const answers = await api.get('/youtube/v3/comments', { part: ['snippet'], parentId: queued.threadId, maxResults: pageSize, textFormat: 'plainText', pageToken: queued.pageToken }, listSchema)
    return mapValue(answers, ({ items, nextPageToken }) => ({ kind: 'answers', answers: readEach(items, commentSchema), next: nextPageToken ?? null }))
  }
  const query = { part: ['snippet', 'replies'], allThreadsRelatedToChannelId: account.remoteId, moderationStatus: list === 'held' ? 'heldForReview' : 'published', order: 'time', maxResults: pageSize, textFormat: 'plainText', pageToken }
  const threads = await api.get('/youtube/v3/commentThreads', query, listSchema)
  return mapValue(threads, ({ items, nextPageToken }) => ({ kind: 'threads', threads: readEach(items, commentThreadSchema), next: nextPageToken ?? null }))
}

interface At {
  readonly channelId: string
  readonly now: number
}

function after(cursor: YoutubeCursor, page: Page, at: At): { look: YoutubeLook; items: readonly IncomingItem[] } {
  const before = cursor.look ?? firstLook
  const since = sinceOf(cursor)
  const known = new Set([...cursor.known, ...before.met].map(([id]) => id))
  const all = page.kind === 'threads' ? page.threads.flatMap((thread) => itemsOf(thread, before.list === 'held', at)) : answersOf(page.answers, before.queue[0], at)
  const fresh = all.filter(({ remoteId, createdAt }) => createdAt >= since && !known.has(remoteId))
  const times = all.map(({ createdAt }) => createdAt)
  const met = [...before.met, ...fresh.map(({ remoteId, createdAt }): [string, number] => [remoteId, createdAt])].slice(-1000)
  const seen = { ...before, calls: before.calls + 1, met, newestSeen: times.length === 0 ? before.newestSeen : Math.max(...times, before.newestSeen ?? 0) }
  return { look: page.kind === 'threads' ? afterThreads(seen, page, cursor, { since, channelId: at.channelId }) : afterAnswers(seen, page.next), items: fresh }
}

function itemsOf({ snippet, replies }: YoutubeCommentThread, isHeld: boolean, at: At): readonly IncomingItem[] {
  const top = snippet.topLevelComment
  const videoId = snippet.videoId ?? top.snippet.videoId ?? null
  const answers = readEach(replies?.comments ?? [], commentSchema)
  return [toItem(top, { ...at, top: null, videoId, isHeld }), ...answers.map((answer) => toItem(answer, { ...at, top, videoId, isHeld: false }))]
}

function answersOf(answers: readonly YoutubeComment[], queued: YoutubeLook['queue'][number] | undefined, at: At): readonly IncomingItem[] {
  if (queued === undefined) return []
  const { threadId, videoId, isTopOwn } = queued
  const top: YoutubeComment = { id: threadId, snippet: { textDisplay: '', authorDisplayName: '', publishedAt: '', ...(isTopOwn ? { authorChannelId: { value: at.channelId } } : {}) } }
  return answers.map((answer) => toItem(answer, { ...at, top, videoId, isHeld: false }))
}

function afterThreads(look: YoutubeLook, { threads, next }: Extract<Page, { kind: 'threads' }>, { answers }: YoutubeCursor, { since, channelId }: { readonly since: number; readonly channelId: string }): YoutubeLook {
  const before = new Map(answers)
  const longer = threads.filter(({ id, snippet, replies }) => snippet.totalReplyCount > (replies?.comments.length ?? 0) && before.get(id) !== snippet.totalReplyCount)
  const oldest = timeOf(threads.at(-1)?.snippet.topLevelComment.snippet.publishedAt)
  const goesOn = next !== null && oldest !== null && oldest >= since
  const isLastList = look.list === 'held'
  return {
    ...look,
    list: goesOn || isLastList ? look.list : 'held',
    pageToken: goesOn ? next : null,
    isListed: !goesOn && isLastList,
    counts: [...look.counts, ...threads.map(({ id, snippet }): [string, number] => [id, snippet.totalReplyCount])],
    queue: [...look.queue, ...longer.map(({ id, snippet }) => ({ threadId: id, videoId: snippet.videoId ?? null, isTopOwn: isBy(snippet.topLevelComment, channelId), pageToken: null }))]
  }
}

function afterAnswers(look: YoutubeLook, next: string | null): YoutubeLook {
  const [first, ...rest] = look.queue
  return { ...look, queue: first === undefined || next === null ? rest : [{ ...first, pageToken: next }, ...rest] }
}
