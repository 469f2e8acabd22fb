import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpRequest } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { done, failed } from '../network-results.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainYoutubeFailure } from './youtube-failures.ts'
import type { YoutubeOptions } from './youtube-options.ts'

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export interface YoutubeApi {
  /** Where the interface lies. */
  readonly url: string
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  send<Value>(method: 'POST' | 'PUT', path: string, query: Query, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that others can see and that is the same when it is done twice. */
  order(method: 'POST' | 'DELETE', path: string, query: Query): Promise<NetworkResult<null>>
  /** A whole picture that others see at once; the same again is the same. */
  putPicture(path: string, query: Query, bytes: Uint8Array, mediaType: string): Promise<NetworkResult<null>>
  /** Begins handing over a file, which nobody sees until its last part is there. */
  beginUpload(path: string, query: Query, body: object, file: { readonly mediaType: string; readonly byteLength: number }): Promise<NetworkResult<ApiAnswer>>
  /** To the address that YouTube gave for one file: a part, or a question how far it came. A status of 308 (“go on”) comes as 202. */
  putPart(address: string, part: { readonly bytes: Uint8Array; readonly range: string; readonly mediaType: string | null; readonly effect: Effect }): Promise<NetworkResult<ApiAnswer>>
}

export interface YoutubeAccess {
  readonly url: string
  readonly token: string
  readonly isRenewable: boolean
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

/** A part may take its time over a slow line. */
const partTimeout = 5 * 60_000

/** https://developers.google.com/youtube/v3/docs (read on 2026-11-21). The token goes in a header, never into an address. */
export function createYoutubeApi({ http, clock }: Pick<YoutubeOptions, 'http' | 'clock'>, access: YoutubeAccess): YoutubeApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http, effect, now: () => clock.now(), limits: access.limits, explain: (answer) => explainYoutubeFailure(answer, { now: clock.now(), isRenewable: access.isRenewable }), ...(use === undefined ? {} : { use })
  })
  const request = (method: HttpRequest['method'], url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url, headers: { accept: 'application/json', authorization: `Bearer ${access.token}`, ...more.headers }, signed: true, signal: access.signal
  })
  const addressOf = (path: string, query: Query): string => `${access.url}${path}${queryString(query)}`
  const json = (body: object): Partial<HttpRequest> => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

  return {
    url: access.url,
    get: (path, query, schema) => callForJson(call('none'), request('GET', addressOf(path, query)), schema),
    getAnswer: (path, query) => callApi(call('none'), request('GET', addressOf(path, query))),
    send: (method, path, query, body, schema) => callForJson(call('visible'), request(method, addressOf(path, query), json(body)), schema),
    order: (method, path, query) => callForSuccess(call('visible'), request(method, addressOf(path, query))),
    putPicture: (path, query, bytes, mediaType) => callForSuccess(call('visible'), request('POST', addressOf(`/upload${path}`, { uploadType: 'media', ...query }), { body: bytes, headers: { 'content-type': mediaType }, timeout: partTimeout })),
    beginUpload(path, query, body, { mediaType, byteLength }) {
      const { headers, ...more } = json(body)
      return callApi(call('none', 'upload'), request('POST', addressOf(`/upload${path}`, { uploadType: 'resumable', ...query }), { ...more, headers: { ...headers, 'x-upload-content-length': String(byteLength), 'x-upload-content-type': mediaType } }))
    },
    putPart(address, { bytes, range, mediaType, effect }) {
      const headers = { 'content-range': range, ...(mediaType === null ? {} : { 'content-type': mediaType }) }
      return callApi({ ...call(effect, effect === 'visible' ? undefined : 'upload'), http: goingOn(http) }, request('PUT', address, { body: bytes, headers, timeout: partTimeout }))
    }
  }
}

/** 308 without an address means "resume incomplete" here, which is how a part ends well: https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol */
function goingOn(http: HttpClient): HttpClient {
  return {
    async send(request) {
      const result = await http.send(request)
      if (!result.ok || result.response.status !== 308 || result.response.headers['location'] !== undefined) return result
      return { ok: true, response: { ...result.response, status: 202 } }
    }
  }
}

/** The API as the channel of a session. */
export async function withYoutubeApi<Value>(options: YoutubeOptions, session: AccountSession, work: (api: YoutubeApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const { accessToken, refreshToken } = secret.value
  return work(createYoutubeApi(options, { url: session.account.serverUrl, token: accessToken, isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }))
}

/** Which of the two an id names: those of videos are short. */
export function kindOfId(remoteId: string): NetworkResult<'video' | 'comment'> {
  if (/^[\w-]{6,20}$/.test(remoteId)) return done('video')
  return /^[\w-]{21,80}(\.[\w-]{10,80})?$/.test(remoteId) ? done('comment') : failed('rejected', studioError('rejected', 'this is no id of YouTube'))
}

function queryString(query: Query): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(typeof value === 'object' ? value.join(',') : String(value))}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
