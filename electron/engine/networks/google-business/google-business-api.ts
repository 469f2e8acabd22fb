import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest } from '../../http/http-client.ts'
import { callApi, callForJson, callForSuccess, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits } from '../network-limits.ts'
import { done, failed } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainGoogleBusinessFailure } from './google-business-failures.ts'
import { hostsOf, type GoogleBusinessHosts, type GoogleBusinessOptions } from './google-business-options.ts'
import { localPostName, placeName } from './google-business-schemas.ts'

export type Query = Readonly<Record<string, string | number | readonly string[] | null>>
type Host = keyof GoogleBusinessHosts

export interface GoogleBusinessApi {
  get<Value>(host: Host, path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(host: Host, path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  /** Something that others can see. */
  send<Value>(method: 'POST' | 'PUT' | 'PATCH', path: string, query: Query, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  remove(path: string): Promise<NetworkResult<null>>
}

export interface GoogleBusinessAccess {
  readonly url: string
  readonly token: string
  readonly isRenewable: boolean
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

/** Google fetches the photo with the post. */
const sendTimeout = 120_000

/** The interfaces of Google Business Profile: https://developers.google.com/my-business/reference/rest (read on 2026-11-23). The token goes in a header, never into an address. */
export function createGoogleBusinessApi({ http, clock }: Pick<GoogleBusinessOptions, 'http' | 'clock'>, { url, token, isRenewable, signal, limits }: GoogleBusinessAccess): GoogleBusinessApi {
  const hosts = hostsOf(url)
  const call = (effect: Effect): ApiCall => ({ http, effect, now: () => clock.now(), limits, explain: (answer) => explainGoogleBusinessFailure(answer, { now: clock.now(), isRenewable }) })
  const request = (method: HttpRequest['method'], host: Host, path: string, query: Query, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${hosts[host]}${path}${queryString(query)}`, headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...more.headers }, signed: true, signal
  })
  return {
    get: (host, path, query, schema) => callForJson(call('none'), request('GET', host, path, query), schema),
    getAnswer: (host, path, query) => callApi(call('none'), request('GET', host, path, query)),
    send: (method, path, query, body, schema) => callForJson(call('visible'), request(method, 'posts', path, query, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, timeout: sendTimeout }), schema),
    remove: (path) => callForSuccess(call('visible'), request('DELETE', 'posts', path, {}))
  }
}

/** The API as the location of a session, by its name there. */
export async function withGoogleBusiness<Value>(options: GoogleBusinessOptions, session: AccountSession, work: (api: GoogleBusinessApi, place: string) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const place = placeName.safeParse(session.account.remoteId)
  if (!place.success) return failed('rejected', studioError('rejected', 'this is no location of Google'))
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const { accessToken, refreshToken } = secret.value
  return work(createGoogleBusinessApi(options, { url: session.account.serverUrl, token: accessToken, isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }), place.data)
}

/** Names of Google become part of a path; anything else must not. */
export function asLocalPost(remoteId: string): NetworkResult<string> {
  const name = localPostName.safeParse(remoteId)
  return name.success ? done(name.data) : failed('rejected', studioError('rejected', 'this is no post of Google’s'))
}

function queryString(query: Query): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : (typeof value === 'object' ? value : [value]).map((each) => `${name}=${encodeURIComponent(each)}`)))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
