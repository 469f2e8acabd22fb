import { z } from 'zod'
import { goneThere, type EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { TelegramApi } from './telegram-api.ts'
import { readRemoteId } from './telegram-ids.ts'

/**
 * https://core.telegram.org/bots/api#editmessagetext and #editmessagecaption (read on 2026-11-22). Of an album, the words stand below its first file. Telegram refuses what stands there already,
 * and tells it by its words alone.
 */
export async function editOnTelegram(api: TelegramApi, { remoteId, text, hasMedia }: Pick<EditTarget, 'remoteId' | 'text' | 'hasMedia'>): Promise<NetworkResult<null>> {
  const place = readRemoteId(remoteId)
  if (!place.ok) return place
  const target = { chat_id: place.value.chatId, message_id: place.value.messageIds[0] }
  const edited = hasMedia ? await api.call('editMessageCaption', { ...target, caption: text }, resultSchema, 'visible') : await api.call('editMessageText', { ...target, text }, resultSchema, 'visible')
  if (edited.ok || edited.failure.kind !== 'rejected') return mapValue(edited, () => null)
  const reason = String(edited.failure.error.details?.['reason'] ?? '')
  if (/message is not modified/i.test(reason)) return done(null)
  return /message to edit not found|MESSAGE_ID_INVALID/i.test(reason) ? failed('rejected', goneThere) : edited
}

/** The message, or that it was done. */
const resultSchema = z.union([z.looseObject({ message_id: z.int() }), z.literal(true)])
