import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { SeveralInOne } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { TelegramMessage } from './telegram-schemas.ts'

/** A message has a number within its chat alone; an album is one message for each file. The author is what a ban asks for. */
export interface MessagePlace {
  readonly chatId: number
  readonly messageIds: readonly [number, ...number[]]
  /** null: nobody that could be banned (a channel, ourselves). */
  readonly authorId: number | null
}

export function remoteIdOf({ chatId, messageIds, authorId }: MessagePlace): string {
  return `${chatId}:${messageIds.join('+')}${authorId === null ? '' : `:${authorId}`}`
}

export function readRemoteId(remoteId: string): NetworkResult<MessagePlace> {
  const [, chat, messages, author] = /^(-?\d{1,15}):(\d{1,15}(?:\+\d{1,15})*)(?::(\d{1,15}))?$/.exec(remoteId) ?? []
  if (chat === undefined || messages === undefined) return failed('rejected', studioError('rejected', 'this is no message of Telegram'))
  const [first, ...others] = messages.split('+').map(Number)
  return done({ chatId: Number(chat), messageIds: [first ?? 0, ...others], authorId: author === undefined ? null : Number(author) })
}

/** An album is told by all its messages; what is said below it names the one that was copied into the group, which may be any. */
export const telegramAlbums: SeveralInOne = {
  beginningOf: (remoteId) => remoteId.slice(0, remoteId.indexOf(':') + 1),
  holds(postRemoteId, remoteId) {
    const [post, named] = [readRemoteId(postRemoteId), readRemoteId(remoteId)]
    return post.ok && named.ok && post.value.chatId === named.value.chatId && named.value.messageIds.every((id) => post.value.messageIds.includes(id))
  },
  namesIn(postRemoteId) {
    const post = readRemoteId(postRemoteId)
    return post.ok ? post.value.messageIds.map((id) => remoteIdOf({ chatId: post.value.chatId, messageIds: [id], authorId: null })) : []
  }
}

/** Channels with a name have public pages; in others, members alone get to see it. */
export function urlOf({ chat, message_id: id }: Pick<TelegramMessage, 'chat' | 'message_id'>): string | null {
  if (chat.username !== undefined) return `https://t.me/${chat.username}/${id}`
  const inner = /^-100(\d+)$/.exec(String(chat.id))?.[1]
  return inner === undefined ? null : `https://t.me/c/${inner}/${id}`
}
