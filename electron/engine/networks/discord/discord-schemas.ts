import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { messagesIn } from './discord-place.ts'
import type { DiscordBot } from './discord-secret.ts'

export const idSchema = z.string().regex(/^\d{1,20}$/)
const authorSchema = z.looseObject({ id: idSchema, username: z.string(), global_name: z.string().nullish(), bot: z.boolean().nullish() })

export const plainMessage = z.looseObject({
  id: idSchema,
  channel_id: idSchema.nullish(),
  content: z.string(),
  timestamp: z.string(),
  author: authorSchema,
  mentions: z.array(z.looseObject({ id: idSchema })).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  // A poll that cannot be read must not pass for none: a look would call our own message another one.
  poll: z.looseObject({ question: z.looseObject({ text: z.string().nullish() }) }).nullish(),
  message_reference: z.looseObject({ message_id: idSchema.nullish() }).nullish()
})
export const messageSchema = plainMessage.extend({ referenced_message: z.looseObject({ id: idSchema, author: authorSchema }).nullish() })
export type DiscordMessage = z.infer<typeof messageSchema>

export const userSchema = authorSchema
/** What cannot be read of its kind leaves a channel as it is known. */
export const channelSchema = z.looseObject({
  id: idSchema, name: z.string().nullish(), guild_id: idSchema.nullish(),
  type: z.int().nullish().catch(null), flags: z.int().nullish().catch(null), available_tags: z.array(z.unknown()).nullish().catch(null)
})
export type DiscordChannel = z.infer<typeof channelSchema>
/** A post of a forum. `last_message_id` may name one that was deleted. */
export const threadSchema = z.looseObject({
  id: idSchema, name: z.string(), parent_id: idSchema.nullish(), owner_id: idSchema, last_message_id: idSchema.nullish(),
  thread_metadata: z.looseObject({ locked: z.boolean().nullish(), archived: z.boolean().nullish(), archive_timestamp: z.string().nullish() }).nullish()
})
export type DiscordThread = z.infer<typeof threadSchema>
/** A thread that cannot be read must not pass for one that is not there. */
export const threadsSchema = z.looseObject({ threads: z.array(threadSchema), has_more: z.boolean().nullish() })

export const webhookSchema = z.looseObject({ id: idSchema, name: z.string().nullish(), channel_id: idSchema.nullish(), guild_id: idSchema.nullish() })

export const pageSize = 100

/** A page of the channel, newest first. */
export async function readMessages(api: DiscordApi, channelId: string, after: string | null): Promise<NetworkResult<readonly DiscordMessage[]>> {
  return readList(api, `${messagesIn(channelId)}?limit=${pageSize}${after === null ? '' : `&after=${after}`}`)
}

/** null: the channel shows nothing at all. */
export async function readNewestMessage(api: DiscordApi, channelId: string): Promise<NetworkResult<DiscordMessage | null>> {
  return mapValue(await readList(api, `${messagesIn(channelId)}?limit=1`), ([newest]) => newest ?? null)
}

/** The bot's own posts in its forum that do not rest: https://docs.discord.com/developers/resources/guild#list-active-guild-threads (read on 2026-11-23). */
export async function readActiveThreads(api: DiscordApi, bot: DiscordBot): Promise<NetworkResult<readonly DiscordThread[]>> {
  return mapValue(await readThreadsThere(api, bot), (threads) => threads.filter((thread) => isOwnThread(thread, bot) === 'yes'))
}

/** Whether a thread is the bot's own in its forum. Discord's description lets both be left out. */
export function isOwnThread({ parent_id: parent, owner_id: owner }: DiscordThread, { channelId, userId }: DiscordBot): 'yes' | 'perhaps' | 'no' {
  if ((parent ?? channelId) !== channelId || (owner ?? userId) !== userId) return 'no'
  return typeof parent === 'string' && typeof owner === 'string' ? 'yes' : 'perhaps'
}

/** All of the server that do not rest. */
export async function readThreadsThere(api: DiscordApi, { guildId }: DiscordBot): Promise<NetworkResult<readonly DiscordThread[]>> {
  if (guildId === null) return failed('rejected', studioError('rejected', 'a forum stands in a server'))
  return mapValue(await api.get(`/guilds/${guildId}/threads/active`, threadsSchema), ({ threads }) => threads)
}

/** The description allows null for a list; what that would mean it does not say, so it is no empty one. */
async function readList(api: DiscordApi, path: string): Promise<NetworkResult<readonly DiscordMessage[]>> {
  const listed = await api.get(path, z.array(messageSchema).nullable())
  if (!listed.ok) return listed
  return listed.value === null ? failed('server_error', studioError('server_error', 'Discord gave no list')) : done(listed.value)
}

/** The highest id, which is the newest: ids are longer than a number holds. */
export function newestOf(messages: readonly Pick<DiscordMessage, 'id'>[], otherwise: string | null): string | null {
  return messages.reduce<string | null>((newest, { id }) => (newest === null || BigInt(id) > BigInt(newest) ? id : newest), otherwise)
}
