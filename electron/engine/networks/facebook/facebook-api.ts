import { studioError } from '../../../../shared/errors/studio-error.ts'
import { hmacSha256Of } from '../../sha256.ts'
import { createGraphCalls, type GraphCalls } from '../meta/graph-calls.ts'
import { graphVersion } from '../meta/graph-version.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { uploadUrlOf, type FacebookOptions } from './facebook-options.ts'
import { readFacebookSecret, type FacebookSecret } from './facebook-secret.ts'

export interface FacebookApi extends GraphCalls {
  /** The person's role on the Page, for what Meta answers with an empty list. */
  readonly secret: FacebookSecret
}

/** The Graph as the Page of a session. */
export async function openFacebookApi(options: FacebookOptions, session: AccountSession): Promise<NetworkResult<FacebookApi>> {
  const secret = readFacebookSecret(session)
  if (!secret.ok) return secret
  const { clientId, accessToken } = secret.value
  const app = (await session.findApp?.(clientId)) ?? done(null)
  if (!app.ok) return app
  const appSecret = app.value?.clientSecret ?? null
  const proof = appSecret === null ? null : proofOf(accessToken, appSecret)
  return done({ secret: secret.value, ...createGraphCalls(options, { url: `${session.account.serverUrl}/${graphVersion.name}`, uploadUrl: `${uploadUrlOf(session.account.serverUrl)}/video-upload/${graphVersion.name}`, token: accessToken, proof, signal: session.signal, limits: session.limits }) })
}

export async function withFacebookApi<Value>(options: FacebookOptions, session: AccountSession, work: (api: FacebookApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const api = await openFacebookApi(options, session)
  return api.ok ? work(api.value) : api
}

/** https://developers.facebook.com/docs/graph-api/guides/secure-requests (read on 2026-11-21). */
export function proofOf(token: string, appSecret: string): string {
  return hmacSha256Of(token, appSecret).toString('hex')
}

/** Ids of Facebook are digits, one or two numbers; anything else must not become part of a path. */
export function asFacebookId(remoteId: string): NetworkResult<string> {
  return /^\d{1,25}(_\d{1,25})?$/.test(remoteId) ? done(remoteId) : failed('rejected', studioError('rejected', 'this is no id of Facebook'))
}
