import type { z } from 'zod'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callApi, callForJson, type ApiAnswer, type ApiCall, type Effect } from '../api-call.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { CallLimits, CallUse } from '../network-limits.ts'
import { done } from '../network-results.ts'
import { openOAuthSecret } from '../oauth/create-oauth-connect.ts'
import { explainRedditFailure, failureOfRefusal, readRedditLimits } from './reddit-failures.ts'
import type { RedditOptions } from './reddit-options.ts'
import { readPlace, type RedditPlace } from './reddit-place.ts'
import { orderedSchema } from './reddit-schemas.ts'

type Fields = Readonly<Record<string, string | number | boolean | null>>

export interface RedditApi {
  readonly place: RedditPlace
  now(): number
  get<Value>(path: string, query: Fields, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with the answer's headers (the server's clock). */
  getAnswer(path: string, query: Fields): Promise<NetworkResult<ApiAnswer>>
  /** Something that others can see. Refusals that come with 200 are failures. */
  create<Value extends { json: Refusals }>(path: string, form: Fields, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** The same with a body of JSON, which some calls want. */
  createOf<Value extends { json: Refusals }>(path: string, body: object, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  prepare<Value>(path: string, form: Fields, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  /** To the store of files that Reddit named; our access stays here. */
  upload(url: string, form: FormData | StreamedBody): Promise<NetworkResult<null>>
  /** Something that others can see and that is the same when it is done twice. */
  order(path: string, form: Fields): Promise<NetworkResult<null>>
}

interface Refusals {
  readonly errors?: readonly (readonly unknown[])[] | undefined
  readonly ratelimit?: number | undefined
}

export interface RedditAccess {
  readonly url: string
  readonly token: string
  readonly place: RedditPlace
  readonly isRenewable: boolean
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

const uploadTimeout = 120_000

/** https://www.reddit.com/dev/api/ (read on 2026-11-21). Programs name themselves and who answers for them: https://support.reddithelp.com/hc/articles/16160319875092. */
export function createRedditApi({ http, clock }: Pick<RedditOptions, 'http' | 'clock'>, { url, token, place, isRenewable, signal, limits }: RedditAccess): RedditApi {
  const call = (effect: Effect, use?: CallUse): ApiCall => ({
    http, effect, now: () => clock.now(), limits, readLimits: readRedditLimits, explain: (answer) => explainRedditFailure(answer, isRenewable), ...(use === undefined ? {} : { use })
  })
  const headers = { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': `desktop:vigie:v0.1${place.userName === '' ? '' : ` (by /u/${place.userName})`}` }
  // Without `raw_json`, texts come with their signs as HTML writes them.
  const read = (path: string, query: Fields): HttpRequest => ({ method: 'GET', url: `${url}${path}?${encode({ ...query, raw_json: 1 })}`, headers, signed: true, signal })
  const write = (path: string, form: Fields): HttpRequest => ({ method: 'POST', url: `${url}${path}`, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: encode({ ...form, raw_json: 1 }), signed: true, signal })
  const unlessRefused = <Value>(value: Value, { errors, ratelimit }: Refusals): NetworkResult<Value> => {
    const [refusal] = errors ?? []
    return refusal === undefined ? done(value) : { ok: false, failure: failureOfRefusal(refusal, ratelimit, clock.now()) }
  }

  return {
    place,
    now: () => clock.now(),
    get: (path, query, schema) => callForJson(call('none'), read(path, query), schema),
    getAnswer: (path, query) => callApi(call('none'), read(path, query)),
    async create(path, form, schema) {
      const created = await callForJson(call('visible'), write(path, { ...form, api_type: 'json' }), schema)
      return created.ok ? unlessRefused(created.value, created.value.json) : created
    },
    async createOf(path, body, schema) {
      const created = await callForJson(call('visible'), { method: 'POST', url: `${url}${path}?raw_json=1`, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ ...body, api_type: 'json' }), signed: true, signal }, schema)
      return created.ok ? unlessRefused(created.value, created.value.json) : created
    },
    prepare: (path, form, schema) => callForJson(call('none', 'upload'), write(path, form), schema),
    async upload(place_, form) {
      const sent = await callApi(call('none', 'upload'), { method: 'POST', url: place_, body: form, timeout: uploadTimeout, signed: false, signal })
      return sent.ok ? done(null) : sent
    },
    async order(path, form) {
      const ordered = await callForJson(call('visible'), write(path, { ...form, api_type: 'json' }), orderedSchema)
      return ordered.ok ? unlessRefused(null, ordered.value.json ?? {}) : ordered
    }
  }
}

export async function withRedditApi<Value>(options: RedditOptions, session: AccountSession, work: (api: RedditApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const secret = openOAuthSecret(session, options.clock)
  if (!secret.ok) return secret
  const place = readPlace(session.account.remoteId)
  if (!place.ok) return place
  const { accessToken, refreshToken } = secret.value
  return work(createRedditApi(options, { url: session.account.serverUrl, token: accessToken, place: place.value, isRenewable: refreshToken !== null, signal: session.signal, limits: session.limits }))
}

function encode(fields: Fields): string {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, String(value)]]))).toString()
}
