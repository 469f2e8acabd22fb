import type { z } from 'zod'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { watchClock } from '../server-clock.ts'
import { explainDiscourseFailure } from './discourse-failures.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { readDiscourseSecret, type DiscourseSecret } from './discourse-secret.ts'

export interface DiscourseApi {
  readonly userName: string
  readonly root: string
  readonly categoryId: number | null
  now(): number
  /** The forum's time minus ours, in ms, as its last answer told; 0 before. */
  clockOffset(): number
  get<Value>(path: string, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  getAnswer(path: string): Promise<NetworkResult<ApiAnswer>>
  post<Value>(path: string, body: object, schema: z.ZodType<Value>, effect: Effect): Promise<NetworkResult<Value>>
  /** Something that others can see, and that is the same when it is done twice. */
  put<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  delete(path: string, body?: object): Promise<NetworkResult<null>>
  upload<Value>(form: FormData | StreamedBody, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
}

const uploadTimeout = 120_000
const jsonType = { 'content-type': 'application/json' }

/** https://docs.discourse.org/ (read on 2026-11-21): key and user name go with each call as headers. */
export function createDiscourseApi({ http, clock }: DiscourseOptions, secret: DiscourseSecret, { signal, limits }: Pick<AccountSession, 'signal' | 'limits'>): DiscourseApi {
  const watched = watchClock(http, clock)
  const call = (effect: Effect): ApiCall => ({ http: watched.http, effect, now: () => clock.now(), explain: explainDiscourseFailure, limits })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more,
    method,
    url: `${secret.root}${path}`,
    headers: { accept: 'application/json', 'api-key': secret.apiKey, 'api-username': secret.userName, ...more.headers },
    signed: true,
    signal
  })
  return {
    userName: secret.userName,
    root: secret.root,
    categoryId: secret.categoryId,
    now: () => clock.now(),
    clockOffset: () => watched.offsetOf(secret.root),
    get: (path, schema) => callForJson(call('none'), request('GET', path), schema),
    getAnswer: (path) => callApi(call('none'), request('GET', path)),
    post: (path, body, schema, effect) => callForJson(call(effect), request('POST', path, { body: JSON.stringify(body), headers: jsonType }), schema),
    put: (path, body, schema) => callForJson(call('visible'), request('PUT', path, { body: JSON.stringify(body), headers: jsonType }), schema),
    // An empty 200.
    delete: (path, body) => callForSuccess(call('none'), request('DELETE', path, body === undefined ? {} : { body: JSON.stringify(body), headers: jsonType })),
    upload: (form, schema) => callForJson({ ...call('none'), use: 'upload' }, request('POST', '/uploads.json', { body: form, timeout: uploadTimeout }), schema)
  }
}

/** The forum as the user of a session. */
export function openDiscourseApi(options: DiscourseOptions, session: AccountSession): NetworkResult<DiscourseApi> {
  const secret = readDiscourseSecret(session.secret)
  return secret.ok ? done(createDiscourseApi(options, secret.value, session)) : secret
}
