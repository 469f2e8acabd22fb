import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** The key, whose it is, where the forum is, and the category that topics go into; null: the forum's own choice. */
const discourseSecretSchema = z.object({ root: z.string(), userName: z.string(), apiKey: z.string(), categoryId: z.int().nullable() })
export type DiscourseSecret = z.infer<typeof discourseSecretSchema>

export function writeDiscourseSecret(secret: DiscourseSecret): Secret {
  return JSON.stringify(secret)
}

export function readDiscourseSecret(secret: Secret): NetworkResult<DiscourseSecret> {
  return readSecret(discourseSecretSchema, secret)
}
