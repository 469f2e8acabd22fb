import { z } from 'zod'
import type { HttpClient, HttpRequest, StreamedBody } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'
import { callApi, callForJson, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { mapValue } from '../network-results.ts'
import { explainMetaFailure } from './meta-failures.ts'
import { readMetaLimits } from './read-meta-limits.ts'

type Query = Readonly<Record<string, string | number | null>>

export interface GraphCalls {
  get<Value>(path: string, query: Query, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Query): Promise<NetworkResult<ApiAnswer>>
  /** Something that nobody sees yet: what a call of `create` puts together later. */
  prepare<Value>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that others can see. */
  create<Value>(path: string, body: object | FormData, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  upload<Value>(path: string, form: FormData, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** What is left of a file, alone, to the host that takes bytes; nobody sees it yet. `offset`: so much of it is there. */
  sendFile<Value>(path: string, body: StreamedBody, offset: number, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** Something that others can see and that is the same when it is done twice. */
  order(method: 'POST' | 'DELETE', path: string, body?: object): Promise<NetworkResult<null>>
}

export interface GraphNeeds {
  readonly http: HttpClient
  readonly clock: Clock
}

export interface GraphAccess {
  /** Of the interface, with its version. */
  readonly url: string
  /** Where files go by themselves, with the version. Left out: nothing of the kind is sent. */
  readonly uploadUrl?: string
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
export function createGraphCalls({ http, clock }: GraphNeeds, { url, uploadUrl = url, token, proof, signal, limits }: GraphAccess): GraphCalls {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http, effect, now: () => clock.now(), limits, readLimits: readMetaLimits, explain: (answer) => explainMetaFailure(answer, effect, clock.now()), ...(use === undefined ? {} : { use })
  })
  const request = (method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    ...more, method, url: `${url}${path}`, headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...more.headers }, signed: true, signal
  })
  const proven = (values: object): object => (proof === null ? values : { ...values, appsecret_proof: proof })
  const read = (path: string, query: Query): HttpRequest => request('GET', `${path}${queryString(proof === null ? query : { ...query, appsecret_proof: proof })}`)
  const write = (path: string, body: object): HttpRequest => request('POST', path, { body: JSON.stringify(proven(body)), headers: { 'content-type': 'application/json' } })
  const writeForm = (path: string, form: FormData): HttpRequest => {
    if (proof !== null) form.append('appsecret_proof', proof)
    return request('POST', path, { body: form, timeout: uploadTimeout })
  }
  const remove = (path: string, values: object): HttpRequest => request('DELETE', `${path}${queryString({ ...values, appsecret_proof: proof })}`)

  return {
    get: (path, query, schema) => callForJson(call('none'), read(path, query), schema),
    getAnswer: (path, query) => callApi(call('none'), read(path, query)),
    prepare: (path, body, schema) => callForJson(call('none', 'upload'), write(path, body), schema),
    create: (path, body, schema) => callForJson(call('visible'), body instanceof FormData ? writeForm(path, body) : write(path, body), schema),
    upload: (path, form, schema) => callForJson(call('none', 'upload'), writeForm(path, form), schema),
    // That host knows no proof, and another word for the token.
    sendFile: (path, body, offset, schema) =>
      callForJson(call('none', 'upload'), { method: 'POST', url: `${uploadUrl}${path}`, headers: { accept: 'application/json', authorization: `OAuth ${token}`, offset: String(offset), file_size: String(offset + body.byteLength) }, body, timeout: uploadTimeout, signed: true, signal }, schema),
    order: async (method, path, body = {}) => mapValue(await callForJson(call('visible'), method === 'POST' ? write(path, body) : remove(path, body), orderedSchema), () => null)
  }
}

function queryString(query: object): string {
  const written = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(String(value))}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}
