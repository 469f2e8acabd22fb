import type { z } from 'zod'
import { studioError, type StudioError, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../http/http-client.ts'
import { parseJsonBytes } from '../http/parse-json.ts'
import { redactAddress, redactText } from '../http/redact.ts'
import { lastObjection } from './network-objection.ts'
import { currentRecorder } from './network-calls.ts'
import type { NetworkFailure, NetworkResult } from './network-failure.ts'
import type { CallLimits, CallUse, LimitReading } from './network-limits.ts'
import { done, failed, type Failed } from './network-results.ts'
import { readLimitHeaders } from './read-limit-headers.ts'
import { retryAfter } from './retry-after.ts'
import { saidBy } from './said-by.ts'

/** Whether other people can see what the call does. Reads and preparing steps (an upload, a login) have no such effect. */
export type Effect = 'none' | 'visible'

export interface ApiCall {
  readonly http: HttpClient
  readonly effect: Effect
  /** ms since the epoch, for "not before". */
  now(): number
  /** The network's own reading of an answer that is no success; null leaves it to the status. */
  readonly explain?: (answer: ApiAnswer) => NetworkFailure | null
  /** The account's budgets; left out for calls without an account. */
  readonly limits?: CallLimits | undefined
  /** Left out: `write` for what others can see, else `read`. */
  readonly use?: CallUse
  /** The network's own way of telling its budgets, where it is not by the usual headers. */
  readonly readLimits?: (headers: HttpResponse['headers'], now: number) => readonly LimitReading[]
}

export interface ApiAnswer {
  readonly response: HttpResponse
  /** undefined when the body is no JSON. */
  readonly json: unknown
}

/** Sends a request and sorts whatever comes of it: the answer of a success, or a failure of the right kind. */
export async function callApi(call: ApiCall, request: HttpRequest): Promise<NetworkResult<ApiAnswer>> {
  const use = call.use ?? (call.effect === 'visible' ? 'write' : 'read')
  const heldUntil = call.limits?.heldUntil(use) ?? null
  if (heldUntil !== null) return { ok: false, failure: notBefore(heldUntil, request) }
  const objection = call.effect === 'visible' ? lastObjection() : null
  if (objection !== null) return failed('not_sent', objection)
  const ended = currentRecorder()?.begin(request, call.now())
  const result = await call.http.send(request)
  if (!result.ok) {
    ended?.({ status: null, reached: result.failure.sent === 'maybe', said: result.failure.error.code, receivedBytes: 0 }, call.now())
    return withoutAnswer(call.effect, result.failure)
  }
  const answer = { response: result.response, json: parseJsonBytes(result.response.body) }
  const sorted = sortAnswer(call, request, answer)
  ended?.({ status: answer.response.status, reached: true, said: wordsOf(answer, sorted), receivedBytes: answer.response.body.byteLength }, call.now())
  noteLimits(call, use, answer, sorted)
  return sorted
}

/** A success needs no words, unless it is a page where the network's interface should have answered. */
function wordsOf(answer: ApiAnswer, sorted: NetworkResult<ApiAnswer>): string {
  if (sorted.ok) return isFromTheApi(answer) ? '' : (answer.response.headers['content-type'] ?? '')
  const said = saidBy(answer.json)
  const { details } = sorted.failure.error
  return said === '' && typeof details?.['reason'] === 'string' ? details['reason'] : said
}

function sortAnswer(call: ApiCall, request: HttpRequest, answer: ApiAnswer): NetworkResult<ApiAnswer> {
  if (isSuccess(answer)) return done(answer)
  if (isFromElsewhere(answer, request)) return misunderstood(call.effect, request)
  return { ok: false, failure: call.explain?.(answer) ?? failureOfStatus(answer, request, call) }
}

/**
 * A temporary redirect led to another address, which refuses: a login page that is not there says nothing about what was asked for. Believed, "not found"
 * would mean that a post is gone from its network, and it would go out a second time.
 */
function isFromElsewhere({ response: { url, movedTo } }: ApiAnswer, request: HttpRequest): boolean {
  return URL.canParse(request.url) && URL.canParse(url) && url !== movedTo && new URL(url).href !== new URL(request.url).href
}

function noteLimits({ limits, readLimits = readLimitHeaders, now }: ApiCall, use: CallUse, { response }: ApiAnswer, sorted: NetworkResult<ApiAnswer>): void {
  const refusedUntil = !sorted.ok && sorted.failure.kind === 'rate_limited' ? sorted.failure.until : null
  limits?.note(use, readLimits(response.headers, now()), refusedUntil)
}

function isSuccess({ response: { status } }: ApiAnswer): boolean {
  return status >= 200 && status < 300
}

/** The network refused such calls before and named the time from which on it takes them: nothing leaves sooner, whoever asks. */
function notBefore(until: number, request: HttpRequest): NetworkFailure {
  const error = studioError('rate_limited', 'the network wants no such call yet', { retryable: true, details: { host: hostOf(request), until } })
  return { kind: 'rate_limited', until, error }
}

/** The same, for an answer of a known shape. One of another shape is a bug for a read, an unknown outcome for what others can see. */
export async function callForJson<Value>(call: ApiCall, request: HttpRequest, schema: z.ZodType<Value>): Promise<NetworkResult<Value>> {
  const answered = await callApi(call, request)
  if (!answered.ok) return answered
  const parsed = isFromTheApi(answered.value) ? schema.safeParse(answered.value.json) : null
  return parsed?.success === true ? done(parsed.data) : misunderstood(call.effect, request)
}

/** The same, where a success says nothing worth reading. */
export async function callForSuccess(call: ApiCall, request: HttpRequest): Promise<NetworkResult<null>> {
  const answered = await callApi(call, request)
  if (!answered.ok) return answered
  return isFromTheApi(answered.value) ? done(null) : misunderstood(call.effect, request)
}

/** A success says nothing, or says it in JSON. A page with 200 is somebody else's (a proxy's, a hotel's): the network may never have seen the call. */
function isFromTheApi({ response: { body }, json }: ApiAnswer): boolean {
  return json !== undefined || body.byteLength === 0 || new TextDecoder().decode(body).trim() === ''
}

export function misunderstood(effect: Effect, request: HttpRequest): Failed {
  const error = studioError('unexpected_answer', `${request.method} ${redactAddress(request.url)} brought an answer of another shape`, { details: { host: hostOf(request) } })
  return failed(effect === 'visible' ? 'unknown_outcome' : 'bug', error)
}

/** What the HTTP layer itself says no to, now and whenever it is asked again. */
const refusedHere: ReadonlySet<StudioErrorCode> = new Set(['address_refused', 'wrong_credentials'])

function withoutAnswer(effect: Effect, failure: { sent: 'no' | 'maybe'; error: StudioError }): Failed {
  if (failure.sent === 'no') return failed(refusedHere.has(failure.error.code) ? 'rejected' : 'not_sent', failure.error)
  return failed(effect === 'visible' ? 'unknown_outcome' : 'server_error', failure.error)
}

/** Not this way (any more), upgrade, not implemented: nothing was done, and asking again brings the same. */
const unknownCalls: ReadonlySet<number> = new Set([405, 426, 501])

/**
 * By status alone. A 5xx or a redirect says nothing sure about whether a visible effect took place (a proxy may speak for a server that went
 * on working), so it counts as unknown there.
 */
export function failureOfStatus({ response, json }: ApiAnswer, request: HttpRequest, { effect, now }: Pick<ApiCall, 'effect' | 'now'>): NetworkFailure {
  const { status, headers } = response
  const describe = (code: StudioErrorCode, retryable = false): StudioError => studioError(code, messageOf(request, status, json), { retryable, details: detailsOf(request, status, json) })
  if (status === 429) {
    const until = retryAfter(headers, now())
    const error = describe('rate_limited', true)
    return { kind: 'rate_limited', until, error: { ...error, details: { ...error.details, until } } }
  }
  if (status === 401) return { kind: 'auth_revoked', error: describe('auth_revoked') }
  if (status === 413) return { kind: 'rejected', error: describe('media_too_large') }
  if (unknownCalls.has(status)) return { kind: 'rejected', error: describe('unexpected_answer') }
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'rejected', error: describe('rejected') }
  if (effect === 'visible') return { kind: 'unknown_outcome', error: describe('server_error', true) }
  return status >= 500 || status === 408 ? { kind: 'server_error', error: describe('server_error', true) } : { kind: 'bug', error: describe('unexpected_answer') }
}

function messageOf(request: HttpRequest, status: number, json: unknown): string {
  const reason = reasonOf(json)
  return `${request.method} ${redactAddress(request.url)} answered ${status}${reason === '' ? '' : `: ${reason}`}`
}

function detailsOf(request: HttpRequest, status: number, json: unknown): NonNullable<StudioError['details']> {
  const reason = reasonOf(json)
  return { host: hostOf(request), status, ...(reason === '' ? {} : { reason }) }
}

/** What the server says about it, short and without anything that looks like a secret. Networks call it `message`, `error` or `error_description`. */
export function reasonOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return ''
  for (const key of ['message', 'error_description', 'error']) {
    const value: unknown = Reflect.get(json, key)
    if (typeof value === 'string' && value !== '') return redactText(value).slice(0, 300)
  }
  return ''
}

function hostOf(request: HttpRequest): string {
  return URL.canParse(request.url) ? new URL(request.url).host : ''
}
