import type { z } from 'zod'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { parseJson } from '../http/parse-json.ts'
import type { Secret } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed } from './network-results.ts'

/** What an adapter wrote into the keychain as JSON. One that cannot be read opens nothing any more: the user has to log in again. */
export function readSecret<Schema extends z.ZodType>(schema: Schema, secret: Secret): NetworkResult<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson(secret))
  return parsed.success ? done(parsed.data) : failed('auth_revoked', studioError('auth_revoked', 'the stored access cannot be read'))
}
