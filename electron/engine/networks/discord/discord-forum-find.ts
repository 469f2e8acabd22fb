import { plainWords } from '../../../../shared/text/plain-words.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { isSame, settled, skew } from './discord-find.ts'
import { idAt, messagesIn, publishedAs } from './discord-place.ts'
import { messageSchema, readActiveThreads, threadsSchema, type DiscordMessage, type DiscordThread } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

const pageSize = 100
/** A forum that put more of them away since then is too busy to tell. */
const mostPages = 5

/**
 * Looks through the posts of the forum that began since the attempt, those that rest already too, for our title and words. Whoever moderates may change a title, and take the words away and leave it: of a
 * post with one of the two nobody can tell.
 */
export async function findOwnPost(api: DiscordApi, bot: DiscordBot, draft: Draft, { sentAt, since = sentAt, isAnothers }: SentIntent): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const threads = await readThreads(api, bot, since)
  if (!threads.ok) return threads
  const from = BigInt(idAt(since + api.clockOffset() - skew))
  let isSure = threads.value.isComplete && api.now() - sentAt >= settled
  for (const thread of threads.value.threads.filter(({ id }) => BigInt(id) >= from)) {
    const published = publishedAs(bot, { threadId: thread.id, messageId: thread.id })
    if (isAnothers?.(published.remoteId) === true) continue
    const first = await readFirst(api, thread)
    if (!first.ok) return first
    const likeness = likenessOf(thread, first.value, bot, draft)
    if (likeness === 'same') return done(published)
    if (likeness === 'perhaps') isSure = false
  }
  return done(isSure ? 'none' : 'cannot_tell')
}

function likenessOf({ name }: DiscordThread, first: DiscordMessage | null, bot: DiscordBot, draft: Draft): 'same' | 'perhaps' | 'other' {
  const hasTitle = plainWords(name) === plainWords(draft.title)
  if (first === null) return hasTitle ? 'perhaps' : 'other'
  if (!isSame(first, bot, draft)) return 'other'
  return hasTitle ? 'same' : 'perhaps'
}

/** The bot's own in this forum, newest first. */
export async function listLastPosts(api: DiscordApi, bot: DiscordBot): Promise<NetworkResult<readonly LastPost[]>> {
  const threads = await readThreads(api, bot, null)
  if (!threads.ok) return threads
  const posts: LastPost[] = []
  for (const thread of threads.value.threads.slice(0, lastOnes)) {
    const first = await readFirst(api, thread)
    if (!first.ok) return first
    const { content = '', timestamp = '' } = first.value ?? {}
    posts.push({ ...publishedAs(bot, { threadId: thread.id, messageId: thread.id }), text: [thread.name, content].filter((words) => words !== '').join('\n'), publishedAt: instantOf(Date.parse(timestamp)) })
  }
  return done(posts)
}

interface Threads {
  readonly threads: readonly DiscordThread[]
  /** None of those that began since then is missing. */
  readonly isComplete: boolean
}

/** https://docs.discord.com/developers/resources/channel#list-public-archived-threads (read on 2026-11-23): in the order in which they came to rest, the last one first. `since` null: one page of them does. */
async function readThreads(api: DiscordApi, bot: DiscordBot, since: number | null): Promise<NetworkResult<Threads>> {
  const active = await readActiveThreads(api, bot)
  if (!active.ok) return active
  const threads = [...active.value]
  const end = (isComplete: boolean): NetworkResult<Threads> => done({ threads: newestFirst(threads), isComplete })
  let before: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<Resting> = await readResting(api, bot, before)
    if (!page.ok) return page
    threads.push(...page.value.threads)
    before = page.value.before
    const restedAt = before === null ? Number.NaN : Date.parse(before)
    // What came to rest before the attempt did not begin after it.
    if (!page.value.hasMore || since === null || restedAt < since + api.clockOffset() - skew) return end(true)
    if (Number.isNaN(restedAt)) return end(false)
  }
  return end(false)
}

interface Resting {
  readonly threads: readonly DiscordThread[]
  /** When the last of them came to rest, as the next page is asked for; null: not told. */
  readonly before: string | null
  readonly hasMore: boolean
}

async function readResting(api: DiscordApi, { channelId, userId }: DiscordBot, before: string | null): Promise<NetworkResult<Resting>> {
  const page = await api.get(`/channels/${channelId}/threads/archived/public?limit=${pageSize}${before === null ? '' : `&before=${encodeURIComponent(before)}`}`, threadsSchema)
  return mapValue(page, ({ threads, has_more: hasMore }) => ({ threads: threads.filter(({ owner_id: owner }) => owner === userId), before: threads.at(-1)?.thread_metadata?.archive_timestamp ?? null, hasMore: hasMore === true }))
}

/** One that came to rest between two looks is there twice. */
function newestFirst(threads: readonly DiscordThread[]): readonly DiscordThread[] {
  return [...new Map(threads.map((thread) => [thread.id, thread])).values()].toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
}

/** null: it was deleted, and its title stands alone. */
async function readFirst(api: DiscordApi, { id }: DiscordThread): Promise<NetworkResult<DiscordMessage | null>> {
  const first = await api.get(`${messagesIn(id)}/${id}`, messageSchema)
  return first.ok || !isNotThere(first.failure) ? first : done(null)
}
