import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** The key with its secret, the access that came of them, and what the person said of this account's videos: Dailymotion takes none without it. */
const dailymotionSecretSchema = z.object({
  apiKey: z.string(),
  apiSecret: z.string(),
  accessToken: z.string(),
  /** ms since the epoch; null: not told. */
  accessEndsAt: z.number().nullable(),
  isForKids: z.boolean()
})
export type DailymotionSecret = z.infer<typeof dailymotionSecretSchema>

export function writeDailymotionSecret(secret: DailymotionSecret): Secret {
  return JSON.stringify(secret)
}

export function readDailymotionSecret(secret: Secret): NetworkResult<DailymotionSecret> {
  return readSecret(dailymotionSecretSchema, secret)
}
