import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { Published } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import { createDiscordApi, type DiscordApi } from './discord-api.ts'
import type { DiscordOptions } from './discord-options.ts'
import { readDiscordSecret, type DiscordSecret, type DiscordWebhook } from './discord-secret.ts'

/** Discord as the bot or through the webhook of a session. */
export interface DiscordPlace {
  readonly api: DiscordApi
  readonly as: DiscordSecret
  /** The channel holds posts with a title, as far as it was told last. */
  readonly isForum: boolean
  /** Where a single message is found. */
  message(name: MessageName): string
}

export function openDiscord(options: DiscordOptions, session: AccountSession): NetworkResult<DiscordPlace> {
  const secret = readDiscordSecret(session.secret)
  if (!secret.ok) return secret
  const as = secret.value
  const api = createDiscordApi(options, { url: session.account.serverUrl, botToken: as.kind === 'bot' ? as.token : null }, session)
  return done({ api, as, isForum: session.account.serverLimits.channel?.kind === 'forum', message: (name) => (as.kind === 'bot' ? `${messagesIn(name.threadId ?? as.channelId)}/${name.messageId}` : messageOfWebhook(as, name)) })
}

/** Where the messages of a channel are, or of a thread, which is one too. */
export function messagesIn(channelId: string): string {
  return `/channels/${channelId}/messages`
}

/** https://docs.discord.com/developers/resources/webhook#get-webhook-message (read on 2026-11-23). */
function messageOfWebhook({ webhookId, token }: DiscordWebhook, { threadId, messageId }: MessageName): string {
  return `/webhooks/${webhookId}/${token}/messages/${messageId}${threadId === undefined ? '' : `?thread_id=${threadId}`}`
}

/** The author stands beside the message: a ban asks for both. null: our own. */
export interface MessageName {
  /** The post of a forum in which it stands. Left out: in the channel itself. */
  readonly threadId?: string
  readonly messageId: string
  readonly authorId: string | null
}

export function remoteIdOf({ threadId, messageId, authorId }: MessageName): string {
  return `${threadId === undefined ? '' : `${threadId}/`}${messageId}${authorId === null ? '' : `:${authorId}`}`
}

export function readRemoteId(remoteId: string): NetworkResult<MessageName> {
  const [, threadId, messageId, authorId] = /^(?:(\d{1,20})\/)?(\d{1,20})(?::(\d{1,20}))?$/.exec(remoteId) ?? []
  return messageId === undefined ? failed('rejected', studioError('rejected', 'this is no message of Discord')) : done({ ...(threadId === undefined ? {} : { threadId }), messageId, authorId: authorId ?? null })
}

/** null in private chats, and where nobody said which server it is. */
export function urlOf({ guildId, channelId }: DiscordSecret, { threadId, messageId }: Pick<MessageName, 'threadId' | 'messageId'>): string | null {
  const place = threadId ?? channelId
  return guildId === null || place === null ? null : `https://discord.com/channels/${guildId}/${place}/${messageId}`
}

/** What is kept of a message of ours. */
export function publishedAs(as: DiscordSecret, name: Pick<MessageName, 'threadId' | 'messageId'>): Published {
  return { remoteId: remoteIdOf({ ...name, authorId: null }), url: urlOf(as, name) }
}

const discordEpoch = 1_420_070_400_000n

/** Ids begin with the moment they were made, so a moment is also an id to ask from: https://docs.discord.com/developers/reference#snowflakes */
export function idAt(moment: number): string {
  const since = BigInt(Math.floor(moment)) - discordEpoch
  return String(since < 0n ? 0n : since << 22n)
}
