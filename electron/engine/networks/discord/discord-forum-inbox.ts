import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, isNotThere } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { toItem } from './discord-item.ts'
import { newestOf, pageSize, readActiveThreads, readMessages, readNewestMessage, type DiscordMessage, type DiscordThread } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

const id = z.string().regex(/^\d{1,20}$/)
/** How far each post is read. Of one that is not named here, everything is new. */
const cursorSchema = z.object({ version: z.literal(2), read: z.record(id, id) })
type Read = Readonly<Record<string, string>>

/** One look reads so many pages, and the next one goes on. */
const mostPages = 10
/** So many posts are remembered, the newest ones: a forum that somebody answers in again after all of these is read anew. */
const mostRemembered = 500

interface Look {
  readonly items: readonly IncomingItem[]
  readonly nextCursor: string
  readonly more: boolean
  readonly pollAgainAfterMs: null
}

/** What stands below the bot's own posts. One that rests has nothing new: whoever writes in it wakes it, https://docs.discord.com/developers/topics/threads#active-archived-threads (read on 2026-11-23). */
export async function readForum(api: DiscordApi, bot: DiscordBot, written: string | null): Promise<NetworkResult<Look>> {
  const cursor = cursorSchema.safeParse(written === null ? null : parseJson(written))
  let read: Read = cursor.success ? cursor.data.read : {}
  const threads = await readActiveThreads(api, bot)
  if (!threads.ok) return threads
  const items: IncomingItem[] = []
  let areAllOpen = true
  const waiting = threads.value.filter((thread) => hasMore(thread, read))
  for (let pages = 0, thread = waiting[0]; thread !== undefined && pages < mostPages; pages += 1, thread = waiting[0]) {
    const page = await readPage(api, thread, read[thread.id] ?? thread.id)
    if (!page.ok) return page
    const { messages, readTo, isOver } = page.value
    const { id: threadId } = thread
    items.push(...messages.flatMap((message) => toItem(message, bot, threadId) ?? []))
    if (readTo === null) areAllOpen = false
    else read = { ...read, [threadId]: readTo }
    if (isOver) waiting.shift()
  }
  // Of those that show nothing yet the next turn asks, and not this one over and over.
  return done({ items, nextCursor: JSON.stringify({ version: 2, read: newest(read) }), more: areAllOpen && waiting.length > 0, pollAgainAfterMs: null })
}

interface Page {
  readonly messages: readonly DiscordMessage[]
  /** null: nothing is shown, perhaps not to us. */
  readonly readTo: string | null
  readonly isOver: boolean
}

async function readPage(api: DiscordApi, { id: threadId, last_message_id: last }: DiscordThread, after: string): Promise<NetworkResult<Page>> {
  const listed = await readMessages(api, threadId, after)
  // Somebody deleted it meanwhile.
  if (!listed.ok) return isNotThere(listed.failure) ? done({ messages: [], readTo: after, isOver: true }) : listed
  const [messages, isOver] = [listed.value, listed.value.length < pageSize]
  // Whoever may not read what was written gets an empty list, not a refusal.
  if (messages.length === 0 && (await isSilent(api, threadId))) return done({ messages, readTo: null, isOver })
  return done({ messages, readTo: newestOf(isOver ? [...messages, { id: last ?? after }] : messages, after), isOver })
}

async function isSilent(api: DiscordApi, threadId: string): Promise<boolean> {
  const newestOne = await readNewestMessage(api, threadId)
  return !newestOne.ok || newestOne.value === null
}

function hasMore({ id: threadId, last_message_id: last }: DiscordThread, read: Read): boolean {
  return last === null || last === undefined || BigInt(last) > BigInt(read[threadId] ?? threadId)
}

function newest(read: Read): Read {
  const entries = Object.entries(read)
  return entries.length <= mostRemembered ? read : Object.fromEntries(entries.toSorted(([, one], [, other]) => (BigInt(one) < BigInt(other) ? 1 : -1)).slice(0, mostRemembered))
}
