import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** The token, and the application it was given to: a server wants all three to end the access. */
const mastodonSecretSchema = z.object({ accessToken: z.string(), clientId: z.string(), clientSecret: z.string() })
export type MastodonSecret = z.infer<typeof mastodonSecretSchema>

export function writeMastodonSecret(secret: MastodonSecret): Secret {
  return JSON.stringify(secret)
}

export function readMastodonSecret(secret: Secret): NetworkResult<MastodonSecret> {
  return readSecret(mastodonSecretSchema, secret)
}
