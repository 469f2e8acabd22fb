import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { graphListSchema, nextPageOf } from './graph-lists.ts'
import { timeOf } from './graph-values.ts'
import { afterLook, sinceLook } from './recent-look.ts'
import { conversationFields, messageFields, messagesAtOnce, readConversations, readMessages, type MessagePlace, type MetaConversation, type MetaMessage } from './meta-messages.ts'

/** How far the messages have been read, beside the place among the comments, which is its own. */
const cursorSchema = z.object({
  version: z.literal(2),
  comments: z.string().nullable(),
  /** ms since the epoch; null: no look has ended yet. */
  newest: z.number().nullable(),
  /** What was met near `newest`. */
  known: z.array(z.string())
})
type Cursor = z.infer<typeof cursorSchema>

const conversationsAtOnce = 25
/** So many pages in one look; a first one reads the newest conversations alone. */
const mostPages = 4
const mostPagesOfOne = 10

/**
 * What people said under posts, and in private. The messages are read when the look at the comments has come to its end, each look from the newest back to what is known; a login
 * that was not given the right to read them (it is asked for since then) goes on without.
 */
export function withMessages(comments: InboxReader, open: (session: AccountSession) => Promise<NetworkResult<MessagePlace>>): InboxReader {
  return {
    async fetchSince(session, written) {
      const cursor = readCursor(written)
      const said = await comments.fetchSince(session, cursor.comments)
      if (!said.ok) return said
      const reached: Cursor = { ...cursor, comments: said.value.nextCursor }
      if (said.value.more) return done({ ...said.value, nextCursor: JSON.stringify(reached) })
      const place = await open(session)
      const read = place.ok ? await readSince(place.value, reached) : place
      if (read.ok) return done({ ...said.value, items: [...said.value.items, ...read.value.items], nextCursor: JSON.stringify(read.value.cursor) })
      const mayPass = read.failure.kind === 'rejected' || read.failure.kind === 'bug' || read.failure.kind === 'server_error'
      // What was said under posts is not held back; the messages are read from the same place next time.
      return mayPass ? done({ ...said.value, nextCursor: JSON.stringify(reached) }) : read
    }
  }
}

/** A cursor of before there were messages is the comments' own. */
function readCursor(written: string | null): Cursor {
  const parsed = cursorSchema.safeParse(written === null ? null : parseJson(written))
  return parsed.success ? parsed.data : { version: 2, comments: written, newest: null, known: [] }
}

async function readSince(place: MessagePlace, cursor: Cursor): Promise<NetworkResult<{ readonly items: readonly IncomingItem[]; readonly cursor: Cursor }>> {
  const since = sinceLook(cursor)
  const items: IncomingItem[] = []
  let after: string | null = null
  for (let pages = 0; pages < (cursor.newest === null ? 1 : mostPages); pages += 1) {
    const listed: NetworkResult<z.infer<typeof graphListSchema>> = await place.graph.get(`/${place.path}/conversations`, { platform: place.platform, fields: conversationFields, limit: conversationsAtOnce, after }, graphListSchema)
    if (!listed.ok) return listed
    const conversations = readConversations(listed.value)
    for (const conversation of conversations) {
      const messages = await messagesSince(place, conversation, since)
      if (!messages.ok) return messages
      items.push(...messages.value.map((message) => itemOf(place, conversation, message)))
    }
    after = nextPageOf(listed.value)
    const oldest = timeOf(conversations.at(-1)?.updated_time)
    if (after === null || (oldest !== null && oldest < since)) break
  }
  const { fresh, look } = afterLook(cursor, items)
  return done({ items: fresh, cursor: { ...cursor, ...look } })
}

/** Those that came with the conversation, and more as long as they are new; a first look takes what came. */
async function messagesSince({ graph }: MessagePlace, { id, messages: first }: MetaConversation, since: number): Promise<NetworkResult<readonly MetaMessage[]>> {
  const all = [...readMessages(first)]
  let after = first === undefined || since === Number.NEGATIVE_INFINITY ? null : nextPageOf(first)
  for (let pages = 0; after !== null && pages < mostPagesOfOne; pages += 1) {
    const oldest = timeOf(all.at(-1)?.created_time)
    if (oldest === null || oldest < since) break
    const listed: NetworkResult<z.infer<typeof graphListSchema>> = await graph.get(`/${id}/messages`, { fields: messageFields, limit: messagesAtOnce, after }, graphListSchema)
    if (!listed.ok) return listed
    all.push(...readMessages(listed.value))
    after = nextPageOf(listed.value)
  }
  return done(all)
}

function itemOf({ network, isOwn }: MessagePlace, { id }: MetaConversation, message: MetaMessage): IncomingItem {
  const { from } = message
  return {
    remoteId: message.id,
    conversationRemoteId: id,
    kind: 'message',
    parentRemoteId: null,
    ourPostRemoteId: null,
    ...namesOf(from, network),
    isOwn: from !== undefined && isOwn(from),
    text: message.message ?? '',
    url: null,
    createdAt: Math.max(0, timeOf(message.created_time) ?? 0),
    attachmentCount: message.attachments?.data?.length ?? 0,
    isLiked: false,
    isHeld: false
  }
}

/** On Facebook people have no public handle. */
function namesOf(from: MetaMessage['from'], network: string): Pick<IncomingItem, 'authorName' | 'authorHandle'> {
  const name = from?.name ?? from?.username ?? network
  return { authorName: name, authorHandle: from?.username === undefined ? name : `@${from.username}` }
}
