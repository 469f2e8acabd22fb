import { createServer as createTlsServer, type Server } from 'node:https'
import { connect, createServer, type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpRequest, HttpResult } from '../../../electron/engine/http/http-client.ts'
import { direct, type Route } from '../../../electron/engine/http/route.ts'
import { httpAnswer, startRawServer } from '../../support/raw-server.ts'
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

const proxyAt = (port: number): Route => ({ kind: 'proxy', host: '127.0.0.1', port, isSecured: false })

function send(request: Partial<HttpRequest> & { url: string }, routes: readonly Route[]): Promise<HttpResult> {
  const client = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test', loopbackIsAllowed: true, findRoutes: async () => routes })
  cleanUps.push(() => client.close())
  const post = request.method === undefined ? { body: '{"a":1}' } : {}
  return client.send({ method: 'POST', signed: true, timeout: 1_500, ...post, ...request })
}

function outcome(result: HttpResult): unknown {
  if (result.ok) return { status: result.response.status, body: new TextDecoder().decode(result.response.body) }
  const { sent, error } = result.failure
  return { sent, code: error.code, reason: error.details?.['reason'] }
}

/** A proxy that lets every tunnel through, and keeps what it saw before it. */
async function startProxy(): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = []
  const server = await startRawServer((socket, soFar) => {
    if (!soFar.endsWith('\r\n\r\n') || !soFar.startsWith('CONNECT ')) return
    seen.push(soFar)
    socket.removeAllListeners('data')
    const there = connect(Number(/^CONNECT [^:]+:(\d+) /.exec(soFar)?.[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(there).pipe(socket)
    })
    there.on('error', () => socket.destroy())
    socket.on('close', () => there.destroy())
  })
  cleanUps.push(() => server.stop())
  return { port: server.port, seen }
}

/** A proxy that gives one answer to everything. */
async function startStubborn(status: number): Promise<{ port: number; received: string[] }> {
  const server = await startRawServer((socket, soFar) => {
    if (soFar.includes('\r\n\r\n')) socket.end(httpAnswer(status, {}, 'no'))
  })
  cleanUps.push(() => server.stop())
  return server
}

async function startNetwork(handle: Parameters<typeof createTlsServer>[1]): Promise<{ url: string; server: Server }> {
  const server = createTlsServer(selfSignedCertificate, handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, server }
}

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('a call through a proxy', () => {
  beforeAll(() => {
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, selfSignedCertificate.cert])
    return () => tls.setDefaultCACertificates(before)
  })

  it('goes through a tunnel, of which the proxy sees the server’s name and nothing else', async () => {
    const received: string[] = []
    const { url } = await startNetwork((request, response) => {
      request.on('data', (chunk: Buffer) => received.push(`${request.method} ${request.url} ${request.headers.authorization} ${chunk.toString()}`))
      request.on('end', () => response.writeHead(201).end('made'))
    })
    const proxy = await startProxy()
    const result = await send({ url: `${url}/statuses?a=b`, headers: { authorization: 'Bearer t0ken' } }, [proxyAt(proxy.port)])
    expect(outcome(result)).toEqual({ status: 201, body: 'made' })
    expect(received).toEqual(['POST /statuses?a=b Bearer t0ken {"a":1}'])
    expect(proxy.seen).toHaveLength(1)
    expect(proxy.seen[0]).toMatch(new RegExp(`^CONNECT ${url.slice('https://'.length)} HTTP/1.1\r\n`))
    expect(proxy.seen[0]).not.toMatch(/t0ken|statuses/)
  })

  it.each([
    [403, 'proxy'],
    [502, 'proxy'],
    [407, 'proxy_login']
  ])('is not sent when the proxy answers %i in place of the server', async (status, reason) => {
    const proxy = await startStubborn(status)
    expect(outcome(await send({ url: 'https://localhost:9/' }, [proxyAt(proxy.port)]))).toEqual({ sent: 'no', code: 'unreachable', reason })
  })

  it('takes the next way when the first is closed, once', async () => {
    let requests = 0
    const { url } = await startNetwork((_request, response) => {
      requests += 1
      response.end('yes')
    })
    const stubborn = await startStubborn(503)
    const proxy = await startProxy()
    const result = await send({ url }, [proxyAt(await closedPort()), proxyAt(stubborn.port), proxyAt(proxy.port), direct])
    expect(outcome(result)).toEqual({ status: 200, body: 'yes' })
    expect({ requests, tunnels: proxy.seen.length }).toEqual({ requests: 1, tunnels: 1 })
  })

  it('is perhaps sent when the server goes without an answer, and is not tried by another way', async () => {
    let requests = 0
    const { url } = await startNetwork((request) => {
      requests += 1
      request.socket.destroy()
    })
    const proxy = await startProxy()
    expect(outcome(await send({ url }, [proxyAt(proxy.port), direct]))).toMatchObject({ sent: 'maybe', code: 'unreachable' })
    expect(requests).toBe(1)
  })

  it('is not sent through a proxy that says nothing, or is of a kind we do not speak to', async () => {
    const silent = await startRawServer(() => undefined)
    cleanUps.push(() => silent.stop())
    expect(outcome(await send({ url: 'https://localhost:9/', timeout: 300 }, [proxyAt(silent.port)]))).toEqual({ sent: 'no', code: 'timeout', reason: 'no_answer' })
    expect(outcome(await send({ url: 'https://localhost:9/' }, [{ kind: 'unknown_proxy', name: 'SOCKS6' }]))).toEqual({ sent: 'no', code: 'unreachable', reason: 'proxy' })
  })

  it('asks the proxy itself for a public text without https', async () => {
    const proxy = await startRawServer((socket, soFar) => {
      if (soFar.includes('\r\n\r\n')) socket.end(httpAnswer(200, {}, '<rss/>'))
    })
    cleanUps.push(() => proxy.stop())
    const result = await send({ method: 'GET', signed: false, plainHttp: 'allowed', privateAddresses: 'refused', url: 'http://feeds.vigie.test/feed?x=1' }, [proxyAt(proxy.port)])
    expect(outcome(result)).toEqual({ status: 200, body: '<rss/>' })
    expect(proxy.received[0]).toMatch(/^GET http:\/\/feeds\.vigie\.test\/feed\?x=1 HTTP\/1\.1\r\n/)
    expect(proxy.received[0]).toMatch(/\r\nhost: feeds\.vigie\.test\r\n/i)
  })

  it('hears that a proxy wants a login from a plain one, too', async () => {
    const proxy = await startStubborn(407)
    const result = await send({ method: 'GET', signed: false, plainHttp: 'allowed', url: 'http://feeds.vigie.test/feed' }, [proxyAt(proxy.port)])
    expect(outcome(result)).toEqual({ sent: 'no', code: 'unreachable', reason: 'proxy_login' })
  })
})

it('is not sent to a server behind a proxy whose certificate nobody vouches for', async () => {
  let requests = 0
  const { url } = await startNetwork((_request, response) => {
    requests += 1
    response.end()
  })
  const proxy = await startProxy()
  expect(outcome(await send({ url }, [proxyAt(proxy.port)]))).toEqual({ sent: 'no', code: 'unreachable', reason: 'certificate' })
  expect(requests).toBe(0)
})
