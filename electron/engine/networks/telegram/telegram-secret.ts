import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** What @BotFather gives: the bot's id, a colon, letters and figures. It becomes part of each address, so nothing else may pass. */
const tokenPattern = /^\d+:[\w-]{20,}$/
/** `userName`: what people name the bot by, without `@`. */
const telegramSecretSchema = z.object({ token: z.string().regex(tokenPattern), userName: z.string() })
export type TelegramSecret = z.infer<typeof telegramSecretSchema>

export function isTelegramToken(typed: string): boolean {
  return tokenPattern.test(typed)
}

export function writeTelegramSecret(secret: TelegramSecret): Secret {
  return JSON.stringify(secret)
}

export function readTelegramSecret(secret: Secret): NetworkResult<TelegramSecret> {
  return readSecret(telegramSecretSchema, secret)
}
