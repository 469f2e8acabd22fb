import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { createDiscordApi, type DiscordApi } from './discord-api.ts'
import type { DiscordOptions } from './discord-options.ts'
import { readDiscordSecret, type DiscordSecret } from './discord-secret.ts'

/** Discord as the bot or through the webhook of a session. */
export interface DiscordPlace {
  readonly api: DiscordApi
  readonly as: DiscordSecret
  /** Where messages are written, and single ones are found. */
  readonly messages: string
}

export function openDiscord(options: DiscordOptions, session: AccountSession): NetworkResult<DiscordPlace> {
  const secret = readDiscordSecret(session.secret)
  if (!secret.ok) return secret
  const as = secret.value
  const api = createDiscordApi(options, { url: session.account.serverUrl, botToken: as.kind === 'bot' ? as.token : null }, session)
  return done({ api, as, messages: as.kind === 'bot' ? `/channels/${as.channelId}/messages` : `/webhooks/${as.webhookId}/${as.token}/messages` })
}

/** The author stands beside the message: a ban asks for both. null: our own. */
export interface MessageName {
  readonly messageId: string
  readonly authorId: string | null
}

export function remoteIdOf({ messageId, authorId }: MessageName): string {
  return authorId === null ? messageId : `${messageId}:${authorId}`
}

export function readRemoteId(remoteId: string): NetworkResult<MessageName> {
  const [, messageId, authorId] = /^(\d{1,20})(?::(\d{1,20}))?$/.exec(remoteId) ?? []
  return messageId === undefined ? failed('rejected', studioError('rejected', 'this is no message of Discord')) : done({ messageId, authorId: authorId ?? null })
}

/** null in private chats, and where nobody said which server it is. */
export function urlOf({ guildId, channelId }: DiscordSecret, messageId: string): string | null {
  return guildId === null || channelId === null ? null : `https://discord.com/channels/${guildId}/${channelId}/${messageId}`
}

const discordEpoch = 1_420_070_400_000n

/** Ids begin with the moment they were made, so a moment is also an id to ask from: https://docs.discord.com/developers/reference#snowflakes */
export function idAt(moment: number): string {
  const since = BigInt(Math.floor(moment)) - discordEpoch
  return String(since < 0n ? 0n : since << 22n)
}
