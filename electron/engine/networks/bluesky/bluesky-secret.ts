import { z } from 'zod'
import { es256KeySchema } from '../../es256.ts'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { oauthSecretSchema } from '../oauth/oauth-tokens.ts'
import { readSecret } from '../read-secret.ts'

/**
 * The session's tokens, and the app password they came from: with it a lost or expired refresh token (after months away, or a crash between
 * its renewal and its saving) costs the user nothing. Without a kind: written before there was a second one.
 */
const appPasswordSchema = z.object({ kind: z.literal('app_password').default('app_password'), did: z.string(), accessJwt: z.string(), refreshJwt: z.string(), appPassword: z.string() })

/** A login in the browser: the tokens, the key that they are bound to and useless without, and where they are renewed and ended. */
const oauthSchema = z.object({
  kind: z.literal('oauth'),
  did: z.string(),
  tokenEndpoint: z.string(),
  revocationEndpoint: z.string().nullable(),
  key: es256KeySchema,
  tokens: oauthSecretSchema
})

const blueskySecretSchema = z.union([oauthSchema, appPasswordSchema])
export type BlueskySecret = z.output<typeof blueskySecretSchema>
export type BlueskyOAuthSecret = z.output<typeof oauthSchema>

export function writeBlueskySecret(secret: z.input<typeof blueskySecretSchema>): Secret {
  return JSON.stringify(secret)
}

export function readBlueskySecret(secret: Secret): NetworkResult<BlueskySecret> {
  return readSecret(blueskySecretSchema, secret)
}
