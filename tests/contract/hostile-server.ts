import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeAnswer, FakeNetwork, FakeRequest } from './fake-network.ts'

/** What goes wrong, and whether the network had done its work by then. */
export interface Fault {
  readonly name: string
  readonly isDone: boolean
  /** Answers in place of the network; `honest` is what it would have said. */
  spoil(response: ServerResponse, honest: FakeAnswer | null): void
}

export interface HostileServer {
  readonly url: string
  /** Everything that arrived. */
  readonly requests: readonly FakeRequest[]
  /** From now on the requests that fit go wrong, so many times. */
  spoil(fits: (request: FakeRequest) => boolean, fault: Fault, times?: number): void
  /** From now on each request is delivered to the network twice, as by a proxy that repeats. */
  deliverTwice(): void
  stop(): Promise<void>
}

export async function startHostileServer(network: FakeNetwork): Promise<HostileServer> {
  const requests: FakeRequest[] = []
  let trap: { fits: (request: FakeRequest) => boolean; fault: Fault; left: number } | null = null
  let isTwice = false

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message)
    requests.push(request)
    const origin = `http://${message.headers.host ?? ''}`
    const fault = trap !== null && trap.left > 0 && trap.fits(request) ? trap.fault : null
    if (fault !== null && trap !== null) trap.left -= 1
    if (isTwice) network.answer(request, origin)
    const honest = fault === null || fault.isDone ? network.answer(request, origin) : null
    if (fault !== null) fault.spoil(response, honest)
    else if (honest !== null) send(response, honest)
  }

  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => send(response, { status: 599, json: { error: String(error) } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    spoil: (fits, fault, times = Number.POSITIVE_INFINITY) => void (trap = { fits, fault, left: times }),
    deliverTwice: () => void (isTwice = true),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

async function readRequest(message: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const text = body.toString()
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://localhost')
  return { method: message.method ?? '', path: decodeURIComponent(pathname), query: searchParams, headers: headersOf(message), text, bytes: body.byteLength, json: jsonOf(text) }
}

/** As a fake network reads them. */
export function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

/** The body when it is JSON; `{}` otherwise. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function send(response: ServerResponse, { status, json, headers = {} }: FakeAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(json))
}

const refuse = (status: number, json: unknown, headers: Record<string, string> = {}): Fault['spoil'] => (response) => send(response, { status, json, headers })
const html = (status: number): Fault['spoil'] => (response) => void response.writeHead(status, { 'content-type': 'text/html' }).end('<html><h1>Bad Gateway</h1></html>')

/** The network says no before it does anything. */
export const refusals = {
  unauthorised: { name: '401', isDone: false, spoil: refuse(401, { error: 'The access token was revoked', message: 'no' }) },
  slowDown: { name: '429 with Retry-After', isDone: false, spoil: refuse(429, { error: 'RateLimitExceeded', message: 'Too many requests' }, { 'retry-after': '120' }) },
  slowDownSilently: { name: '429 without Retry-After', isDone: false, spoil: refuse(429, { error: 'Too many requests' }) },
  forbidden: { name: '403', isDone: false, spoil: refuse(403, { error: 'This action is not allowed', code: 'rest_forbidden', message: 'This action is not allowed' }) },
  unprocessable: { name: '422', isDone: false, spoil: refuse(422, { error: 'Validation failed', message: 'Validation failed' }) },
  gone: { name: '404', isDone: false, spoil: refuse(404, { error: 'Record not found', message: 'Record not found' }) }
} as const satisfies Record<string, Fault>

/** The network does not want the file that it is handed. */
export const fileRefusals = {
  tooLarge: { name: '413', isDone: false, spoil: refuse(413, { error: 'PayloadTooLarge', message: 'request entity too large' }) },
  wrongKind: { name: '422', isDone: false, spoil: refuse(422, { error: 'File type is not supported', message: 'File type is not supported' }) },
  wrongType: { name: '415', isDone: false, spoil: refuse(415, { error: 'File type is not supported', message: 'File type is not supported' }) }
} as const satisfies Record<string, Fault>

/** The interface is no longer what it was. */
export const changedInterfaces = {
  notThatWay: { name: '405', isDone: false, spoil: refuse(405, { error: 'Method Not Allowed', message: 'Method Not Allowed' }) },
  upgrade: { name: '426', isDone: false, spoil: refuse(426, { error: 'Upgrade Required', message: 'Upgrade Required' }) },
  notImplemented: { name: '501', isDone: false, spoil: refuse(501, { error: 'MethodNotImplemented', message: 'Method Not Implemented' }) }
} as const satisfies Record<string, Fault>

/** Nobody can tell from these whether the network did something: `isDone` says what is true. */
export function riddles(isDone: boolean): readonly Fault[] {
  const half = (response: ServerResponse, honest: FakeAnswer | null): void => {
    const body = JSON.stringify(honest?.json ?? { some: 'answer' })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length + 10) })
    response.write(body.slice(0, Math.floor(body.length / 2)))
    setTimeout(() => response.destroy(), 5)
  }
  const say = (body: string) => (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  return [
    { name: '500', isDone, spoil: refuse(500, { error: 'InternalServerError', message: 'Internal Server Error' }) },
    { name: '502 with a page', isDone, spoil: html(502) },
    { name: '503', isDone, spoil: refuse(503, { error: 'Remote data could not be fetched' }) },
    { name: '504 with a page', isDone, spoil: html(504) },
    { name: 'a page with 200', isDone, spoil: html(200) },
    { name: 'a redirect', isDone, spoil: (response) => void response.writeHead(302, { location: '/login' }).end() },
    { name: 'no answer', isDone, spoil: () => undefined },
    { name: 'connection cut', isDone, spoil: (response) => void response.socket?.resetAndDestroy() },
    { name: 'half an answer', isDone, spoil: half },
    { name: 'an empty answer', isDone, spoil: say('') },
    { name: 'null', isDone, spoil: say('null') },
    { name: 'wrong types', isDone, spoil: say('{"id":{},"uri":7,"cid":[],"status":[],"slug":1}') },
    { name: 'a list', isDone, spoil: say('[1,2,3]') }
  ]
}

/** A 200 with what the network said and more that nobody knows yet. */
export const unknownFields: Fault = {
  name: 'unknown fields',
  isDone: true,
  spoil: (response, honest) => send(response, { ...(honest ?? { status: 200 }), json: withMore(honest?.json) })
}

function withMore(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withMore)
  if (typeof json !== 'object' || json === null) return json
  return { ...Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withMore(value)])), brand_new_field: { deep: [1, null] } }
}
