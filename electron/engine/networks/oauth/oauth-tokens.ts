import { z } from 'zod'
import type { Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** Some servers write numbers as text; what is no length of time says nothing. */
const seconds = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().positive()).nullish().catch(null)
/** Nothing, null and an empty text all mean: no such token. */
const token = z.string().trim().min(1).nullish().catch(null)

export const tokenAnswerSchema = z.looseObject({
  access_token: z.string().trim().min(1),
  token_type: z.string().nullish(),
  refresh_token: token,
  expires_in: seconds,
  refresh_token_expires_in: seconds,
  /** The same, as TikTok writes it. */
  refresh_expires_in: seconds,
  scope: z.string().nullish().catch(null)
})
export type TokenAnswer = z.output<typeof tokenAnswerSchema>

/** What the keychain holds for an account: the tokens, and the id of the app they were given to. The app's secret lies in its own place. */
export const oauthSecretSchema = z.object({
  clientId: z.string(),
  accessToken: z.string(),
  /** null: the access ends and is not renewed without the user. */
  refreshToken: z.string().nullable(),
  /** ms since the epoch; null: not told. */
  accessEndsAt: z.number().nullable(),
  /** Until when it can be renewed; null: not told, or for good. */
  renewableUntil: z.number().nullable()
})
export type OAuthSecret = z.infer<typeof oauthSecretSchema>

export function writeOAuthSecret(secret: OAuthSecret): Secret {
  return JSON.stringify(secret)
}

export function readOAuthSecret(secret: Secret): NetworkResult<OAuthSecret> {
  return readSecret(oauthSecretSchema, secret)
}

export interface TokenTimes {
  readonly now: number
  /** See OAuthDescription. */
  readonly refreshTokenLifetime: number | null
}

/** What was granted, as the answer says it; undefined where it does not (RFC 6749, section 5.1: then what was asked for). */
export function grantedBy({ scope }: TokenAnswer): readonly string[] | undefined {
  const told = (scope ?? '').split(/[\s,]+/).filter((right) => right !== '')
  return told.length === 0 ? undefined : told
}

/** What is kept after an answer of the token endpoint. A refresh token is never overwritten by nothing: an answer without one leaves the one that is there. */
export function secretAfter(answer: TokenAnswer, clientId: string, before: OAuthSecret | null, { now, refreshTokenLifetime }: TokenTimes): OAuthSecret {
  const endOf = (lifetime: number | null | undefined): number | null => (lifetime === null || lifetime === undefined ? null : now + Math.round(lifetime * 1000))
  const brought = answer.refresh_token ?? null
  const renewableFor = endOf(answer.refresh_token_expires_in ?? answer.refresh_expires_in)
  const told = renewableFor ?? (refreshTokenLifetime === null ? null : now + refreshTokenLifetime)
  return {
    clientId,
    accessToken: answer.access_token,
    refreshToken: brought ?? before?.refreshToken ?? null,
    accessEndsAt: endOf(answer.expires_in),
    // The old one goes on with its own time.
    renewableUntil: brought === null && before !== null && renewableFor === null ? before.renewableUntil : told
  }
}

/** When the user has to log in again: not as long as it renews itself. */
export function endOfAccess({ refreshToken, accessEndsAt, renewableUntil }: OAuthSecret): number | null {
  return refreshToken === null ? accessEndsAt : renewableUntil
}
