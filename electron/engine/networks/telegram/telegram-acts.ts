import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { failed, mapValue } from '../network-results.ts'
import type { TelegramApi } from './telegram-api.ts'
import { readRemoteId } from './telegram-ids.ts'

/** Messages that are gone are skipped by `deleteMessages`, and a ban or its end may be said twice: https://core.telegram.org/bots/api (read on 2026-11-21). */
export async function actOnTelegram(api: TelegramApi, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const place = readRemoteId(remoteId)
  if (!place.ok) return place
  const { chatId, messageIds, authorId } = place.value
  if (act === 'delete') return order(api, 'deleteMessages', { chat_id: chatId, message_ids: messageIds })
  if (act !== 'block' && act !== 'unblock') return failed('rejected', studioError('rejected', `Telegram has no ${act}`))
  if (authorId === null) return failed('rejected', studioError('rejected', 'nobody can be banned for this message'))
  return act === 'block' ? order(api, 'banChatMember', { chat_id: chatId, user_id: authorId }) : order(api, 'unbanChatMember', { chat_id: chatId, user_id: authorId, only_if_banned: true })
}

/** A bot has one reaction for each message; none takes it back. */
export async function setTelegramReaction(api: TelegramApi, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  const place = readRemoteId(remoteId)
  if (!place.ok) return place
  const { chatId, messageIds } = place.value
  return order(api, 'setMessageReaction', { chat_id: chatId, message_id: messageIds[0], reaction: liked ? [{ type: 'emoji', emoji: '❤' }] : [] })
}

async function order(api: TelegramApi, method: string, fields: object): Promise<NetworkResult<null>> {
  return mapValue(await api.call(method, fields, z.literal(true), 'visible'), () => null)
}
