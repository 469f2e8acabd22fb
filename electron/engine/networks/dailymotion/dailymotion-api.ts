import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { done, failed } from '../network-results.ts'
import { explainDailymotionFailure } from './dailymotion-failures.ts'
import type { DailymotionOptions } from './dailymotion-options.ts'
import { dailymotionId } from './dailymotion-schemas.ts'
import { readDailymotionSecret } from './dailymotion-secret.ts'

type Query = Readonly<Record<string, string | number>>

export interface DailymotionApi {
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  /** A preparing step that takes no words. */
  prepare<Value>(path: string, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Hands a file over, at the address that was given for it. */
  upload<Value>(address: string, body: StreamedBody, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that others can see. */
  create<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Other fields of something that others can see; what is not sent stays. */
  patch(path: string, fields: object): Promise<NetworkResult<null>>
  remove(path: string): Promise<NetworkResult<null>>
}

export interface DailymotionAccess {
  readonly url: string
  readonly token: string
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

/** Dailymotion's interface, version 2: https://developers.dailymotion.com/v2/reference/perform-an-api-call (read on 2026-11-21). */
export function createDailymotionApi({ http, clock }: Pick<DailymotionOptions, 'http' | 'clock'>, { url, token, signal, limits }: DailymotionAccess): DailymotionApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({ http, effect, now: () => clock.now(), limits, explain: (answer) => explainDailymotionFailure(answer, clock.now()), ...(use === undefined ? {} : { use }) })
  const request = (method: HttpRequest['method'], address: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: address, headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...more.headers }, signed: true, signal
  })
  const addressOf = (path: string, query: Query = {}): string => {
    const written = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    return `${url}/v2${path}${written.length === 0 ? '' : `?${written.join('&')}`}`
  }
  return {
    get: (path, query, schema) => callForJson(call('none'), request('GET', addressOf(path, query)), schema),
    getAnswer: (path, query) => callApi(call('none'), request('GET', addressOf(path, query))),
    prepare: (path, schema) => callForJson(call('none', 'upload'), request('POST', addressOf(path)), schema),
    async upload(address, body, schema) {
      if (!isTheirs(address, url)) return failed('bug', studioError('unexpected_answer', 'the address for the file leads away from Dailymotion'))
      return callForJson(call('none', 'upload'), request('POST', address, { body }), schema)
    },
    create: (path, body, schema) => callForJson(call('visible'), request('POST', addressOf(path), { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }), schema),
    patch: (path, fields) => callForSuccess(call('visible'), request('PATCH', addressOf(path), { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } })),
    remove: (path) => callForSuccess(call('visible'), request('DELETE', addressOf(path)))
  }
}

/** The access goes to Dailymotion's own servers alone: files have some of their own. */
function isTheirs(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname.endsWith('.dailymotion.com'))
}

/** The API as the channel of a session. */
export async function withDailymotionApi<Value>(options: DailymotionOptions, session: AccountSession, work: (api: DailymotionApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const secret = readDailymotionSecret(session.secret)
  if (!secret.ok) return secret
  const { accessToken, accessEndsAt } = secret.value
  if (accessEndsAt !== null && accessEndsAt <= options.clock.now()) return failed('auth_expired', studioError('auth_expired', 'the access has to be renewed', { retryable: true }))
  return work(createDailymotionApi(options, { url: session.account.serverUrl, token: accessToken, signal: session.signal, limits: session.limits }))
}

/** Anything else must not become part of a path. */
export function asDailymotionId(id: string): NetworkResult<string> {
  return dailymotionId.safeParse(id).success ? done(id) : failed('rejected', studioError('rejected', 'this is no id of Dailymotion'))
}
