import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { failed } from '../network-results.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainTiktokFailure, refusing } from './tiktok-failures.ts'
import type { TiktokOptions } from './tiktok-options.ts'

export interface TiktokApi {
  get<Value>(path: string, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Asks; most questions are put by POST there. */
  ask<Value>(path: string, body: object, schema: z.ZodType<Value>, use?: CallUse): Promise<NetworkResult<Value>>
  /** What makes a draft: never repeated by itself. */
  make<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Asks, with the answer's headers (the server's clock). */
  askForAnswer(path: string, body: object): Promise<NetworkResult<ApiAnswer>>
  /** To the address that TikTok gave for one file, which works like a key: no access goes with it. The last chunk makes the draft. */
  putChunk(address: string, body: StreamedBody, range: string, effect: Effect): Promise<NetworkResult<ApiAnswer>>
}

export interface TiktokAccess {
  readonly url: string
  readonly token: string
  readonly isRenewable: boolean
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

/** TikTok's interface, version 2: https://developers.tiktok.com/doc/content-posting-api-get-started-upload-content/ (read on 2026-11-21). */
export function createTiktokApi({ http, clock }: Pick<TiktokOptions, 'http' | 'clock'>, { url, token, isRenewable, signal, limits }: TiktokAccess): TiktokApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http: refusing(http), effect, now: () => clock.now(), limits, explain: (answer) => explainTiktokFailure(answer, { now: clock.now(), isRenewable }), ...(use === undefined ? {} : { use })
  })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${url}${path}`, headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...more.headers }, signed: true, signal
  })
  const json = (body: object): Partial<HttpRequest> => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=UTF-8' } })
  return {
    get: (path, schema) => callForJson(call('none'), request('GET', path), schema),
    ask: (path, body, schema, use) => callForJson(call('none', use), request('POST', path, json(body)), schema),
    make: (path, body, schema) => callForJson(call('visible'), request('POST', path, json(body)), schema),
    askForAnswer: (path, body) => callApi(call('none'), request('POST', path, json(body))),
    async putChunk(address, body, range, effect) {
      if (!isTheirs(address, url)) return failed('bug', studioError('unexpected_answer', 'the address for the file leads away from TikTok'))
      return callApi(call(effect, effect === 'visible' ? undefined : 'upload'), { method: 'PUT', url: address, headers: { 'content-range': range }, body, signed: true, signal })
    }
  }
}

/** Files have servers of their own there. */
function isTheirs(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname.endsWith('.tiktokapis.com'))
}

/** The API as the account of a session. */
export async function withTiktokApi<Value>(options: TiktokOptions, session: AccountSession, work: (api: TiktokApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const { accessToken, refreshToken } = secret.value
  return work(createTiktokApi(options, { url: session.account.serverUrl, token: accessToken, isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }))
}
