import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import type { Reach } from './check-address.ts'
import { createGuardedLookup } from './guarded-lookup.ts'
import { nodeSockets } from './node-sockets.ts'
import { readBody } from './read-body.ts'

/** One request and its answer, without redirects. */
export interface ExchangeRequest {
  readonly url: URL
  readonly reach: Reach
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly maxBytes: number
  readonly connectTimeout: number
  readonly signal: AbortSignal
}

export interface ExchangeAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** `cause` is what Node threw. `sent` as in HttpFailure: known from the socket, not guessed from the error. */
export type ExchangeResult =
  | { readonly ok: true; readonly answer: ExchangeAnswer }
  | { readonly ok: false; readonly sent: 'no' | 'maybe'; readonly wasReused: boolean; readonly cause: unknown }

export const connectTimeoutCode = 'VIGIE_CONNECT_TIMEOUT'

export interface Exchanger {
  exchange(request: ExchangeRequest): Promise<ExchangeResult>
  close(): void
}

/**
 * Node's own http, not `fetch`: it alone tells when the connection stood, and so whether anything can have been sent; and it lets us choose
 * the address that a name is resolved to. Only reads share kept connections: a write on one that the server is just closing would end
 * in "perhaps sent".
 */
export function createExchanger(): Exchanger {
  const agents = new Map<string, Agent>()

  function agentFor({ url, reach, method }: ExchangeRequest): Agent {
    const isRead = method === 'GET' || method === 'HEAD'
    // Kept connections are shared only among requests that may go to the same addresses.
    const key = `${url.protocol} ${isRead ? reach.join(',') : 'write'}`
    const known = agents.get(key)
    if (known !== undefined) return known
    const options = { keepAlive: isRead, maxSockets: 32, maxFreeSockets: 8, timeout: 15_000 }
    const { http, https } = nodeSockets
    const agent = url.protocol === 'https:' ? new (https().Agent)(options) : new (http().Agent)(options)
    agents.set(key, agent)
    return agent
  }

  function start(request: ExchangeRequest): ClientRequest {
    const options: RequestOptions = {
      method: request.method,
      headers: { ...request.headers, ...(request.body === null ? {} : { 'content-length': String(request.body.byteLength) }) },
      agent: agentFor(request),
      lookup: createGuardedLookup(request.reach),
      signal: request.signal
    }
    return request.url.protocol === 'https:' ? nodeSockets.https().request(request.url, options) : nodeSockets.http().request(request.url, options)
  }

  return {
    exchange: (request) => run(start(request), request),
    close() {
      for (const agent of agents.values()) agent.destroy()
      agents.clear()
    }
  }
}

function run(call: ClientRequest, request: ExchangeRequest): Promise<ExchangeResult> {
  return new Promise((resolve) => {
    let sent: 'no' | 'maybe' = 'no'
    let isAnswered = false
    const tooLong = setTimeout(() => call.destroy(Object.assign(new Error('no connection in time'), { code: connectTimeoutCode })), request.connectTimeout)
    const connected = (): void => {
      clearTimeout(tooLong)
      sent = 'maybe'
    }
    const fail = (cause: unknown): void => {
      clearTimeout(tooLong)
      call.destroy()
      resolve({ ok: false, sent, wasReused: call.reusedSocket, cause })
    }
    call.on('socket', (socket) => {
      const isSecured = 'encrypted' in socket
      if (!socket.connecting && (!isSecured || call.reusedSocket)) connected()
      else socket.once(isSecured ? 'secureConnect' : 'connect', connected)
    })
    // A server may answer and close before it has read everything: the answer counts, not the broken pipe.
    call.on('error', (error) => {
      if (!isAnswered) fail(error)
    })
    call.on('response', (response) => {
      isAnswered = true
      connected()
      readBody(response, request.maxBytes).then(
        (body) => resolve({ ok: true, answer: { status: response.statusCode ?? 0, headers: headersOf(response), body } }),
        fail
      )
    })
    call.end(request.body ?? undefined)
  })
}

function headersOf(response: IncomingMessage): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}
