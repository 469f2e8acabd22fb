import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest } from '../../http/http-client.ts'
import { callForJson, type ApiAnswer, type ApiCall } from '../api-call.ts'
import type { AppCredentials } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { mapValue } from '../network-results.ts'
import { explainMetaThrottle } from '../meta/read-meta-limits.ts'
import { readMetaError } from '../meta/meta-failures.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { graphVersion } from '../meta/graph-version.ts'

export interface FacebookTokens {
  /** The code of a login for the person's token, which lasts about two hours. */
  exchange(app: AppCredentials, login: { code: string; redirectUri: string }, signal: AbortSignal): Promise<NetworkResult<string>>
  /** That one for one of about sixty days: the tokens of Pages that it gives have no end of their own. */
  lengthen(app: AppCredentials, token: string, signal: AbortSignal): Promise<NetworkResult<string>>
  /** Whether Meta knows the app and its secret. */
  checkApp(app: AppCredentials, signal: AbortSignal): Promise<NetworkResult<'accepted'>>
  /** When what the token opens ends, ms since the epoch (null: not at a known time), and what it may do. */
  endOf(app: AppCredentials, token: string, signal: AbortSignal): Promise<NetworkResult<TokenEnds>>
}

export interface TokenEnds {
  /** The token itself. */
  readonly tokenEndsAt: number | null
  /** What it may read, ninety days after the person was last there. */
  readonly dataEndsAt: number | null
  /** What the person granted; null: not told. */
  readonly granted: readonly string[] | null
}

const tokenSchema = z.looseObject({ access_token: z.string().trim().min(1) })
/** Seconds since the epoch; 0: never. */
const moment = z.number().nonnegative().nullish().catch(null)
const debugSchema = z.looseObject({ data: z.looseObject({ expires_at: moment, data_access_expires_at: moment, scopes: z.array(z.string()).nullish().catch(null) }) })

/**
 * https://developers.facebook.com/docs/facebook-login/guides/access-tokens and /docs/graph-api/reference/debug_token (read on 2026-11-21). The documentation writes these
 * calls with everything in the address; the same in a form keeps secrets out of it (`method=get` says that a call of the form is a question).
 */
export function createFacebookTokens({ http, clock, apiUrl }: Pick<FacebookOptions, 'http' | 'clock' | 'apiUrl'>): FacebookTokens {
  const call: ApiCall = { http, effect: 'none', now: () => clock.now(), explain: (answer) => explainTokenFailure(answer, clock.now()) }
  const request = (path: string, form: Readonly<Record<string, string>>, signal: AbortSignal, headers: Readonly<Record<string, string>> = {}): HttpRequest => ({
    method: 'POST',
    url: `${apiUrl}/${graphVersion.name}${path}`,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
    signed: true,
    signal
  })
  const askToken = async ({ clientId, clientSecret }: AppCredentials, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<NetworkResult<string>> =>
    mapValue(await callForJson(call, request('/oauth/access_token', { client_id: clientId, client_secret: clientSecret ?? '', ...form }, signal), tokenSchema), ({ access_token }) => access_token)

  return {
    exchange: (app, { code, redirectUri }, signal) => askToken(app, { grant_type: 'authorization_code', code, redirect_uri: redirectUri }, signal),
    lengthen: (app, token, signal) => askToken(app, { grant_type: 'fb_exchange_token', fb_exchange_token: token }, signal),
    checkApp: async (app, signal) => mapValue(await askToken(app, { grant_type: 'client_credentials' }, signal), () => 'accepted'),
    async endOf({ clientId, clientSecret }, token, signal) {
      const asked = request('/debug_token', { method: 'get', input_token: token }, signal, { authorization: `Bearer ${clientId}|${clientSecret ?? ''}` })
      return mapValue(await callForJson(call, asked, debugSchema), ({ data }) => ({ tokenEndsAt: instantOf(data.expires_at), dataEndsAt: instantOf(data.data_access_expires_at), granted: data.scopes ?? null }))
    }
  }
}

function instantOf(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined || seconds === 0 ? null : seconds * 1000
}

/** 1 and 101 with a refusal: no such app, or another secret. 190: the app's own token, made of both. */
const appCodes: ReadonlySet<number> = new Set([1, 101, 190])

function explainTokenFailure(answer: ApiAnswer, now: number): NetworkFailure | null {
  const throttle = explainMetaThrottle(answer, now)
  if (throttle !== null) return throttle
  const told = readMetaError(answer.json)
  const { status } = answer.response
  if (told === null || status >= 500) return null
  const details = { network: 'Facebook', status, code: told.code, ...(told.reason === '' ? {} : { reason: told.reason }) }
  // Asked first: 1 is also "an unknown error" that passes, and a right app is not to be doubted for it.
  if (told.code === 2 || told.isTransient) return { kind: 'server_error', error: studioError('server_error', `the login server has a problem: ${told.reason}`, { retryable: true, details }) }
  if (appCodes.has(told.code)) return { kind: 'rejected', error: studioError('own_app_refused', `Meta does not know the app: ${told.reason}`, { details }) }
  return { kind: 'rejected', error: studioError('login_refused', `the login was refused: ${told.reason}`, { details }) }
}
