import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget } from '../network-publisher.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { TelegramApi } from './telegram-api.ts'
import { readRemoteId } from './telegram-ids.ts'
import { memberSchema } from './telegram-schemas.ts'

/** Where nobody chose a length. */
const usualMinutes = 60
/** Telegram's word for somebody who was banned. */
const banned = 'kicked'

/** Messages that are gone are skipped by `deleteMessages`, and a ban or its end may be said twice: https://core.telegram.org/bots/api (read on 2026-11-21). */
export async function actOnTelegram(api: TelegramApi, { act, remoteId, minutes }: Pick<ActTarget, 'act' | 'remoteId' | 'minutes'>): Promise<NetworkResult<null>> {
  const place = readRemoteId(remoteId)
  if (!place.ok) return place
  const { chatId, messageIds, authorId } = place.value
  if (act === 'delete') return order(api, 'deleteMessages', { chat_id: chatId, message_ids: messageIds })
  if (act !== 'block' && act !== 'unblock' && act !== 'mute' && act !== 'unmute') return failed('rejected', studioError('rejected', `Telegram has no ${act}`))
  if (authorId === null) return failed('rejected', studioError('rejected', 'nobody can be banned for this message'))
  const member = { chat_id: chatId, user_id: authorId }
  if (act === 'mute') return silence(api, member, minutes)
  if (act === 'unmute') return endSilence(api, member)
  return act === 'block' ? order(api, 'banChatMember', member) : order(api, 'unbanChatMember', { ...member, only_if_banned: true })
}

interface Member {
  readonly chat_id: number
  readonly user_id: number
}

/**
 * https://core.telegram.org/bots/api#restrictchatmember (read on 2026-11-23). The end is told by Telegram's own clock: one less than half a minute ahead would be for good. Whoever is banned is
 * left so, for a restriction would let them in again.
 */
async function silence(api: TelegramApi, member: Member, minutes: number | null = usualMinutes): Promise<NetworkResult<null>> {
  const there = await api.call('getChatMember', member, memberSchema, 'none')
  if (!there.ok) return there
  if (there.value.status === banned) return done(null)
  const until = minutes === null ? {} : { until_date: Math.ceil((api.now() + api.clockOffset()) / 1000) + minutes * 60 }
  return order(api, 'restrictChatMember', { ...member, permissions: { can_send_messages: false }, ...until })
}

/** All that a member may do, each of it as far as the group lets everybody. */
const everything = Object.fromEntries(
  ['can_send_messages', 'can_send_audios', 'can_send_documents', 'can_send_photos', 'can_send_videos', 'can_send_video_notes', 'can_send_voice_notes', 'can_send_polls', 'can_send_other_messages', 'can_add_web_page_previews', 'can_react_to_messages', 'can_edit_tag', 'can_change_info', 'can_invite_users', 'can_pin_messages', 'can_manage_topics'].map((name) => [name, true])
)

async function endSilence(api: TelegramApi, member: Member): Promise<NetworkResult<null>> {
  const there = await api.call('getChatMember', member, memberSchema, 'none')
  if (!there.ok) return there
  return there.value.status === 'restricted' ? order(api, 'restrictChatMember', { ...member, permissions: everything }) : done(null)
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
