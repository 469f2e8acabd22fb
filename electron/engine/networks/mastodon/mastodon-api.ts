import type { z } from 'zod'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { explainMastodonFailure } from './mastodon-failures.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { readMastodonSecret } from './mastodon-secret.ts'

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export interface MastodonServer {
  readonly url: string
  readonly token: string | null
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

export interface MastodonApi {
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (paging, the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  post<Value>(path: string, body: object | FormData | StreamedBody, schema: z.ZodType<Value>, more?: { effect?: Effect; headers?: Readonly<Record<string, string>>; timeout?: number }): Promise<NetworkResult<Value>>
  /** Changes something of the account's own, which nobody else sees unless `effect` says so; the same call again changes nothing. */
  put<Value>(path: string, body: object, schema: z.ZodType<Value>, effect?: Effect): Promise<NetworkResult<Value>>
  delete(path: string): Promise<NetworkResult<null>>
  /** OAuth's own form of a body. The answer's body is not read when the schema is left out. */
  postForm<Value>(url: string, form: Readonly<Record<string, string>>, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
}

/** Mastodon's REST API over one server, with or without an account's token. */
export function createMastodonApi({ http, clock }: Pick<MastodonOptions, 'http' | 'clock'>, server: MastodonServer): MastodonApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({ http, effect, now: () => clock.now(), explain: explainMastodonFailure, limits: server.limits, ...(use === undefined ? {} : { use }) })

  const request = (method: HttpRequest['method'], url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more,
    method,
    url,
    headers: { accept: 'application/json', ...(server.token === null ? {} : { authorization: `Bearer ${server.token}` }), ...more.headers },
    signed: server.token !== null || method !== 'GET',
    signal: server.signal
  })

  return {
    get: (path, query, schema) => callForJson(call('none'), request('GET', addressOf(server, path, query)), schema),
    getAnswer: (path, query) => callApi(call('none'), request('GET', addressOf(server, path, query))),
    post(path, body, schema, { effect = 'none', headers = {}, timeout } = {}) {
      const isForm = body instanceof FormData || 'pieces' in body
      const more = { body: isForm ? body : JSON.stringify(body), headers: { ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers }, ...(timeout === undefined ? {} : { timeout }) }
      return callForJson(call(effect, isForm ? 'upload' : undefined), request('POST', addressOf(server, path, {}), more), schema)
    },
    put: (path, body, schema, effect = 'none') =>
      callForJson(call(effect), request('PUT', addressOf(server, path, {}), { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }), schema),
    delete: (path) => callForSuccess(call('none'), request('DELETE', addressOf(server, path, {}))),
    postForm(url, form, schema) {
      const more = { body: new URLSearchParams(form).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      return callForJson(call('none'), request('POST', url, more), schema)
    }
  }
}

/** The API as the account of a session. */
export function openMastodonApi(options: MastodonOptions, session: AccountSession): NetworkResult<MastodonApi> {
  const secret = readMastodonSecret(session.secret)
  if (!secret.ok) return secret
  return done(createMastodonApi(options, { url: session.account.serverUrl, token: secret.value.accessToken, signal: session.signal, limits: session.limits }))
}

function addressOf({ url }: MastodonServer, path: string, query: Query): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null) continue
    if (typeof value === 'object') for (const one of value) written.append(`${name}[]`, one)
    else written.append(name, String(value))
  }
  const search = written.toString()
  return `${url}${path}${search === '' ? '' : `?${search}`}`
}
