import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { readXLimits, readXMessageLimits } from '../read-x-limits.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainXFailure } from './x-failures.ts'
import type { XOptions } from './x-options.ts'

type Query = Readonly<Record<string, string | number | readonly string[] | null>>

export interface XApi {
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  post<Value>(path: string, body: object, schema: z.ZodType<Value>, effect: Effect): Promise<NetworkResult<Value>>
  upload<Value>(path: string, form: FormData | StreamedBody, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Private messages, with the answer's headers; each one that comes is paid for. */
  getMessages(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  sendMessage<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that others can see and that is the same when it is done twice. */
  order(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<NetworkResult<null>>
}

const uploadTimeout = 120_000

/** X's interface, version 2: https://docs.x.com/x-api (read on 2026-11-21). */
export function createXApi({ http, clock }: Pick<XOptions, 'http' | 'clock'>, access: { readonly url: string; readonly token: string; readonly isRenewable: boolean; readonly signal: AbortSignal; readonly limits?: CallLimits | undefined }): XApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http, effect, now: () => clock.now(), limits: access.limits, readLimits: use === 'read_messages' || use === 'send_message' ? readXMessageLimits(use) : readXLimits,
    explain: (answer) => explainXFailure(answer, access.isRenewable), ...(use === undefined ? {} : { use })
  })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${access.url}${path}`, headers: { accept: 'application/json', authorization: `Bearer ${access.token}`, ...more.headers }, signed: true, signal: access.signal
  })
  const jsonBody = (body: object): Partial<HttpRequest> => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

  return {
    get: (path, query, schema) => callForJson(call('none'), request('GET', `${path}${queryString(query)}`), schema),
    getAnswer: (path, query) => callApi(call('none'), request('GET', `${path}${queryString(query)}`)),
    post: (path, body, schema, effect) => callForJson(call(effect), request('POST', path, jsonBody(body)), schema),
    upload: (path, form, schema) => callForJson(call('none', 'upload'), request('POST', path, { body: form, timeout: uploadTimeout }), schema),
    getMessages: (path, query) => callApi(call('none', 'read_messages'), request('GET', `${path}${queryString(query)}`)),
    sendMessage: (path, body, schema) => callForJson(call('visible', 'send_message'), request('POST', path, jsonBody(body)), schema),
    order: (method, path, body) => callForSuccess(call('visible'), request(method, path, body === undefined ? {} : jsonBody(body)))
  }
}

/** The API as the account of a session. */
export function openXApi(options: XOptions, session: AccountSession): NetworkResult<XApi> {
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const { accessToken, refreshToken } = secret.value
  return done(createXApi(options, { url: session.account.serverUrl, token: accessToken, isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }))
}

/** Ids of X are digits; anything else must not become part of a path. */
export function asXId(remoteId: string): NetworkResult<string> {
  return /^\d{1,19}$/.test(remoteId) ? done(remoteId) : failed('rejected', studioError('rejected', 'this is no id of X'))
}

function queryString(query: Query): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(typeof value === 'object' ? value.join(',') : String(value))}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
