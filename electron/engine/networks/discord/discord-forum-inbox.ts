import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, isNotThere } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { skew } from './discord-find.ts'
import { readThreads } from './discord-forum-threads.ts'
import { toItem } from './discord-item.ts'
import { mayManageThreads } from './discord-rights.ts'
import { newestOf, pageSize, readActiveThreads, readMessages, readNewestMessage, type DiscordMessage, type DiscordThread } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'
import { lockOf } from './lock-thread.ts'

const id = z.string().regex(/^\d{1,20}$/)
/** How far each post is read. Of one that is not named here, everything is new. `at`: when all was last read, ms since the epoch by our clock; left out: never yet. */
const cursorSchema = z.object({ version: z.literal(2), read: z.record(id, id), at: z.number().optional() })
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

/**
 * What stands below the bot's own posts. Whoever writes in one that rests wakes it, and after an hour of silence, or some days, it rests again
 * (https://docs.discord.com/developers/topics/threads#active-archived-threads, read on 2026-11-23): those that came to rest since all was last read are looked at, too.
 */
export async function readForum(api: DiscordApi, bot: DiscordBot, written: string | null): Promise<NetworkResult<Look>> {
  const { read, at } = readCursor(written, api.now())
  const began = api.now()
  const threads = await readAwake(api, bot, at)
  if (!threads.ok) return threads
  const waiting = threads.value.filter((thread) => hasMore(thread, read))
  const mayLock: NetworkResult<boolean> = waiting.length === 0 ? done(false) : await mayManageThreads(api, bot)
  if (!mayLock.ok) return mayLock
  const turn = await readPages(api, bot, waiting, { read, mayLock: mayLock.value })
  if (!turn.ok) return turn
  const { items, areAllOpen, isLeft } = turn.value
  const readAt = areAllOpen && !isLeft ? began : at
  // Of those that show nothing yet the next turn asks, and not this one over and over.
  return done({ items, nextCursor: JSON.stringify({ version: 2, read: newest(turn.value.read), ...(readAt === null ? {} : { at: readAt }) }), more: areAllOpen && isLeft, pollAgainAfterMs: null })
}

/** `at` null: not everything was ever read. */
function readCursor(written: string | null, now: number): { readonly read: Read; readonly at: number | null } {
  const { read = {}, at } = cursorSchema.safeParse(written === null ? null : parseJson(written)).data ?? {}
  return { read, at: at === undefined ? null : Math.min(at, now) }
}

interface Turn {
  readonly items: readonly IncomingItem[]
  readonly read: Read
  /** None of them shows nothing, perhaps not to us. */
  readonly areAllOpen: boolean
  /** The next turn goes on. */
  readonly isLeft: boolean
}

async function readPages(api: DiscordApi, bot: DiscordBot, threads: readonly DiscordThread[], { read: before, mayLock }: { readonly read: Read; readonly mayLock: boolean }): Promise<NetworkResult<Turn>> {
  const items: IncomingItem[] = []
  const waiting = [...threads]
  let [read, areAllOpen] = [before, true]
  for (let pages = 0, thread = waiting[0]; thread !== undefined && pages < mostPages; pages += 1, thread = waiting[0]) {
    const { id: threadId } = thread
    const page = await readPage(api, thread, read[threadId] ?? threadId)
    if (!page.ok) return page
    const { messages, readTo, isOver } = page.value
    items.push(...messages.flatMap((message) => toItem(message, bot, threadId) ?? []).map((item) => ({ ...item, ...lockOf(thread, mayLock) })))
    if (readTo === null) areAllOpen = false
    else read = { ...read, [threadId]: readTo }
    if (isOver) waiting.shift()
  }
  return done({ items, read, areAllOpen, isLeft: waiting.length > 0 })
}

/** Those in which somebody may have written since then. Whoever may not read what was written is not told of those that rest. */
async function readAwake(api: DiscordApi, bot: DiscordBot, since: number | null): Promise<NetworkResult<readonly DiscordThread[]>> {
  const read = await readThreads(api, bot, since)
  if (!read.ok) return read.failure.kind === 'rejected' ? readActiveThreads(api, bot) : read
  const oldest = since === null ? null : since + api.clockOffset() - skew
  return done(read.value.threads.filter(({ thread_metadata: state }) => oldest === null || state?.archived !== true || !(Date.parse(state.archive_timestamp ?? '') < oldest)))
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

/** Where nothing is told of the last message, one that goes on may have one. */
function hasMore({ id: threadId, last_message_id: last, thread_metadata: state }: DiscordThread, read: Read): boolean {
  return last === null || last === undefined ? state?.archived !== true : BigInt(last) > BigInt(read[threadId] ?? threadId)
}

function newest(read: Read): Read {
  const entries = Object.entries(read)
  return entries.length <= mostRemembered ? read : Object.fromEntries(entries.toSorted(([, one], [, other]) => (BigInt(one) < BigInt(other) ? 1 : -1)).slice(0, mostRemembered))
}
