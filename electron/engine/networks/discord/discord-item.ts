import type { IncomingItem } from '../network-incoming.ts'
import { remoteIdOf, urlOf } from './discord-place.ts'
import type { DiscordMessage } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

/** null for what others say among themselves, and for what programs say. `threadId`: a post of the bot's own in a forum, where all that stands below it is an answer. */
export function toItem(message: DiscordMessage, bot: DiscordBot, threadId?: string): IncomingItem | null {
  const place = placeOf(message, bot, threadId)
  if (place === null) return null
  const { author } = message
  const inThread = placed(threadId)
  const time = Date.parse(message.timestamp)
  return {
    remoteId: remoteIdOf({ ...inThread, messageId: message.id, authorId: author.id }),
    ...place,
    parentRemoteId: null,
    authorName: (author.global_name ?? '') === '' ? author.username : (author.global_name ?? ''),
    authorHandle: `@${author.username}`,
    isOwn: false,
    text: message.content.replaceAll(`<@${bot.userId}>`, '@Bot').replaceAll(`<@!${bot.userId}>`, '@Bot'),
    url: urlOf(bot, { ...inThread, messageId: message.id }),
    createdAt: Number.isNaN(time) ? 0 : Math.max(0, time),
    attachmentCount: message.attachments?.length ?? 0,
    isLiked: false,
    isHeld: false
  }
}

function placed(threadId: string | undefined): { readonly threadId?: string } {
  return threadId === undefined ? {} : { threadId }
}

function placeOf({ author, referenced_message: answered, mentions }: DiscordMessage, bot: DiscordBot, threadId: string | undefined): Pick<IncomingItem, 'kind' | 'conversationRemoteId' | 'ourPostRemoteId'> | null {
  if (author.bot === true || author.id === bot.userId) return null
  // The number of the first message is the thread's.
  if (threadId !== undefined) return { kind: 'comment', conversationRemoteId: `post:${threadId}:${author.id}`, ourPostRemoteId: remoteIdOf({ threadId, messageId: threadId, authorId: null }) }
  if (answered?.author.id === bot.userId) return { kind: 'comment', conversationRemoteId: `answers:${answered.id}:${author.id}`, ourPostRemoteId: answered.id }
  const namesUs = mentions?.some(({ id }) => id === bot.userId) === true
  return namesUs ? { kind: 'mention', conversationRemoteId: `channel:${bot.channelId}:${author.id}`, ourPostRemoteId: null } : null
}
