import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Sourced } from '../../../../shared/networks/sourced.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { GraphCalls } from './graph-calls.ts'
import { graphListSchema, nextPageOf, optional, type GraphList } from './graph-lists.ts'
import { isSameText, timeOf } from './graph-values.ts'
import { readEach } from '../read-each.ts'

/** Whose messages, and where: the same interface for Pages and for professional accounts of Instagram. */
export interface MessagePlace {
  readonly graph: GraphCalls
  readonly network: string
  /** The account, as part of a path. */
  readonly path: string
  /** null: the place has messages of one platform alone. */
  readonly platform: 'instagram' | null
  /** Whether that is the account itself. */
  isOwn(person: MetaPerson): boolean
  readonly window: Sourced<number>
  /** How long a message may be. */
  isTooLong(text: string): boolean
}

const personSchema = z.looseObject({ id: z.string().min(1), name: optional(z.string()), username: optional(z.string()) })
export type MetaPerson = z.infer<typeof personSchema>

const messageSchema = z.looseObject({
  id: z.string().min(1).max(500),
  message: optional(z.string()),
  created_time: z.string(),
  from: optional(personSchema),
  attachments: optional(z.looseObject({ data: optional(z.array(z.unknown())) }))
})
export type MetaMessage = z.infer<typeof messageSchema>

const conversationSchema = z.looseObject({
  /** Letters of an address: it becomes part of a path. */
  id: z.string().regex(/^[\w=-]{1,500}$/),
  updated_time: optional(z.string()),
  participants: optional(z.looseObject({ data: z.array(z.unknown()) })),
  messages: optional(graphListSchema)
})
export type MetaConversation = z.infer<typeof conversationSchema>

export const messageFields = 'id,message,created_time,from,attachments'
/** Instagram tells the words of the newest twenty of a conversation alone. */
export const messagesAtOnce = 20
export const conversationFields = `id,updated_time,participants,messages.limit(${messagesAtOnce}){${messageFields}}`

export const readConversations = (list: GraphList): readonly MetaConversation[] => readEach(list.data, conversationSchema)
export const readMessages = (list: GraphList | undefined): readonly MetaMessage[] => readEach(list?.data ?? [], messageSchema)

async function readConversation({ graph }: MessagePlace, { replyTo }: Draft): Promise<NetworkResult<MetaConversation>> {
  const id = conversationSchema.shape.id.safeParse(replyTo?.rootRemoteId ?? '')
  if (!id.success) return failed('rejected', studioError('rejected', 'a message needs the conversation it belongs to'))
  return graph.get(`/${id.data}`, { fields: conversationFields }, conversationSchema)
}

/** What Meta says when the other person wrote too long ago, of Messenger and of Instagram: https://developers.facebook.com/docs/messenger-platform/error-codes (read on 2026-11-22). */
const windowSubcodes: ReadonlySet<unknown> = new Set([2_018_278, 2_534_022])
const sentSchema = z.looseObject({ message_id: z.string().min(1) })

const refused = (reason: string, message: string): NetworkResult<never> => failed('rejected', studioError('rejected', message, { details: { reason } }))

/**
 * An answer to somebody who wrote within the day; nothing else is allowed: https://developers.facebook.com/docs/messenger-platform/policy/policy-overview (read on 2026-11-22).
 * Meta takes no key: what may have arrived is looked for in the conversation before it is sent again.
 */
export async function sendMetaMessage(place: MessagePlace, draft: Draft, now: number): Promise<NetworkResult<Published>> {
  const { graph, network } = place
  if (draft.media.length > 0) return refused('words_alone', `an answer on ${network} holds words alone`)
  if (place.isTooLong(draft.text)) return refused('message_too_long', `a message on ${network} is shorter`)
  const read = await readConversation(place, draft)
  if (!read.ok) return read
  const { other, last } = otherSide(place, read.value)
  if (other === undefined) return refused('author_gone', 'who wrote is not told')
  if (last < now - place.window.value) return refused('window_closed', 'the other person wrote too long ago')
  const sent = await graph.create(`/${place.path}/messages`, { recipient: { id: other.id }, messaging_type: 'RESPONSE', message: { text: draft.text } }, sentSchema)
  if (sent.ok) return done({ remoteId: sent.value.message_id, url: null })
  return windowSubcodes.has(sent.failure.error.details?.['subcode']) ? refused('window_closed', sent.failure.error.message) : sent
}

/**
 * A private answer to a comment: one, within seven days, and further ones only once the person has written. https://developers.facebook.com/documentation/instagram-platform/private-replies and
 * https://developers.facebook.com/documentation/business-messaging/messenger-platform/discovery/private-replies (read on 2026-11-23).
 */
export async function sendPrivateReply({ graph, path, network, isTooLong }: MessagePlace, draft: Draft): Promise<NetworkResult<Published>> {
  if (draft.media.length > 0) return refused('words_alone', `an answer on ${network} holds words alone`)
  if (isTooLong(draft.text)) return refused('message_too_long', `a message on ${network} is shorter`)
  const comment = commentId.safeParse(draft.replyTo?.remoteId ?? '')
  if (!comment.success) return refused('gone', 'this is no comment')
  const sent = await graph.create(`/${path}/messages`, { recipient: { comment_id: comment.data }, message: { text: draft.text } }, sentSchema)
  if (sent.ok) return done({ remoteId: sent.value.message_id, url: null })
  return sent.failure.error.details?.['code'] === repliedAlready ? refused('private_reply_used', sent.failure.error.message) : sent
}

const commentId = z.string().regex(/^\d{1,25}(_\d{1,25})?$/)
/** “Activity already replied to”, as programs have met it; Meta's pages of errors do not name it. Without the code it is a refusal like any other. */
const repliedAlready = 10_900
const commentAuthorSchema = z.looseObject({ from: optional(personSchema) })
const listedSchema = z.looseObject({ data: z.array(z.unknown()) })

/** Looks in the conversation with whoever wrote the comment. Without one, or where nobody says who it was, nothing is concluded: Meta itself takes no second one. */
export async function findPrivateReply(place: MessagePlace, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const { graph, path, platform } = place
  const comment = commentId.safeParse(draft.replyTo?.remoteId ?? '')
  if (!comment.success) return done('none')
  const read = await graph.get(`/${comment.data}`, { fields: 'id,from' }, commentAuthorSchema)
  if (!read.ok) return read
  const author = read.value.from?.id
  if (author === undefined) return done('cannot_tell')
  const listed = await graph.get(`/${path}/conversations`, { platform, user_id: author, fields: 'id' }, listedSchema)
  if (!listed.ok) return listed
  const [conversation] = readEach(listed.value.data, conversationSchema)
  if (conversation !== undefined) return findMetaMessage(place, { ...draft, replyTo: { remoteId: comment.data, rootRemoteId: conversation.id, authorHandle: '' } }, intent, now)
  if (listed.value.data.length > 0) return failed('bug', studioError('unexpected_answer', 'the list of conversations has another shape'))
  return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
}

/** Who is answered, and when they wrote last, ms since the epoch. */
function otherSide({ isOwn }: MessagePlace, { messages, participants }: MetaConversation): { readonly other: MetaPerson | undefined; readonly last: number } {
  const said = readMessages(messages).filter(({ from }) => from !== undefined && !isOwn(from))
  const other = readEach(participants?.data ?? [], personSchema).find((person) => !isOwn(person)) ?? said[0]?.from
  return { other, last: Math.max(...said.map(({ created_time }) => timeOf(created_time) ?? 0), 0) }
}

/** Server clocks may be this far from ours, in ms. */
const clockSkew = 120_000
/** After this long, in ms, a message that arrived at all is there to be seen. */
const settled = 60_000

/** Looks among the newest messages of the conversation for one of ours with this text, sent since. */
export async function findMetaMessage(place: MessagePlace, draft: Draft, { sentAt, since = sentAt, isAnothers }: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const read = await readConversation(place, draft)
  if (!read.ok) return read
  const { messages: list } = read.value
  const messages = readMessages(list)
  // A list that is not understood must not pass for an empty one: that would say "not there, send again".
  if (list === undefined || messages.length < list.data.length) return failed('bug', studioError('unexpected_answer', 'the list of messages has another shape'))
  const alike = messages.filter(({ message, created_time, id }) => isSameText(message ?? '', draft.text) && (timeOf(created_time) ?? 0) >= since - clockSkew && isAnothers?.(id) !== true)
  const found = alike.find(({ from }) => from !== undefined && place.isOwn(from))
  if (found !== undefined) return done({ remoteId: found.id, url: null })
  // It may be ours: nothing says who wrote it.
  if (alike.some(({ from }) => from === undefined || (place.platform === 'instagram' && from.username === undefined))) return done('cannot_tell')
  const oldest = timeOf(messages.at(-1)?.created_time)
  const mayLieDeeper = nextPageOf(list) !== null && (oldest === null || oldest >= since - clockSkew)
  return done(now - sentAt < settled || mayLieDeeper ? 'cannot_tell' : 'none')
}

/** A message in a conversation, or the one that a comment may be answered by. */
export function sendInPrivate(place: MessagePlace, draft: Draft, now: number): Promise<NetworkResult<Published>> {
  return draft.replyTo?.inPrivate === true ? sendPrivateReply(place, draft) : sendMetaMessage(place, draft, now)
}

/** Looks for either. */
export function findInPrivate(place: MessagePlace, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  return draft.replyTo?.inPrivate === true ? findPrivateReply(place, draft, intent, now) : findMetaMessage(place, draft, intent, now)
}
