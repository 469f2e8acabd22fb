import type { ServerResponse } from 'node:http'
import type { FakeAnswer } from '../../contract/fake-network.ts'
import type { NetworkKind } from './torture-network.ts'

/** What a fault may do with one request. */
export interface FaultTools {
  readonly response: ServerResponse
  /** Lets the network do what it was asked for. */
  apply(): FakeAnswer
  /** The true time of the networks' world. */
  now(): number
  /** Runs after so many ms of the networks' time; also when hours are skipped. */
  later(delay: number, work: () => void): void
  /** The client's process dies now, in the middle of this request. */
  killClient(): void
  /** A number in [0, 1) that is always the same for this request. */
  readonly fraction: number
}

export type Fault = (tools: FaultTools) => void

const second = 1000

export function sendAnswer(response: ServerResponse, { status, json, headers = {} }: FakeAnswer): void {
  if (response.destroyed) return
  const isPage = typeof json === 'string'
  response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json', ...headers })
  response.end(isPage ? json : JSON.stringify(json))
}

/** Some answers have none. */
function bodyOf({ json }: FakeAnswer): string {
  return json === undefined ? '' : JSON.stringify(json)
}

const reset = (response: ServerResponse): void => void response.socket?.resetAndDestroy()
const page = (status: number): FakeAnswer => ({ status, json: `<html><h1>${status} Bad Gateway</h1></html>` })
const failure = (status: number): FakeAnswer => ({ status, json: { error: 'InternalServerError', code: 'internal_server_error', message: 'Internal Server Error' } })

/** Beyond every time-out there is: 60 s of the engine's time is the longest. */
const tooLong = 90 * second

function half({ response, apply, later }: FaultTools, end: () => void): void {
  const body = bodyOf(apply())
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) })
  response.write(body.slice(0, Math.floor(body.length / 2)))
  later(300, end)
}

function drip({ response, apply, later }: FaultTools): void {
  const body = bodyOf(apply())
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) })
  const next = (at: number): void => {
    if (response.destroyed) return
    response.write(body.slice(at, at + 1))
    if (at < body.length) later(3 * second, () => next(at + 1))
  }
  next(0)
}

/** The network says no, and does nothing. */
export const refusals: Readonly<Record<string, Fault>> = {
  'slow down, in seconds': ({ response, fraction }) => sendAnswer(response, { status: 429, json: { error: 'RateLimitExceeded' }, headers: { 'retry-after': String(20 + Math.round(fraction * 70)) } }),
  'slow down, until': ({ response, fraction, now }) =>
    sendAnswer(response, { status: 429, json: { error: 'RateLimitExceeded' }, headers: { 'retry-after': new Date(now() + 20_000 + fraction * 70_000).toUTCString() } }),
  'slow down, silently': ({ response }) => sendAnswer(response, { status: 429, json: { error: 'Too many requests' } })
}

/** In the words of the network. */
export const refusalsOf: Partial<Readonly<Record<NetworkKind, Readonly<Record<string, Fault>>>>> = {
  own_feed: {
    'throttled for some minutes': ({ response, fraction }) =>
      sendAnswer(response, {
        status: 400,
        json: { error: { message: 'Page request limit reached', type: 'OAuthException', code: 32 } },
        headers: { 'x-business-use-case-usage': JSON.stringify({ '1': [{ type: 'pages', call_count: 100, total_cputime: 20, total_time: 20, estimated_time_to_regain_access: 1 + Math.round(fraction * 3) }] }) }
      }),
    'an unknown error, undone': ({ response }) => sendAnswer(response, { status: 400, json: { error: { message: 'An unknown error has occurred.', type: 'OAuthException', code: 1, is_transient: true } } })
  },
  upload: {
    'too much at once': ({ response }) => sendAnswer(response, { status: 403, json: { error: { code: 403, message: 'slow down', errors: [{ domain: 'usageLimits', reason: 'userRateLimitExceeded', message: 'slow down' }] } }, headers: { 'retry-after': '45' } })
  }
}

/** Nobody can tell from these whether the network did something, and it did not. */
export const riddlesUndone: Readonly<Record<string, Fault>> = {
  'reset before anything': ({ response }) => reset(response),
  'no answer at all': ({ response, later }) => later(tooLong, () => reset(response)),
  '500, undone': ({ response }) => sendAnswer(response, failure(500)),
  '502 with a page, undone': ({ response }) => sendAnswer(response, page(502)),
  '503, undone': ({ response }) => sendAnswer(response, failure(503)),
  'a page with 200, undone': ({ response }) => sendAnswer(response, page(200)),
  'a login page instead': ({ response }) => sendAnswer(response, { status: 302, json: '', headers: { location: '/login' } }),
  'killed when it arrived': ({ killClient }) => killClient()
}

/** The same, and it did. */
export const riddlesDone: Readonly<Record<string, Fault>> = {
  'reset after it was done': ({ response, apply }) => {
    apply()
    reset(response)
  },
  'done, and no answer': ({ response, apply, later }) => {
    apply()
    later(tooLong, () => reset(response))
  },
  'done, answered after the time-out': ({ response, apply, later }) => {
    const answer = apply()
    later(tooLong, () => sendAnswer(response, answer))
  },
  'done late, cut before': ({ response, apply, later, fraction }) => {
    later(Math.round(fraction * 40 * second), apply)
    reset(response)
  },
  'done late, no answer': ({ response, apply, later, fraction }) => {
    later(Math.round(fraction * 25 * second), apply)
    later(tooLong, () => reset(response))
  },
  '500, done': ({ response, apply }) => {
    apply()
    sendAnswer(response, failure(500))
  },
  '502 with a page, done': ({ response, apply }) => {
    apply()
    sendAnswer(response, page(502))
  },
  'half an answer': (tools) => half(tools, () => reset(tools.response)),
  'half of the JSON': ({ response, apply }) => {
    const body = bodyOf(apply())
    response.writeHead(200, { 'content-type': 'application/json' }).end(body.slice(0, Math.floor(body.length * 0.6)))
  },
  'slow loris': drip,
  'killed when it was done': ({ apply, killClient }) => {
    apply()
    killClient()
  },
  'killed at half an answer': (tools) => half(tools, tools.killClient)
}

/** Nothing is wrong with the answer. */
export const oddities: Readonly<Record<string, Fault>> = {
  'delivered twice': ({ response, apply }) => {
    apply()
    sendAnswer(response, apply())
  },
  'slow, in time': ({ response, apply, later, fraction }) => {
    const answer = apply()
    later(Math.round(fraction * 10 * second), () => sendAnswer(response, answer))
  }
}
