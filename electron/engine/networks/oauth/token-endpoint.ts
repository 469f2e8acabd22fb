import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpRequest } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'
import { callApi, callForJson, reasonOf, type ApiAnswer, type ApiCall } from '../api-call.ts'
import type { AppCredentials } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { OAuthDescription } from './oauth-description.ts'
import { tokenAnswerSchema, type TokenAnswer } from './oauth-tokens.ts'

export type TokenPlaces = Pick<OAuthDescription, 'name' | 'tokenEndpoint' | 'revocationEndpoint' | 'pkce' | 'clientAuthentication' | 'clientIdName' | 'exchangeParameters'>

export interface TokenEndpoint {
  exchange(app: AppCredentials, login: { code: string; redirectUri: string; verifier: string | null }, signal: AbortSignal): Promise<NetworkResult<TokenAnswer>>
  refresh(app: AppCredentials, refreshToken: string, signal: AbortSignal): Promise<NetworkResult<TokenAnswer>>
  /** Ends what the token opens; nothing to do is a success. */
  revoke(app: AppCredentials, token: string, signal: AbortSignal): Promise<NetworkResult<null>>
  /** Asks with a code that was never given: who the network does not know it refuses as such, before it looks at the code. */
  checkApp(app: AppCredentials, redirectUri: string, signal: AbortSignal): Promise<NetworkResult<'accepted' | 'not_told'>>
}

/** The server's side of OAuth 2: RFC 6749, sections 4.1.3 and 6; errors as in its section 5.2. */
export function createTokenEndpoint({ http, clock }: { readonly http: HttpClient; readonly clock: Clock }, description: TokenPlaces): TokenEndpoint {
  const call: ApiCall = { http, effect: 'none', now: () => clock.now(), explain: (answer) => explainOAuthFailure(answer, description.name) }

  function request(url: string, app: AppCredentials, form: Readonly<Record<string, string>>, signal: AbortSignal): HttpRequest {
    const isBasic = description.clientAuthentication === 'always_basic' || (app.clientSecret !== null && description.clientAuthentication === 'basic')
    const own = isBasic ? {} : { [description.clientIdName ?? 'client_id']: app.clientId, ...(app.clientSecret === null ? {} : { client_secret: app.clientSecret }) }
    return {
      method: 'POST',
      url,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...(isBasic ? { authorization: basicOf(app) } : {}) },
      body: new URLSearchParams({ ...form, ...own }).toString(),
      signed: true,
      signal
    }
  }

  return {
    exchange(app, { code, redirectUri, verifier }, signal) {
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...(verifier === null ? {} : { code_verifier: verifier }), ...description.exchangeParameters }
      return callForJson(call, request(description.tokenEndpoint, app, form, signal), tokenAnswerSchema)
    },
    refresh: (app, refreshToken, signal) => callForJson(call, request(description.tokenEndpoint, app, { grant_type: 'refresh_token', refresh_token: refreshToken }, signal), tokenAnswerSchema),
    async revoke(app, token, signal) {
      if (description.revocationEndpoint === null) return done(null)
      const revoked = await callApi(call, request(description.revocationEndpoint, app, { token }, signal))
      return revoked.ok ? done(null) : revoked
    },
    async checkApp(app, redirectUri, signal) {
      const form = { grant_type: 'authorization_code', code: 'not-a-code', redirect_uri: redirectUri, ...(description.pkce === 'none' ? {} : { code_verifier: 'not-a-verifier'.repeat(4) }) }
      const answered = await callApi(call, request(description.tokenEndpoint, app, form, signal))
      if (answered.ok) return done('not_told')
      const { kind, error } = answered.failure
      if (kind === 'rejected' && error.code === 'login_refused') return done('accepted')
      return kind === 'rejected' && error.code !== 'own_app_refused' ? done('not_told') : answered
    }
  }
}

/** RFC 6749, section 2.3.1: both written as in a form before they are joined. */
function basicOf({ clientId, clientSecret }: AppCredentials): string {
  const encode = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2)
  return `Basic ${Buffer.from(`${encode(clientId)}:${encode(clientSecret ?? '')}`).toString('base64')}`
}

/** Refused before the grant was looked at (RFC 9449): it is as good as before. */
const proofErrors: ReadonlySet<string> = new Set(['use_dpop_nonce', 'invalid_dpop_proof'])

const errorSchema = z.object({ error: z.string() })

/** What a token endpoint means by its refusals. Whether a refused grant ends a login or an access is the caller's to say. */
function explainOAuthFailure({ response, json }: ApiAnswer, network: string): NetworkFailure | null {
  const parsed = errorSchema.safeParse(json)
  const name = parsed.success ? parsed.data.error : ''
  const details = { status: response.status, reason: reasonOf(json), name, network }
  if (response.status >= 500 || response.status === 429) return null
  if (proofErrors.has(name)) return { kind: 'server_error', error: studioError('server_error', `the proof was refused: ${name}`, { retryable: true, details }) }
  if (name === 'invalid_client' || name === 'unauthorized_client' || response.status === 401) {
    return { kind: 'rejected', error: studioError('own_app_refused', `the network does not know the app: ${name}`, { details }) }
  }
  if (name === 'invalid_grant') return { kind: 'rejected', error: studioError('login_refused', `the grant was refused: ${details.reason}`, { details }) }
  if (name === 'temporarily_unavailable' || name === 'server_error') return { kind: 'server_error', error: studioError('server_error', `the login server has a problem: ${name}`, { retryable: true, details }) }
  return null
}

/** A refusal in the middle of a renewal: it is the user's turn. Everything else may pass. */
export function asEndOfAccess(result: NetworkResult<TokenAnswer>): NetworkResult<TokenAnswer> {
  if (result.ok || result.failure.kind !== 'rejected') return result
  const { error } = result.failure
  return failed('auth_revoked', studioError('auth_revoked', `the access cannot be renewed: ${error.message}`, { details: error.details ?? {} }))
}
