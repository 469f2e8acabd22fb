import { z } from 'zod'
import { parseJson } from '../../http/parse-json.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import { done } from '../network-results.ts'
import type { DiscordOptions } from './discord-options.ts'
import { openDiscord, remoteIdOf, urlOf } from './discord-place.ts'
import { newestOf, pageSize, readMessages, type DiscordMessage } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

const cursorSchema = z.object({ version: z.literal(1), after: z.string().regex(/^\d{1,20}$/) })

/** What people answer to the bot in its channel, and where they name it. A webhook reads nothing. */
export function createDiscordInbox(options: DiscordOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      const { api, as } = place.value
      if (as.kind === 'webhook') return done({ items: [], nextCursor: null, more: false, pollAgainAfterMs: null })
      const cursor = cursorSchema.safeParse(written === null ? null : parseJson(written))
      const after = cursor.success ? cursor.data.after : null
      const listed = await readMessages(api, as.channelId, after)
      if (!listed.ok) return listed
      const newest = newestOf(listed.value, after)
      const items = listed.value.flatMap((message) => toItem(message, as) ?? [])
      return done({ items, nextCursor: newest === null ? null : JSON.stringify({ version: 1, after: newest }), more: after !== null && listed.value.length >= pageSize, pollAgainAfterMs: null })
    }
  }
}

/** null for what others say among themselves, and for what programs say. */
export function toItem(message: DiscordMessage, bot: DiscordBot): IncomingItem | null {
  const place = placeOf(message, bot)
  if (place === null) return null
  const { author } = message
  const time = Date.parse(message.timestamp)
  return {
    remoteId: remoteIdOf({ messageId: message.id, authorId: author.id }),
    ...place,
    parentRemoteId: null,
    authorName: (author.global_name ?? '') === '' ? author.username : (author.global_name ?? ''),
    authorHandle: `@${author.username}`,
    isOwn: false,
    text: message.content.replaceAll(`<@${bot.userId}>`, '@Bot').replaceAll(`<@!${bot.userId}>`, '@Bot'),
    url: urlOf(bot, message.id),
    createdAt: Number.isNaN(time) ? 0 : Math.max(0, time),
    attachmentCount: message.attachments?.length ?? 0,
    isLiked: false,
    isHeld: false
  }
}

function placeOf({ author, referenced_message: answered, mentions }: DiscordMessage, bot: DiscordBot): Pick<IncomingItem, 'kind' | 'conversationRemoteId' | 'ourPostRemoteId'> | null {
  if (author.bot === true || author.id === bot.userId) return null
  if (answered?.author.id === bot.userId) return { kind: 'comment', conversationRemoteId: `answers:${answered.id}:${author.id}`, ourPostRemoteId: answered.id }
  const namesUs = mentions?.some(({ id }) => id === bot.userId) === true
  return namesUs ? { kind: 'mention', conversationRemoteId: `channel:${bot.channelId}:${author.id}`, ourPostRemoteId: null } : null
}
