import { z } from 'zod'
import type { Secret } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/**
 * The session's tokens, and the app password they came from: with it a lost or expired refresh token (after months away, or a crash between
 * its renewal and its saving) costs the user nothing.
 */
const blueskySecretSchema = z.object({ did: z.string(), accessJwt: z.string(), refreshJwt: z.string(), appPassword: z.string() })
export type BlueskySecret = z.infer<typeof blueskySecretSchema>

export function writeBlueskySecret(secret: BlueskySecret): Secret {
  return JSON.stringify(secret)
}

export function readBlueskySecret(secret: Secret): NetworkResult<BlueskySecret> {
  return readSecret(blueskySecretSchema, secret)
}
