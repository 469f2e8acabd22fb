import { webhookInChannel, webhookInForum } from '../../../../shared/accounts/discord-webhook.ts'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountIdentity, AppPasswordConnect } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import { toServerAddress } from '../server-address.ts'
import { createDiscordApi, type DiscordApi } from './discord-api.ts'
import { limitsOf, limitsOfWebhook } from './discord-channel.ts'
import { statusOf } from './discord-failures.ts'
import type { DiscordOptions } from './discord-options.ts'
import { openDiscord } from './discord-place.ts'
import { channelSchema, userSchema, webhookSchema } from './discord-schemas.ts'
import { writeDiscordSecret, type DiscordSecret, type DiscordWebhook } from './discord-secret.ts'

interface Found {
  readonly identity: AccountIdentity
  readonly as: DiscordSecret
}

/** A channel, through a bot of the user's own or through a webhook's address. */
export function createDiscordConnect(options: DiscordOptions): AppPasswordConnect {
  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const address = toServerAddress(serverUrl)
      if (!address.ok) return address
      const url = address.value
      // Nothing tells a webhook what its channel is.
      const isForum = identifier === webhookInForum
      const key = readKey(appPassword, identifier)
      if (!key.ok) return key
      const api = createDiscordApi(options, { url, botToken: key.value.kind === 'bot' ? key.value.token : null }, { signal })
      const found = key.value.kind === 'bot' ? await findChannel(api, url, key.value.token, key.value.channelId) : await findWebhook(api, url, { ...key.value, ...(isForum ? { isForum } : {}) })
      return found.ok ? done({ identity: found.value.identity, secret: writeDiscordSecret(found.value.as) }) : explainLogin(found.failure)
    },
    async whoAmI(session) {
      const place = openDiscord(options, session)
      if (!place.ok) return place
      const { api, as } = place.value
      const { serverUrl: url } = session.account
      const found = as.kind === 'bot' ? await findChannel(api, url, as.token, as.channelId) : await findWebhook(api, url, as)
      return mapValue(found, ({ identity }) => identity)
    },
    // A bot's token and a webhook end at Discord only; either may be in use elsewhere.
    revoke: () => Promise.resolve(done(null))
  }
}

type Key = { readonly kind: 'bot'; readonly token: string; readonly channelId: string } | { readonly kind: 'webhook'; readonly webhookId: string; readonly token: string }

/** Tells a webhook's address from a bot's token. A channel is named by its address or its id. */
export function readKey(typed: string, channel: string): NetworkResult<Key> {
  const [, webhookId, webhookToken] = /\/api(?:\/v\d+)?\/webhooks\/(\d{1,20})\/([\w-]+)/.exec(typed) ?? []
  if (webhookId !== undefined && webhookToken !== undefined) return done({ kind: 'webhook', webhookId, token: webhookToken })
  const token = typed.trim().replace(/^Bot\s+/i, '')
  if (!/^[\w-]{10,}\.[\w-]+\.[\w-]{10,}$/.test(token)) return failed('rejected', studioError('wrong_credentials', 'neither a webhook nor a token', { details: { reason: isWebhook(channel) ? 'no_webhook_address' : 'no_bot_token_of_discord' } }))
  const channelId = /(\d{15,20})\/?$/.exec(channel.trim())?.[1]
  if (channelId === undefined) return failed('rejected', studioError('login_refused', 'this is no channel', { details: { reason: 'no_discord_channel' } }))
  return done({ kind: 'bot', token, channelId })
}

async function findChannel(api: DiscordApi, serverUrl: string, token: string, channelId: string): Promise<NetworkResult<Found>> {
  const bot = await api.get('/users/@me', userSchema)
  if (!bot.ok) return bot
  const channel = await api.get(`/channels/${channelId}`, channelSchema)
  if (!channel.ok) return noChannel(channel)
  const { id, name, guild_id: guildId } = channel.value
  const displayName = (bot.value.global_name ?? '') === '' ? bot.value.username : (bot.value.global_name ?? '')
  return done({ identity: identityOf(serverUrl, id, `#${name ?? id}`, displayName, limitsOf(channel.value)), as: { kind: 'bot', token, userId: bot.value.id, channelId: id, guildId: guildId ?? null } })
}

async function findWebhook(api: DiscordApi, serverUrl: string, { webhookId, token, isForum }: Pick<DiscordWebhook, 'webhookId' | 'token' | 'isForum'>): Promise<NetworkResult<Found>> {
  const webhook = await api.get(`/webhooks/${webhookId}/${token}`, webhookSchema)
  if (!webhook.ok) return webhook
  const { id, name, channel_id: channelId, guild_id: guildId } = webhook.value
  const displayName = (name ?? '') === '' ? 'Webhook' : (name ?? '')
  return done({ identity: identityOf(serverUrl, `webhook:${id}`, displayName, displayName, limitsOfWebhook({ isForum })), as: { kind: 'webhook', token, webhookId: id, channelId: channelId ?? null, guildId: guildId ?? null, ...(isForum === undefined ? {} : { isForum }) } })
}

function identityOf(serverUrl: string, remoteId: string, handle: string, displayName: string, serverLimits: ServerLimits): AccountIdentity {
  return { handle, displayName, serverUrl, remoteId, accessEndsAt: null, serverLimits }
}

function isWebhook(channel: string): boolean {
  return channel === webhookInChannel || channel === webhookInForum
}

/** The bot is known, the channel is not: it was never invited, or may not see it. */
function noChannel(refused: Failed): Failed {
  const status = statusOf(refused.failure)
  return status === 403 || status === 404 ? failed('rejected', studioError('login_refused', refused.failure.error.message, { details: { ...refused.failure.error.details, reason: 'no_discord_channel' } })) : refused
}

function explainLogin(failure: NetworkFailure): Failed {
  const isRefused = failure.kind === 'auth_revoked' || statusOf(failure) === 404
  if (!isRefused || failure.error.code === 'login_refused') return { ok: false, failure }
  return failed('rejected', studioError('wrong_credentials', 'Discord does not know this key', { details: { reason: 'no_discord_key' } }))
}
