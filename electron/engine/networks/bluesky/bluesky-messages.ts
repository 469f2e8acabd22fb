import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { buildFacets } from './bluesky-facets.ts'

/** chat.bsky.convo.defs#messageView; other members of the union (deleted, system) lack `text`. */
export const messageSchema = z.object({ id: z.string(), rev: z.string(), text: z.string(), sender: z.object({ did: z.string() }), sentAt: z.string(), embed: z.unknown().optional() })
export type ChatMessage = z.infer<typeof messageSchema>
const messagesSchema = z.object({ messages: z.array(z.unknown()) })

/** Server clocks may be this far from ours, in ms. */
const clockSkew = 120_000
/** After this long, in ms, a message that arrived at all is there to be seen. */
const settled = 60_000

export function conversationIdOf(convoId: string): string {
  return `convo:${convoId}`
}

export function messageIdOf(convoId: string, messageId: string): string {
  return `message:${convoId}/${messageId}`
}

function convoOf(draft: Draft): string | null {
  return /^convo:(.+)$/.exec(draft.replyTo?.rootRemoteId ?? '')?.[1] ?? null
}

const noConversation = failed('rejected', studioError('rejected', 'a message needs the conversation it belongs to'))

/** The chat knows no key of ours: a repeat would be a second message, so an unknown outcome has to be looked up. */
export async function sendMessage({ xrpc, chat }: BlueskyContext, draft: Draft): Promise<NetworkResult<Published>> {
  const convoId = convoOf(draft)
  if (convoId === null) return noConversation
  const facets = await buildFacets(draft.text, () => Promise.resolve(done(null)))
  const message = { text: draft.text, ...(facets.ok && facets.value.length > 0 ? { facets: facets.value } : {}) }
  const sent = await xrpc.procedure(chat, 'chat.bsky.convo.sendMessage', { convoId, message }, messageSchema, 'visible')
  return sent.ok ? done({ remoteId: messageIdOf(convoId, sent.value.id), url: null }) : sent
}

/** Looks among the newest messages for one of ours with this text, sent since. */
export async function findSentMessage({ xrpc, chat, did, now }: BlueskyContext, draft: Draft, { sentAt, since = sentAt, isAnothers }: SentIntent): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const convoId = convoOf(draft)
  if (convoId === null) return noConversation
  const page = await xrpc.query(chat, 'chat.bsky.convo.getMessages', { convoId, limit: 100 }, messagesSchema)
  if (!page.ok) return page
  const messages = readMessages(page.value.messages)
  const found = messages.find(
    (message) =>
      message.sender.did === did && message.text === draft.text && Date.parse(message.sentAt) >= since - clockSkew && isAnothers?.(messageIdOf(convoId, message.id)) !== true
  )
  if (found !== undefined) return done({ remoteId: messageIdOf(convoId, found.id), url: null })
  if (now() - sentAt >= settled) return done('none')
  // Not "cannot tell": after that a network with keys is sent the same again, and messages alone have none here.
  return failed('server_error', studioError('unexpected_answer', 'too early to say whether the message arrived', { retryable: true, details: { reason: 'too_early' } }))
}

export function readMessages(messages: readonly unknown[]): readonly ChatMessage[] {
  return messages.flatMap((message) => {
    const parsed = messageSchema.safeParse(message)
    return parsed.success ? [parsed.data] : []
  })
}
