import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { Secret } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'

/** The application password, its user, and where the site's API was found. */
const wordpressSecretSchema = z.object({ apiRoot: z.string(), userName: z.string(), appPassword: z.string() })
export type WordpressSecret = z.infer<typeof wordpressSecretSchema>

export function writeWordpressSecret(secret: WordpressSecret): Secret {
  return JSON.stringify(secret)
}

export function readWordpressSecret(secret: Secret): NetworkResult<WordpressSecret> {
  const parsed = wordpressSecretSchema.safeParse(parseJson(secret))
  return parsed.success ? done(parsed.data) : failed('auth_revoked', studioError('auth_revoked', 'the stored access to the site cannot be read'))
}
