import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { skew } from './discord-find.ts'
import { isOwnThread, readThreadsThere, threadsSchema, type DiscordThread } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

const pageSize = 100
/** A forum that put more of them away since then is too busy to tell. */
const mostPages = 5

export interface Threads {
  readonly threads: readonly DiscordThread[]
  /** Those that may be the bot's own, too: Discord does not tell whose, or where, they are. */
  readonly untold: readonly DiscordThread[]
  /** None of those that began, or came to rest, since then is missing. */
  readonly isComplete: boolean
}

/**
 * The bot's own posts in its forum, the newest first: those that go on, and those that came to rest since then (ms since the epoch, by our clock) or not long before:
 * https://docs.discord.com/developers/resources/channel#list-public-archived-threads (read on 2026-11-23), in the order in which they came to rest, the last one first. `since` null: one page of them does.
 */
export async function readThreads(api: DiscordApi, bot: DiscordBot, since: number | null): Promise<NetworkResult<Threads>> {
  const active = await readThreadsThere(api, bot)
  if (!active.ok) return active
  const threads = [...active.value]
  const those = (which: 'yes' | 'perhaps'): readonly DiscordThread[] => newestFirst(threads.filter((thread) => isOwnThread(thread, bot) === which))
  const end = (isComplete: boolean): NetworkResult<Threads> => done({ threads: those('yes'), untold: those('perhaps'), isComplete })
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

async function readResting(api: DiscordApi, { channelId }: DiscordBot, before: string | null): Promise<NetworkResult<Resting>> {
  const page = await api.get(`/channels/${channelId}/threads/archived/public?limit=${pageSize}${before === null ? '' : `&before=${encodeURIComponent(before)}`}`, threadsSchema)
  return mapValue(page, ({ threads, has_more: hasMore }) => ({ threads: threads.map((thread) => ({ ...thread, parent_id: channelId })), before: threads.at(-1)?.thread_metadata?.archive_timestamp ?? null, hasMore: hasMore === true }))
}

/** One that came to rest between two looks is there twice. */
function newestFirst(threads: readonly DiscordThread[]): readonly DiscordThread[] {
  return [...new Map(threads.map((thread) => [thread.id, thread])).values()].toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
}
