import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PinHindrance } from '../../../../shared/published/pin-there.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { PinBoard } from '../network-pins.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { openTelegramApi, type TelegramApi } from './telegram-api.ts'
import { readRemoteId, type MessagePlace } from './telegram-ids.ts'
import type { TelegramOptions } from './telegram-options.ts'
import { userSchema } from './telegram-schemas.ts'

const chatSchema = z.looseObject({ type: z.string(), pinned_message: z.looseObject({ message_id: z.int() }).optional() })
/** Whoever owns the chat may do everything. */
const rightsSchema = z.looseObject({ status: z.string(), can_pin_messages: z.boolean().optional(), can_edit_messages: z.boolean().optional() })

/**
 * https://core.telegram.org/bots/api#pinchatmessage and #unpinchatmessage (read on 2026-11-23): among the pinned messages of a channel or group, without notifying anybody. Of these a bot is told one alone,
 * the one that was sent last (`pinned_message` of #chatfullinfo). So it is known of a message that was sent later that it is not pinned, and of an earlier one nothing.
 */
export function createTelegramPins(options: TelegramOptions): PinBoard {
  return {
    async read(session, remoteId) {
      const message = openMessage(options, session, remoteId)
      if (!message.ok) return message
      const { api, place: { chatId, messageIds } } = message.value
      const chat = await api.call('getChat', { chat_id: chatId }, chatSchema, 'none')
      if (!chat.ok) return chat
      const hindrance = await readHindrance(api, chatId, chat.value.type)
      if (!hindrance.ok) return hindrance
      return done({ isPinned: standingOf(messageIds, chat.value.pinned_message?.message_id ?? null), hindrance: hindrance.value, instead: null })
    },
    async set(session, { remoteId, isPinned }) {
      const message = openMessage(options, session, remoteId)
      if (!message.ok) return message
      const { api, place: { chatId, messageIds: [id] } } = message.value
      const of = { chat_id: chatId, message_id: id }
      return mapValue(await (isPinned ? api.call('pinChatMessage', { ...of, disable_notification: true }, z.literal(true), 'visible') : api.call('unpinChatMessage', of, z.literal(true), 'visible')), () => null)
    }
  }
}

/** Numbers of messages rise within a chat. */
function standingOf([first, ...others]: MessagePlace['messageIds'], pinned: number | null): boolean | null {
  if (pinned === null || pinned < first) return false
  return pinned === first || others.includes(pinned) ? true : null
}

/** In groups the right to pin, in channels the one to change messages of others. */
async function readHindrance(api: TelegramApi, chatId: number, type: string): Promise<NetworkResult<PinHindrance | null>> {
  const bot = await api.call('getMe', {}, userSchema, 'none')
  if (!bot.ok) return bot
  return mapValue(await api.call('getChatMember', { chat_id: chatId, user_id: bot.value.id }, rightsSchema, 'none'), ({ status, can_pin_messages: mayPin, can_edit_messages: mayEdit }) => {
    const may = status === 'creator' || (status === 'administrator' && (type === 'channel' ? mayEdit : mayPin) === true)
    return may ? null : 'no_right'
  })
}

function openMessage(options: TelegramOptions, session: AccountSession, remoteId: string): NetworkResult<{ readonly api: TelegramApi; readonly place: MessagePlace }> {
  const api = openTelegramApi(options, session)
  if (!api.ok) return api
  const place = readRemoteId(remoteId)
  return place.ok ? done({ api: api.value, place: place.value }) : failed('rejected', studioError('rejected', 'this is no message of Telegram'))
}
