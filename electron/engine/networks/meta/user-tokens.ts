import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest } from '../../http/http-client.ts'
import { redactText } from '../../http/redact.ts'
import { callForJson, type ApiAnswer, type ApiCall } from '../api-call.ts'
import type { AppCredentials } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { GraphNeeds } from './graph-calls.ts'
import { readMetaError } from './meta-failures.ts'
import { explainMetaThrottle } from './read-meta-limits.ts'

/** Where one person's tokens are got, and by which grants. */
export interface MetaTokenPlaces {
  /** The network's own name, for messages. */
  readonly name: string
  /** The code of a login for a token of an hour. */
  readonly exchangeUrl: string
  /** That one for one of sixty days. */
  readonly lengthenUrl: string
  readonly lengthenGrant: string
  /** One of sixty days for a new one. */
  readonly refreshUrl: string
  readonly refreshGrant: string
}

export interface ShortToken {
  readonly accessToken: string
  /** What was granted; null: not told. */
  readonly granted: readonly string[] | null
}

export interface LongToken {
  readonly accessToken: string
  /** ms since the epoch; null: not told. */
  readonly endsAt: number | null
}

export interface MetaUserTokens {
  exchange(app: AppCredentials, login: { readonly code: string; readonly redirectUri: string }, signal: AbortSignal): Promise<NetworkResult<ShortToken>>
  lengthen(app: AppCredentials, token: string, signal: AbortSignal): Promise<NetworkResult<LongToken>>
  /** Works from the second day of a token to its last. */
  refresh(token: string, signal: AbortSignal): Promise<NetworkResult<LongToken>>
  /** Asks with a code that was never given. */
  checkApp(app: AppCredentials, redirectUri: string, signal: AbortSignal): Promise<NetworkResult<'not_told'>>
}

const token = z.looseObject({ access_token: z.string().trim().min(1) })
/** Instagram says with the first token what was granted, as a list or with commas between; Threads does not. */
const rights = z.union([z.array(z.string()), z.string().transform((written) => written.split(/[\s,]+/).filter((right) => right !== ''))]).nullish().catch(null)
const firstToken = token.extend({ permissions: rights })
/** Instagram has answered in both ways: the token by itself, and as the first of a list. */
const shortSchema = z.union([firstToken, z.looseObject({ data: z.array(firstToken).min(1) }).transform(({ data }) => data[0] ?? { access_token: '', permissions: null })])
const longSchema = token.extend({ expires_in: z.number().positive().nullish().catch(null) })

/**
 * https://developers.facebook.com/docs/threads/get-started/long-lived-tokens and https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login
 * (read on 2026-11-21). Both take their long tokens by addresses alone: the http client logs no query.
 */
export function createMetaUserTokens({ http, clock }: GraphNeeds, places: MetaTokenPlaces): MetaUserTokens {
  const call: ApiCall = { http, effect: 'none', now: () => clock.now(), explain: (answer) => explainTokenFailure(answer, places.name, clock.now()) }
  const exchangeRequest = ({ clientId, clientSecret }: AppCredentials, code: string, redirectUri: string, signal: AbortSignal): HttpRequest => ({
    method: 'POST',
    url: places.exchangeUrl,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret ?? '', grant_type: 'authorization_code', redirect_uri: redirectUri, code }).toString(),
    signed: true,
    signal
  })
  const askLong = async (url: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<NetworkResult<LongToken>> => {
    const asked = await callForJson(call, { method: 'GET', url: `${url}?${new URLSearchParams(query).toString()}`, headers: { accept: 'application/json' }, signed: true, signal }, longSchema)
    return mapValue(asked, ({ access_token, expires_in }) => ({ accessToken: access_token, endsAt: expires_in === null || expires_in === undefined ? null : clock.now() + Math.round(expires_in * 1000) }))
  }

  return {
    exchange: async (app, { code, redirectUri }, signal) => mapValue(await callForJson(call, exchangeRequest(app, code, redirectUri, signal), shortSchema), ({ access_token, permissions }) => ({ accessToken: access_token, granted: permissions ?? null })),
    lengthen: ({ clientSecret }, short, signal) => askLong(places.lengthenUrl, { grant_type: places.lengthenGrant, client_secret: clientSecret ?? '', access_token: short }, signal),
    refresh: (long, signal) => askLong(places.refreshUrl, { grant_type: places.refreshGrant, access_token: long }, signal),
    async checkApp(app, redirectUri, signal) {
      const asked = await callForJson(call, exchangeRequest(app, 'not-a-code', redirectUri, signal), shortSchema)
      if (asked.ok) return done('not_told')
      const { kind, error } = asked.failure
      return kind === 'rejected' && error.code !== 'own_app_refused' ? done('not_told') : asked
    }
  }
}

/** As the older of the two login servers writes it; the newer one writes errors of the Graph. */
const oldErrorSchema = z.looseObject({ error_message: z.string() })
/** What they say of an app that they do not know, or of its secret: both come as any other refusal. */
const isAboutTheApp = (reason: string): boolean => /client[_ ](?:id|secret)|platform app|application (?:id|secret)|validating (?:client|application)/i.test(reason)

/** What either of them says; null: nothing of its own. */
function readTokenError({ json }: ApiAnswer): { readonly reason: string; readonly passes: boolean } | null {
  const ofGraph = readMetaError(json)
  if (ofGraph !== null) return { reason: ofGraph.reason, passes: ofGraph.code === 2 || ofGraph.isTransient }
  const old = oldErrorSchema.safeParse(json)
  return old.success ? { reason: redactText(old.data.error_message).slice(0, 300), passes: false } : null
}

function explainTokenFailure(answer: ApiAnswer, network: string, now: number): NetworkFailure | null {
  const throttle = explainMetaThrottle(answer, now)
  const told = readTokenError(answer)
  const { status } = answer.response
  if (throttle !== null || told === null || status >= 500) return throttle
  const { reason, passes } = told
  const details = { network, status, ...(reason === '' ? {} : { reason }) }
  if (passes) return { kind: 'server_error', error: studioError('server_error', `the login server has a problem: ${reason}`, { retryable: true, details }) }
  if (isAboutTheApp(reason)) return { kind: 'rejected', error: studioError('own_app_refused', `${network} does not know the app: ${reason}`, { details }) }
  return { kind: 'rejected', error: studioError('login_refused', `the login was refused: ${reason}`, { details }) }
}

/** A refusal in the middle of a renewal: it is the person's turn. Everything else may pass. */
export function asEndOfMetaAccess<Value>(result: NetworkResult<Value>): NetworkResult<Value> {
  if (result.ok || result.failure.kind !== 'rejected') return result
  const { error } = result.failure
  return failed('auth_revoked', studioError('auth_revoked', `the access cannot be renewed: ${error.message}`, { details: error.details ?? {} }))
}
