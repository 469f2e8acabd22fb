import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import type { Reach } from './check-address.ts'
import { connectTimedOut } from './connect-timeout.ts'
import type { StreamedBody } from './http-client.ts'
import { createGuardedLookup } from './guarded-lookup.ts'
import { nodeSockets } from './node-sockets.ts'
import { basicLogin } from './basic-login.ts'
import type { ExchangeResult } from './exchange-result.ts'
import { httpRefusal, ProxyRefusal } from './proxy-refusal.ts'
import type { ProxyLogin } from './proxy-login.ts'
import type { ProxyLogins } from './proxy-logins.ts'
import { checkReachBehindProxy, openPlainTunnel, openTunnel } from './proxy-tunnel.ts'
import { readBody } from './read-body.ts'
import type { Proxy, Route } from './route.ts'

/** One request and its answer, without redirects. */
export interface ExchangeRequest {
  readonly url: URL
  readonly reach: Reach
  readonly route: Route
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | StreamedBody | null
  /** Told of each piece of a streamed body that the connection took. */
  readonly onPiece: () => void
  readonly maxBytes: number
  readonly connectTimeout: number
  readonly signal: AbortSignal
}

export interface Exchanger {
  exchange(request: ExchangeRequest): Promise<ExchangeResult>
  close(): void
}

/**
 * Node's own http, not `fetch`: it alone tells when the connection stood, and so whether anything can have been sent; and it lets us choose
 * the address that a name is resolved to. Only reads share kept connections: a write on one that the server is just closing would end
 * in "perhaps sent".
 */
export function createExchanger(logins?: Pick<ProxyLogins, 'run'>): Exchanger {
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
    const options: RequestOptions = { ...optionsOf(request), agent: agentFor(request), lookup: createGuardedLookup(request.reach) }
    return request.url.protocol === 'https:' ? nodeSockets.https().request(request.url, options) : nodeSockets.http().request(request.url, options)
  }

  function byRoute(request: ExchangeRequest): Promise<ExchangeResult> {
    const { route } = request
    if (route.kind === 'direct') return run(start(request), request, 'no')
    if (route.kind === 'unknown_proxy') return Promise.resolve({ ok: false, sent: 'no', wasReused: false, cause: new ProxyRefusal(0) })
    return logins === undefined ? throughProxy(request, route, null) : logins.run(route, (login) => throughProxy(request, route, login))
  }

  return {
    exchange: byRoute,
    close() {
      for (const agent of agents.values()) agent.destroy()
      agents.clear()
    }
  }
}

/**
 * Through a proxy, with a connection of its own each time. https goes through a tunnel, so the proxy sees no more than the server's name, and what it says of the tunnel
 * is never taken for an answer of the server. Plain http (public texts) is asked of the proxy itself, and goes through SOCKS like anything else.
 */
async function throughProxy(request: ExchangeRequest, route: Proxy, login: ProxyLogin | null): Promise<ExchangeResult> {
  try {
    await checkReachBehindProxy(request.url, request.reach)
    if (request.url.protocol === 'https:') {
      const tunnel = await openTunnel(route, { ...request, login })
      return await run(nodeSockets.https().request(request.url, { ...optionsOf(request), createConnection: () => tunnel }), request, 'maybe')
    }
    if (route.kind === 'socks') {
      const plain = await openPlainTunnel(route, { ...request, login })
      // Nothing comes before the request is written, which is when somebody reads again.
      plain.resume()
      return await run(nodeSockets.http().request(request.url, { ...optionsOf(request), createConnection: () => plain }), request, 'maybe')
    }
    const direct = optionsOf(request)
    const options = { ...direct, headers: { ...direct.headers, ...basicLogin(login) }, host: route.host, port: route.port, path: request.url.href, agent: false as const }
    const { http, https } = nodeSockets
    const result = await run(route.isSecured ? https().request(options) : http().request(options), request, 'no')
    return result.ok && result.answer.status === 407 ? { ok: false, sent: 'no', wasReused: false, cause: httpRefusal(407, result.answer.headers['proxy-authenticate']) } : result
  } catch (cause) {
    return { ok: false, sent: 'no', wasReused: false, cause }
  }
}

function optionsOf(request: ExchangeRequest): RequestOptions {
  const length = request.body === null ? {} : { 'content-length': String(request.body.byteLength) }
  return { method: request.method, headers: { host: request.url.host, ...request.headers, ...length }, signal: request.signal }
}

/** `atFirst`: whether anything can have been sent before the call's own socket says so. */
function run(call: ClientRequest, request: ExchangeRequest, atFirst: 'no' | 'maybe'): Promise<ExchangeResult> {
  return new Promise((resolve) => {
    let sent = atFirst
    let isAnswered = false
    const tooLong = setTimeout(() => call.destroy(connectTimedOut()), request.connectTimeout)
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
      if (!socket.connecting && (!isSecured || call.reusedSocket || atFirst === 'maybe')) connected()
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
    const { body } = request
    if (body === null || body instanceof Uint8Array) call.end(body ?? undefined)
    else {
      writePieces(call, body, request.onPiece).catch((cause: unknown) => {
        if (!isAnswered) fail(cause)
      })
    }
  })
}

/** Piece by piece, as fast as the connection takes them. */
async function writePieces(call: ClientRequest, body: StreamedBody, onPiece: () => void): Promise<void> {
  for await (const piece of body.pieces()) {
    if (call.destroyed) return
    if (!call.write(piece)) await drained(call)
    onPiece()
  }
  call.end()
}

function drained(call: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      call.off('drain', goOn)
      call.off('close', goOn)
      resolve()
    }
    call.on('drain', goOn)
    call.on('close', goOn)
  })
}

function headersOf(response: IncomingMessage): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}
