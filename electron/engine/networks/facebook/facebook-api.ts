import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest } from '../../http/http-client.ts'
import { hmacSha256Of } from '../../sha256.ts'
import { callApi, callForJson, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { readMetaLimits } from '../read-meta-limits.ts'
import { explainFacebookFailure } from './facebook-failures.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { readFacebookSecret, type FacebookSecret } from './facebook-secret.ts'
import { graphVersion } from './graph-version.ts'

type Query = Readonly<Record<string, string | number | null>>

export interface FacebookApi {
  /** The person's role on the Page, for what Meta answers with an empty list. */
  readonly secret: FacebookSecret
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  /** Something that others can see. */
  create<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  upload<Value>(path: string, form: FormData, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that others can see and that is the same when it is done twice. */
  order(method: 'POST' | 'DELETE', path: string, body?: object): Promise<NetworkResult<null>>
}

export interface GraphAccess {
  readonly url: string
  readonly token: string
  /** Shows that who calls also knows the app's secret; null: the app is gone, and Meta asks for none unless the app says so. */
  readonly proof: string | null
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

const uploadTimeout = 120_000
/** `{"success": true}`; a block answers with each person's id instead. */
const orderedSchema = z.looseObject({}).refine((answer) => Object.values(answer).every((value) => value !== false))

/** Meta's Graph: https://developers.facebook.com/docs/graph-api (read on 2026-11-21). The token goes in a header, never into an address. */
export function createGraphCalls({ http, clock }: Pick<FacebookOptions, 'http' | 'clock'>, { url, token, proof, signal, limits }: GraphAccess): Omit<FacebookApi, 'secret'> {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http, effect, now: () => clock.now(), limits, readLimits: readMetaLimits, explain: (answer) => explainFacebookFailure(answer, effect, clock.now()), ...(use === undefined ? {} : { use })
  })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${url}/${graphVersion.name}${path}`, headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...more.headers }, signed: true, signal
  })
  const proven = (values: object): object => (proof === null ? values : { ...values, appsecret_proof: proof })
  const read = (path: string, query: Query): HttpRequest => request('GET', `${path}${queryString(proof === null ? query : { ...query, appsecret_proof: proof })}`)
  const write = (path: string, body: object): HttpRequest => request('POST', path, { body: JSON.stringify(proven(body)), headers: { 'content-type': 'application/json' } })
  const remove = (path: string, values: object): HttpRequest => request('DELETE', `${path}${queryString({ ...values, appsecret_proof: proof })}`)

  return {
    get: (path, query, schema) => callForJson(call('none'), read(path, query), schema),
    getAnswer: (path, query) => callApi(call('none'), read(path, query)),
    create: (path, body, schema) => callForJson(call('visible'), write(path, body), schema),
    upload(path, form, schema) {
      if (proof !== null) form.append('appsecret_proof', proof)
      return callForJson(call('none', 'upload'), request('POST', path, { body: form, timeout: uploadTimeout }), schema)
    },
    order: async (method, path, body = {}) => mapValue(await callForJson(call('visible'), method === 'POST' ? write(path, body) : remove(path, body), orderedSchema), () => null)
  }
}

/** The Graph as the Page of a session. */
export async function openFacebookApi(options: FacebookOptions, session: AccountSession): Promise<NetworkResult<FacebookApi>> {
  const secret = readFacebookSecret(session)
  if (!secret.ok) return secret
  const { clientId, accessToken } = secret.value
  const app = (await session.findApp?.(clientId)) ?? done(null)
  if (!app.ok) return app
  const appSecret = app.value?.clientSecret ?? null
  const proof = appSecret === null ? null : proofOf(accessToken, appSecret)
  return done({ secret: secret.value, ...createGraphCalls(options, { url: session.account.serverUrl, token: accessToken, proof, signal: session.signal, limits: session.limits }) })
}

export async function withFacebookApi<Value>(options: FacebookOptions, session: AccountSession, work: (api: FacebookApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const api = await openFacebookApi(options, session)
  return api.ok ? work(api.value) : api
}

/** https://developers.facebook.com/docs/graph-api/guides/secure-requests (read on 2026-11-21). */
export function proofOf(token: string, appSecret: string): string {
  return hmacSha256Of(token, appSecret).toString('hex')
}

/** Ids of Facebook are digits, one or two numbers; anything else must not become part of a path. */
export function asFacebookId(remoteId: string): NetworkResult<string> {
  return /^\d{1,25}(_\d{1,25})?$/.test(remoteId) ? done(remoteId) : failed('rejected', studioError('rejected', 'this is no id of Facebook'))
}

function queryString(query: object): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(String(value))}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
