import type { z } from 'zod'
import { apiVersions } from '../../../../shared/networks/api-versions.ts'
import type { HttpRequest } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, misunderstood, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { done } from '../network-results.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainLinkedinFailure } from './linkedin-failures.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { authorUrn, encodeUrn } from './linkedin-urn.ts'

type Query = Readonly<Record<string, string | number | null>>

export interface LinkedinApi {
  /** Who speaks. */
  readonly author: string
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** A search of Rest.li, with the answer's headers (the server's clock). */
  find(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  /** Something that others can see; what it made is named by a header that fits `name`. */
  create(path: string, body: object, name: RegExp): Promise<NetworkResult<{ readonly name: string; readonly json: unknown }>>
  prepare<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Says that all parts of a file are there. */
  finalize(path: string, body: object): Promise<NetworkResult<null>>
  /** To an address that LinkedIn gave. */
  put(url: string, bytes: Uint8Array, headers?: Readonly<Record<string, string>>): Promise<NetworkResult<null>>
  /** Part of a file, to an address that bears its own signature; what LinkedIn names the part by. */
  putPart(url: string, bytes: Uint8Array): Promise<NetworkResult<string>>
  /** Other fields of something that others can see: https://learn.microsoft.com/linkedin/shared/api-guide/concepts/methods, “Partial update”. */
  patch(path: string, fields: object): Promise<NetworkResult<null>>
  /** Something that others can see and that is the same when it is done twice. */
  order(method: 'POST' | 'DELETE', path: string, query: Query, body?: object): Promise<NetworkResult<null>>
}

export interface LinkedinAccess {
  readonly url: string
  readonly token: string
  readonly author: string
  readonly isRenewable: boolean
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

const uploadTimeout = 120_000

/** LinkedIn's versioned interface: https://learn.microsoft.com/linkedin/marketing/versioning (read on 2026-11-21). */
export function createLinkedinApi({ http, clock }: Pick<LinkedinOptions, 'http' | 'clock'>, { url, token, author, isRenewable, signal, limits }: LinkedinAccess): LinkedinApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http, effect, now: () => clock.now(), limits, explain: (answer) => explainLinkedinFailure(answer, { isRenewable, now: clock.now() }), ...(use === undefined ? {} : { use })
  })
  const bearer = { authorization: `Bearer ${token}` }
  const request = (method: HttpRequest['method'], path: string, query: Query = {}, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${url}${path}${queryString(query)}`, signed: true, signal,
    headers: { accept: 'application/json', ...bearer, 'linkedin-version': apiVersions.linkedin.name, 'x-restli-protocol-version': '2.0.0', ...more.headers }
  })
  const json = (body: object): Partial<HttpRequest> => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

  return {
    author,
    get: (path, query, schema) => callForJson(call('none'), request('GET', path, query), schema),
    find: (path, query) => callApi(call('none'), request('GET', path, query, { headers: { 'x-restli-method': 'FINDER' } })),
    async create(path, body, name) {
      const asked = request('POST', path, {}, json(body))
      const answered = await callApi(call('visible'), asked)
      if (!answered.ok) return answered
      const named = answered.value.response.headers['x-restli-id'] ?? ''
      return name.test(named) ? done({ name: named, json: answered.value.json }) : misunderstood('visible', asked)
    },
    prepare: (path, body, schema) => callForJson(call('none', 'upload'), request('POST', path, { action: 'initializeUpload' }, json(body)), schema),
    put: (place, bytes, headers = {}) => callForSuccess(call('none', 'upload'), { method: 'PUT', url: place, headers: { ...bearer, 'content-type': 'application/octet-stream', ...headers }, body: bytes, timeout: uploadTimeout, signed: true, signal }),
    finalize: (path, body) => callForSuccess(call('none', 'upload'), request('POST', path, { action: 'finalizeUpload' }, json(body))),
    async putPart(place, bytes) {
      const asked: HttpRequest = { method: 'PUT', url: place, headers: { 'content-type': 'application/octet-stream' }, body: bytes, timeout: uploadTimeout, signed: true, signal }
      const answered = await callApi(call('none', 'upload'), asked)
      if (!answered.ok) return answered
      const name = answered.value.response.headers['etag'] ?? ''
      return name === '' ? misunderstood('none', asked) : done(name)
    },
    patch: (path, fields) => callForSuccess(call('visible'), request('POST', path, {}, { body: JSON.stringify({ patch: { $set: fields } }), headers: { 'content-type': 'application/json', 'x-restli-method': 'PARTIAL_UPDATE' } })),
    order: (method, path, query, body) => callForSuccess(call('visible'), request(method, path, query, body === undefined ? (method === 'DELETE' ? { headers: { 'x-restli-method': 'DELETE' } } : {}) : json(body)))
  }
}

/** The interface as the member or page of a session. */
function openLinkedinApi(options: LinkedinOptions, session: AccountSession): NetworkResult<LinkedinApi> {
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const { accessToken, refreshToken } = secret.value
  const { serverUrl, remoteId } = session.account
  return done(createLinkedinApi(options, { url: serverUrl, token: accessToken, author: authorUrn(options.kind, remoteId), isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }))
}

export async function withLinkedinApi<Value>(options: LinkedinOptions, session: AccountSession, work: (api: LinkedinApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const api = openLinkedinApi(options, session)
  return api.ok ? work(api.value) : api
}

function queryString(query: Query): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeUrn(String(value))}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
