import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { Secret } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'

/** The token, and the application it was given to: a server wants all three to end the access. */
const mastodonSecretSchema = z.object({ accessToken: z.string(), clientId: z.string(), clientSecret: z.string() })
export type MastodonSecret = z.infer<typeof mastodonSecretSchema>

export function writeMastodonSecret(secret: MastodonSecret): Secret {
  return JSON.stringify(secret)
}

export function readMastodonSecret(secret: Secret): NetworkResult<MastodonSecret> {
  const parsed = mastodonSecretSchema.safeParse(parseJson(secret))
  return parsed.success ? done(parsed.data) : failed('auth_revoked', studioError('auth_revoked', 'the stored access to the server cannot be read'))
}
