import type { z } from 'zod'
import type { InboxReader } from '../network-adapter.ts'
import type { AccountSession } from '../network-session.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { behindComments } from './behind-comments.ts'
import { graphListSchema, nextPageOf } from './graph-lists.ts'
import { timeOf } from './graph-values.ts'
import { conversationFields, messageFields, messagesAtOnce, readConversations, readMessages, type MessagePlace, type MetaConversation, type MetaMessage } from './meta-messages.ts'

const conversationsAtOnce = 25
/** So many pages in one look; a first one reads the newest conversations alone. */
const mostPages = 4
const mostPagesOfOne = 10

/** What people said under posts, and in private: the messages are read behind the comments. */
export function withMessages(comments: InboxReader, open: (session: AccountSession) => Promise<NetworkResult<MessagePlace>>): InboxReader {
  return behindComments(comments, 2, async (session, since) => {
    const place = await open(session)
    return place.ok ? readSince(place.value, since) : place
  })
}

async function readSince(place: MessagePlace, since: number): Promise<NetworkResult<readonly IncomingItem[]>> {
  const items: IncomingItem[] = []
  let after: string | null = null
  for (let pages = 0; pages < (since === Number.NEGATIVE_INFINITY ? 1 : mostPages); pages += 1) {
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
  return done(items)
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
