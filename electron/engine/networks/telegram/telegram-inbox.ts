import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { openTelegramApi, type TelegramApi } from './telegram-api.ts'
import { remoteIdOf, urlOf } from './telegram-ids.ts'
import type { TelegramOptions } from './telegram-options.ts'
import { reactionsOf } from './telegram-reactions.ts'
import { chatInfoSchema, updatesSchema, type TelegramMessage } from './telegram-schemas.ts'
import { readTelegramSecret } from './telegram-secret.ts'

const pageSize = 100
const cursorSchema = z.object({ version: z.literal(1), next: z.int() })

/**
 * What Telegram holds ready for the bot, a day at most. Asking from a number on tells it that all before has arrived, so the cursor is that number: it is
 * stored with what it stands for. A bot without a cursor begins with the oldest that was never fetched. Reactions have to be named among what is wanted, each time: the bots of before were asked without them.
 */
export function createTelegramInbox(options: TelegramOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const api = openTelegramApi(options, session)
      if (!api.ok) return api
      const secret = readTelegramSecret(session.secret)
      if (!secret.ok) return secret
      const cursor = cursorSchema.safeParse(written === null ? null : parseJson(written))
      const next = cursor.success ? cursor.data.next : null
      const updates = await api.value.call('getUpdates', { ...(next === null ? {} : { offset: next }), limit: pageSize, allowed_updates: ['message', 'message_reaction_count'] }, updatesSchema, 'none')
      if (!updates.ok) return updates
      const messages = updates.value.flatMap(({ message }) => message ?? [])
      const channelId = Number(session.account.remoteId)
      const groupId = await findGroup(api.value, channelId, messages)
      if (!groupId.ok) return groupId
      const self = { channelId, groupId: groupId.value, botName: secret.value.userName }
      const items = messages.flatMap((message) => toItem(message, self) ?? [])
      // What came last counts, even where it is lower: after a quiet week Telegram begins anew with any number.
      const from = updates.value.length === 0 ? next : Math.max(...updates.value.map(({ update_id: id }) => id)) + 1
      const nextCursor = from === null ? null : JSON.stringify({ version: 1, next: from })
      return done({ items, reactions: reactionsOf(updates.value, channelId), nextCursor, more: updates.value.length >= pageSize, pollAgainAfterMs: null })
    }
  }
}

/** The group that belongs to the channel, asked for only when somebody spoke in a group; null: it has none. */
async function findGroup(api: TelegramApi, channelId: number, messages: readonly TelegramMessage[]): Promise<NetworkResult<number | null>> {
  if (!messages.some(({ chat }) => chat.type !== 'private' && chat.id !== channelId)) return done(null)
  return mapValue(await api.call('getChat', { chat_id: channelId }, chatInfoSchema, 'none'), ({ linked_chat_id: groupId }) => groupId ?? null)
}

interface Self {
  readonly channelId: number
  /** Where the channel's posts are talked about. */
  readonly groupId: number | null
  /** Who answers or names this one speaks to us. */
  readonly botName: string
}

/** null for what does not speak to us: the channel's own posts that Telegram copies into the group, and talk among members. */
export function toItem(message: TelegramMessage, self: Self): IncomingItem | null {
  const place = message.is_automatic_forward === true || !isOurs(message, self) ? null : placeOf(message, self)
  if (place === null) return null
  const { authorId, ...author } = authorOf(message)
  return {
    remoteId: remoteIdOf({ chatId: message.chat.id, messageIds: [message.message_id], authorId }),
    ...place,
    parentRemoteId: null,
    ...author,
    isOwn: message.sender_chat?.id === self.channelId,
    text: message.text ?? message.caption ?? '',
    url: message.chat.type === 'private' ? null : urlOf(message),
    createdAt: message.date * 1000,
    attachmentCount: hasFile(message) ? 1 : 0,
    isLiked: false,
    isHeld: false
  }
}

/** Channels and anonymous administrators speak as a chat; `from` is a stand-in then, whom nobody can ban. */
function authorOf({ from, sender_chat: senderChat }: TelegramMessage): Pick<IncomingItem, 'authorName' | 'authorHandle'> & { readonly authorId: number | null } {
  if (senderChat !== undefined) return { authorId: null, authorName: senderChat.title ?? '', authorHandle: asHandle(senderChat.username) }
  const name = [from?.first_name, from?.last_name].filter((part) => part !== undefined && part !== '').join(' ')
  // A person without a user name is known by the number alone: it is told apart by it, here and where authors are blocked.
  const authorHandle = from !== undefined && from.username === undefined ? `id${from.id}` : asHandle(from?.username)
  return { authorId: from?.id ?? null, authorName: name, authorHandle }
}

function asHandle(userName: string | undefined): string {
  return userName === undefined ? '' : `@${userName}`
}

function hasFile({ photo, video, animation, document, audio, voice, video_note: note, sticker }: TelegramMessage): boolean {
  return [photo, video, animation, document, audio, voice, note, sticker].some((file) => file !== undefined)
}

/** The bot may be in other groups, which are none of this account's business: another client's, perhaps. */
function isOurs({ chat }: TelegramMessage, { channelId, groupId }: Self): boolean {
  return chat.type === 'private' || chat.id === channelId || chat.id === groupId
}

type Place = Pick<IncomingItem, 'kind' | 'conversationRemoteId' | 'ourPostRemoteId'>

/** Private to the bot; a comment, which stands in the thread of a post that was copied into the group; else what names or answers the bot. */
function placeOf(message: TelegramMessage, self: Self): Place | null {
  const { chat, message_thread_id: thread, is_topic_message: isTopic, reply_to_message: answered } = message
  const author = message.sender_chat?.id ?? message.from?.id ?? 0
  if (chat.type === 'private') return { kind: 'message', conversationRemoteId: `private:${chat.id}`, ourPostRemoteId: null }
  if (thread !== undefined && isTopic !== true) return { kind: 'comment', conversationRemoteId: `comments:${chat.id}:${thread}:${author}`, ourPostRemoteId: postOf(answered, self) }
  return answered?.from?.username === self.botName || namesUs(message, self) ? { kind: 'mention', conversationRemoteId: `group:${chat.id}:${author}`, ourPostRemoteId: null } : null
}

function namesUs({ text, caption, entities, caption_entities: inCaption }: TelegramMessage, { botName }: Self): boolean {
  const words = text ?? caption ?? ''
  const named = [...(entities ?? []), ...(inCaption ?? [])].filter(({ type }) => type === 'mention').map(({ offset, length }) => words.slice(offset, offset + length).toLowerCase())
  return named.includes(`@${botName.toLowerCase()}`)
}

function postOf(answered: TelegramMessage['reply_to_message'], { channelId }: Self): string | null {
  const origin = answered?.forward_origin
  return origin?.chat?.id === channelId && origin.message_id !== undefined ? remoteIdOf({ chatId: channelId, messageIds: [origin.message_id], authorId: null }) : null
}
