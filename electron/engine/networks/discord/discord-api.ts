import type { z } from 'zod'
import type { HttpRequest, HttpResponse, StreamedBody } from '../../http/http-client.ts'
import { callForJson, callForSuccess, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { LimitReading } from '../network-limits.ts'
import { readLimitHeaders } from '../read-limit-headers.ts'
import { explainDiscordFailure } from './discord-failures.ts'
import type { DiscordOptions } from './discord-options.ts'
import { watchClock } from '../server-clock.ts'

export interface DiscordApi {
  now(): number
  /** Discord's time minus ours, in ms, as its last answer told it; 0 before the first. */
  clockOffset(): number
  get<Value>(path: string, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** As JSON, or as a form where files go along. */
  post<Value>(path: string, body: object | FormData | StreamedBody, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Changes a message that others see; the same again changes nothing. */
  patch<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** What others can see and is the same when it is done twice; what is answered says nothing. */
  order(method: 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<NetworkResult<null>>
  /** A message to those who follow its channel; a second time is refused. Discord lets it be done a few times an hour, which says nothing of what else is sent. */
  passOn(path: string): Promise<NetworkResult<null>>
  /** Another name for a thread; the same again changes nothing. Discord may want names to stay for some minutes, which says nothing of what else is sent. */
  rename(path: string, name: string): Promise<NetworkResult<null>>
}

const uploadTimeout = 120_000
/** Discord turns away programs that do not name themselves this way: https://docs.discord.com/developers/reference#user-agent (read on 2026-11-21). */
const userAgent = 'DiscordBot (https://vigie.example.invalid/, 0.1)'

/** https://docs.discord.com/developers/reference (version 10, read on 2026-11-21). A webhook needs no header: its address is the key. */
export function createDiscordApi({ http, clock }: DiscordOptions, access: { readonly url: string; readonly botToken: string | null }, { signal, limits }: Pick<AccountSession, 'signal' | 'limits'>): DiscordApi {
  const watched = watchClock(http, clock)
  const call = (effect: Effect): ApiCall => ({ http: watched.http, effect, now: () => clock.now(), explain: explainDiscordFailure, readLimits, limits })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more,
    method,
    url: `${access.url}/api/v10${path}`,
    headers: { accept: 'application/json', 'user-agent': userAgent, ...(access.botToken === null ? {} : { authorization: `Bot ${access.botToken}` }), ...more.headers },
    signed: true,
    signal
  })
  return {
    now: () => clock.now(),
    clockOffset: () => watched.offsetOf(access.url),
    get: (path, schema) => callForJson(call('none'), request('GET', path), schema),
    post: (path, body, schema) => callForJson(call('visible'), request('POST', path, bodyOf(body)), schema),
    patch: (path, body, schema) => callForJson(call('visible'), request('PATCH', path, bodyOf(body)), schema),
    order: (method, path, body) => callForSuccess(call('visible'), request(method, path, body === undefined ? {} : bodyOf(body))),
    passOn: (path) => callForSuccess({ ...call('visible'), use: 'pass_on' }, request('POST', path)),
    rename: (path, name) => callForSuccess({ ...call('visible'), use: 'rename' }, request('PATCH', path, bodyOf({ name })))
  }
}

function bodyOf(body: object | FormData | StreamedBody): Partial<HttpRequest> {
  return body instanceof FormData || 'pieces' in body ? { body, timeout: uploadTimeout } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** Each route has a budget of its own, named by Discord: https://docs.discord.com/developers/topics/rate-limits (read on 2026-11-21). */
function readLimits(headers: HttpResponse['headers'], now: number): readonly LimitReading[] {
  const bucket = headers['x-ratelimit-bucket']
  return readLimitHeaders(headers, now).map((reading) => (bucket === undefined ? reading : { ...reading, bucket }))
}
