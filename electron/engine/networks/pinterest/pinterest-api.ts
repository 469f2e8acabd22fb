import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits } from '../network-limits.ts'
import { done, failed } from '../network-results.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainPinterestFailure } from './pinterest-failures.ts'
import type { PinterestOptions } from './pinterest-options.ts'

type Query = Readonly<Record<string, string | number | null>>

export interface PinterestApi {
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  /** Something that others can see. */
  create<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that nobody sees before a pin takes it. */
  prepare<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** To the store that Pinterest named: the form bears its own signature. */
  store(url: string, form: StreamedBody): Promise<NetworkResult<null>>
  remove(path: string): Promise<NetworkResult<null>>
}

export interface PinterestAccess {
  readonly url: string
  readonly token: string
  readonly isRenewable: boolean
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

/** A pin brings its pictures along. */
const createTimeout = 120_000

/** Pinterest's interface, version 5: https://developers.pinterest.com/docs/api/v5/ (read on 2026-11-21). */
export function createPinterestApi({ http, clock }: Pick<PinterestOptions, 'http' | 'clock'>, { url, token, isRenewable, signal, limits }: PinterestAccess): PinterestApi {
  const call = (effect: Effect): ApiCall => ({ http, effect, now: () => clock.now(), limits, explain: (answer) => explainPinterestFailure(answer, isRenewable) })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${url}/v5${path}`, headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...more.headers }, signed: true, signal
  })
  return {
    get: (path, query, schema) => callForJson(call('none'), request('GET', `${path}${queryString(query)}`), schema),
    getAnswer: (path, query) => callApi(call('none'), request('GET', `${path}${queryString(query)}`)),
    create: (path, body, schema) => callForJson(call('visible'), request('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, timeout: createTimeout }), schema),
    prepare: (path, body, schema) => callForJson({ ...call('none'), use: 'upload' }, request('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }), schema),
    async store(place, form) {
      const sent = await callApi({ ...call('none'), use: 'upload' }, { method: 'POST', url: place, body: form, timeout: createTimeout, signed: false, signal })
      return sent.ok ? done(null) : sent
    },
    remove: (path) => callForSuccess(call('visible'), request('DELETE', path))
  }
}

export async function withPinterestApi<Value>(options: PinterestOptions, session: AccountSession, work: (api: PinterestApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const { accessToken, refreshToken } = secret.value
  return work(createPinterestApi(options, { url: session.account.serverUrl, token: accessToken, isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }))
}

/** Ids of Pinterest are digits; anything else must not become part of a path. */
export function asPinterestId(remoteId: string): NetworkResult<string> {
  return /^\d{1,25}$/.test(remoteId) ? done(remoteId) : failed('rejected', studioError('rejected', 'this is no id of Pinterest'))
}

function queryString(query: Query): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
