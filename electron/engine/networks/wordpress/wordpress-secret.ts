import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** The application password, its user, and where the site's API was found. */
const wordpressSecretSchema = z.object({ apiRoot: z.string(), userName: z.string(), appPassword: z.string() })
export type WordpressSecret = z.infer<typeof wordpressSecretSchema>

export function writeWordpressSecret(secret: WordpressSecret): Secret {
  return JSON.stringify(secret)
}

export function readWordpressSecret(secret: Secret): NetworkResult<WordpressSecret> {
  return readSecret(wordpressSecretSchema, secret)
}
