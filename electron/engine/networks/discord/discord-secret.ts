import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

const id = z.string().regex(/^\d{1,20}$/)
/** Both become parts of an address or a header, so nothing but what Discord makes may pass. */
const token = z.string().regex(/^[\w.-]+$/)

/** A bot reads and writes in its channel; a webhook's address lets one write there, and nothing more. `isForum`: the person said so, since nothing tells a webhook. */
const discordSecretSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bot'), token, userId: id, channelId: id, guildId: id.nullable() }),
  z.object({ kind: z.literal('webhook'), token, webhookId: id, channelId: id.nullable(), guildId: id.nullable(), isForum: z.literal(true).optional() })
])
export type DiscordSecret = z.infer<typeof discordSecretSchema>
export type DiscordWebhook = Extract<DiscordSecret, { kind: 'webhook' }>
export type DiscordBot = Extract<DiscordSecret, { kind: 'bot' }>

export function writeDiscordSecret(secret: DiscordSecret): Secret {
  return JSON.stringify(secret)
}

export function readDiscordSecret(secret: Secret): NetworkResult<DiscordSecret> {
  return readSecret(discordSecretSchema, secret)
}
