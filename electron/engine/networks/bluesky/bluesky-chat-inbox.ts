import { z } from 'zod'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { handleOf } from './bluesky-mapping.ts'
import { conversationIdOf, messageIdOf, messageSchema, readMessages, type ChatMessage } from './bluesky-messages.ts'

const memberSchema = z.object({ did: z.string(), handle: z.string(), displayName: z.string().optional() })
const convoSchema = z.object({ id: z.string(), rev: z.string(), members: z.array(memberSchema) })
type Convo = z.infer<typeof convoSchema>
const convosSchema = z.object({ convos: z.array(convoSchema) })
const oneConvoSchema = z.object({ convo: convoSchema })
const messagesSchema = z.object({ messages: z.array(z.unknown()) })
const logSchema = z.object({ logs: z.array(z.unknown()), cursor: z.string().optional() })
const createdSchema = z.object({ $type: z.literal('chat.bsky.convo.defs#logCreateMessage'), convoId: z.string(), message: messageSchema })

const convosOfFirstLook = 20
const messagesOfFirstLook = 20

export interface ChatRead {
  readonly items: readonly IncomingItem[]
  readonly revision: string
  readonly more: boolean
}

/**
 * Direct messages since a revision of the log; null looks back over the newest conversations. So does an empty one, of an account that had no
 * conversation yet: the log without a place to begin at begins now, and what came in between would be missing.
 */
export function readChat(context: BlueskyContext, revision: string | null): Promise<NetworkResult<ChatRead>> {
  return revision === null || revision === '' ? lookBack(context) : readLog(context, revision)
}

async function lookBack({ xrpc, chat, did }: BlueskyContext): Promise<NetworkResult<ChatRead>> {
  const listed = await xrpc.query(chat, 'chat.bsky.convo.listConvos', { limit: convosOfFirstLook }, convosSchema)
  if (!listed.ok) return listed
  const items: IncomingItem[] = []
  let revision = ''
  for (const convo of listed.value.convos) {
    if (convo.rev > revision) ({ rev: revision } = convo)
    const page = await xrpc.query(chat, 'chat.bsky.convo.getMessages', { convoId: convo.id, limit: messagesOfFirstLook }, messagesSchema)
    if (!page.ok) return page
    items.push(...readMessages(page.value.messages).map((message) => toItem(message, convo.id, convo, did)))
  }
  return done({ items, revision, more: false })
}

async function readLog(context: BlueskyContext, revision: string): Promise<NetworkResult<ChatRead>> {
  const { xrpc, chat, did } = context
  const log = await xrpc.query(chat, 'chat.bsky.convo.getLog', { cursor: revision }, logSchema)
  if (!log.ok) return log
  const convos = new Map<string, Convo | null>()
  const items: IncomingItem[] = []
  for (const entry of log.value.logs) {
    const created = createdSchema.safeParse(entry)
    if (!created.success) continue
    const { convoId, message } = created.data
    if (!convos.has(convoId)) convos.set(convoId, await readConvo(context, convoId))
    items.push(toItem(message, convoId, convos.get(convoId) ?? null, did))
  }
  const next = log.value.cursor ?? revision
  return done({ items, revision: next, more: log.value.logs.length > 0 && next > revision })
}

/** Only for the names; without them the message still counts. */
async function readConvo({ xrpc, chat }: BlueskyContext, convoId: string): Promise<Convo | null> {
  const read = await xrpc.query(chat, 'chat.bsky.convo.getConvo', { convoId }, oneConvoSchema)
  return read.ok ? read.value.convo : null
}

function toItem(message: ChatMessage, convoId: string, convo: Convo | null, did: string): IncomingItem {
  const sender = convo?.members.find((member) => member.did === message.sender.did)
  const authorHandle = sender === undefined ? message.sender.did : handleOf(sender)
  const time = Date.parse(message.sentAt)
  return {
    remoteId: messageIdOf(convoId, message.id),
    conversationRemoteId: conversationIdOf(convoId),
    kind: 'message',
    parentRemoteId: null,
    ourPostRemoteId: null,
    authorName: sender?.displayName?.trim() || authorHandle.replace(/^@/, ''),
    authorHandle,
    isOwn: message.sender.did === did,
    text: message.text,
    url: null,
    createdAt: Number.isNaN(time) ? 0 : Math.max(0, time),
    attachmentCount: message.embed === undefined ? 0 : 1,
    isLiked: false,
    isHeld: false
  }
}
