import type { z } from 'zod'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { explainWordpressFailure } from './wordpress-failures.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { readWordpressSecret, type WordpressSecret } from './wordpress-secret.ts'

export type Query = Readonly<Record<string, string | number | undefined>>

export interface WordpressApi {
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers. */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  post<Value>(path: string, body: object, schema: z.ZodType<Value>, effect?: Effect): Promise<NetworkResult<Value>>
  delete<Value>(path: string, schema: z.ZodType<Value>, query?: Query): Promise<NetworkResult<Value>>
  /** A file as the body itself. */
  upload<Value>(path: string, query: Query, file: { bytes: Uint8Array | StreamedBody; mediaType: string; fileName: string }, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
}

const uploadTimeout = 120_000
/** Small hosts are slow, slower still when many plug-ins have a say in publishing. */
const writeTimeout = 60_000

export function createWordpressApi({ http, clock }: WordpressOptions, secret: WordpressSecret, { signal, limits }: Pick<AccountSession, 'signal' | 'limits'>): WordpressApi {
  const call = (effect: Effect): ApiCall => ({ http, effect, now: () => clock.now(), explain: explainWordpressFailure, limits })
  const authorization = `Basic ${Buffer.from(`${secret.userName}:${secret.appPassword}`, 'utf8').toString('base64')}`
  const request = (method: HttpRequest['method'], path: string, query: Query, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more,
    method,
    url: apiAddress(secret.apiRoot, path, query),
    headers: { accept: 'application/json', authorization, ...more.headers },
    signed: true,
    signal
  })
  return {
    get: (path, query, schema) => callForJson(call('none'), request('GET', path, query), schema),
    getAnswer: (path, query) => callApi(call('none'), request('GET', path, query)),
    post: (path, body, schema, effect = 'none') =>
      callForJson(call(effect), request('POST', path, {}, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, timeout: writeTimeout }), schema),
    delete: (path, schema, query = {}) => callForJson(call('none'), request('DELETE', path, query, { timeout: writeTimeout }), schema),
    upload(path, query, { bytes, mediaType, fileName }, schema) {
      const headers = { 'content-type': mediaType, 'content-disposition': `attachment; filename="${plainFileName(fileName)}"` }
      return callForJson({ ...call('none'), use: 'upload' }, request('POST', path, query, { body: bytes, headers, timeout: uploadTimeout }), schema)
    }
  }
}

/** The API as the user of a session. */
export function openWordpressApi(options: WordpressOptions, session: AccountSession): NetworkResult<WordpressApi> {
  const secret = readWordpressSecret(session.secret)
  return secret.ok ? done(createWordpressApi(options, secret.value, session)) : secret
}

/** A site with plain permalinks has its API behind the parameter `rest_route`, not under a path. */
export function apiAddress(root: string, path: string, query: Query): string {
  const url = new URL(root)
  const route = url.searchParams.get('rest_route')
  if (route === null) url.pathname = url.pathname.replace(/\/?$/, path)
  else url.searchParams.set('rest_route', route.replace(/\/?$/, path))
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
  return url.href
}

/** A header holds plain letters only, and a file name in it no quotation mark. */
function plainFileName(fileName: string): string {
  const plain = fileName.normalize('NFD').replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll(/^[.-]+/g, '')
  return plain === '' ? 'file' : plain.slice(-100)
}
