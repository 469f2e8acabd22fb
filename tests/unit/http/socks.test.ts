import { createServer as createTlsServer } from 'node:https'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import tls from 'node:tls'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpRequest, HttpResult } from '../../../electron/engine/http/http-client.ts'
import type { Route } from '../../../electron/engine/http/route.ts'
import { httpAnswer, startRawServer } from '../../support/raw-server.ts'
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

const lines: string[] = []
const log = { info: (...words: unknown[]) => void lines.push(JSON.stringify(words)), warning: (...words: unknown[]) => void lines.push(JSON.stringify(words)), error: (...words: unknown[]) => void lines.push(JSON.stringify(words)) }

function send(request: Partial<HttpRequest> & { url: string }, port: number): Promise<HttpResult> {
  const routes: readonly Route[] = [{ kind: 'socks', host: '127.0.0.1', port, version: 5 }]
  const client = createHttpClient({ log, userAgent: 'Vigie/test', loopbackIsAllowed: true, findRoutes: async () => routes })
  cleanUps.push(() => client.close())
  return client.send({ method: 'POST', signed: true, timeout: 1_500, ...(request.method === undefined ? { body: '{"a":1}' } : {}), ...request })
}

function outcome(result: HttpResult): unknown {
  if (result.ok) return { status: result.response.status, body: new TextDecoder().decode(result.response.body) }
  const { sent, error } = result.failure
  return { sent, code: error.code, reason: error.details?.['reason'] }
}

interface Habits {
  /** What it answers to the greeting. */
  readonly method?: readonly number[]
  readonly reply?: number
  /** Sent right behind the reply. */
  readonly tooEarly?: string
  /** Each byte by itself, as a slow line brings them. */
  readonly byByte?: boolean
  /** Where a name leads that only the proxy knows. */
  readonly port?: number
}

/** A small SOCKS proxy (RFC 1928): it keeps the addresses that it was asked for. */
async function startSocks({ method = [5, 0], reply = 0, tooEarly = '', byByte = false, port: led }: Habits = {}): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = []
  const write = async (socket: Socket, bytes: readonly number[]): Promise<void> => {
    for (const part of byByte ? bytes.map((byte) => [byte]) : [bytes]) {
      socket.write(Uint8Array.from(part))
      if (byByte) await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const server = createServer((socket) => {
    let isGreeted = false
    socket.on('error', () => undefined)
    socket.on('data', function read(chunk: Buffer) {
      if (!isGreeted) {
        isGreeted = true
        void write(socket, method)
        return
      }
      socket.off('data', read)
      const kind = chunk[3]
      const host = kind === 3 ? chunk.subarray(5, 5 + chunk[4]!).toString() : chunk.subarray(4, -2).toString('hex')
      const port = chunk.readUInt16BE(chunk.byteLength - 2)
      asked.push(`${kind} ${host}:${port}`)
      const there = connect(led ?? port, '127.0.0.1', () => void write(socket, [5, reply, 0, 1, 127, 0, 0, 1, 0, 80, ...Buffer.from(tooEarly)]).then(() => socket.pipe(there).pipe(socket)))
      there.on('error', () => socket.destroy())
      socket.on('close', () => there.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => server.close())
  return { port: (server.address() as AddressInfo).port, asked }
}

async function startNetwork(): Promise<{ port: number; received: string[] }> {
  const received: string[] = []
  const server = createTlsServer(selfSignedCertificate, (request, response) => {
    request.on('data', (chunk: Buffer) => received.push(`${request.method} ${request.url} ${chunk.toString()}`))
    request.on('end', () => response.writeHead(201).end('made'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, received }
}

describe('a call through a SOCKS proxy', () => {
  beforeAll(() => {
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, selfSignedCertificate.cert])
    return () => tls.setDefaultCACertificates(before)
  })

  it.each([false, true])('goes once, encrypted to the server, whose name the proxy resolves (byte by byte: %s)', async (byByte) => {
    const network = await startNetwork()
    const proxy = await startSocks({ byByte })
    expect(outcome(await send({ url: `https://localhost:${network.port}/statuses`, headers: { authorization: 'Bearer t0ken' } }, proxy.port))).toEqual({ status: 201, body: 'made' })
    expect(network.received).toEqual(['POST /statuses {"a":1}'])
    expect(proxy.asked).toEqual([`3 localhost:${network.port}`])
  })

  it('gives an address as its bytes, and reads a public text without https', async () => {
    const plain = await startRawServer((socket, soFar) => {
      if (soFar.includes('\r\n\r\n')) socket.end(httpAnswer(200, {}, '<rss/>'))
    })
    cleanUps.push(() => plain.stop())
    const proxy = await startSocks({ port: plain.port })
    const read = { method: 'GET', signed: false, plainHttp: 'allowed' } as const
    expect(outcome(await send({ ...read, url: 'http://feeds.vigie.test/feed?x=1' }, proxy.port))).toEqual({ status: 200, body: '<rss/>' })
    expect(outcome(await send({ ...read, url: 'http://192.0.2.7:81/feed' }, proxy.port))).toEqual({ status: 200, body: '<rss/>' })
    expect(outcome(await send({ ...read, url: 'http://[2001:db8::7]/feed' }, proxy.port))).toEqual({ status: 200, body: '<rss/>' })
    expect(proxy.asked).toEqual(['3 feeds.vigie.test:80', '1 c0000207:81', '4 20010db8000000000000000000000007:80'])
    expect(plain.received[0]).toMatch(/^GET \/feed\?x=1 HTTP\/1\.1\r\n/)
  })

  it.each<[string, Habits, string]>([
    ['wants a login', { method: [5, 255] }, 'proxy_login'],
    ['insists on a login of its own choice', { method: [5, 2] }, 'proxy'],
    ['speaks another version', { method: [4, 0] }, 'proxy'],
    ['does not let it through', { reply: 2 }, 'proxy'],
    ['speaks before the server could', { tooEarly: 'HTTP/1.1 200 OK' }, 'proxy']
  ])('is not sent where the proxy %s', async (_, habits, reason) => {
    const network = await startNetwork()
    const proxy = await startSocks(habits)
    expect(outcome(await send({ url: `https://localhost:${network.port}/` }, proxy.port))).toEqual({ sent: 'no', code: 'unreachable', reason })
    expect(network.received).toEqual([])
  })

  it('is not sent where the proxy closes, or says nothing', async () => {
    const closing = await startRawServer((socket) => socket.end())
    const silent = await startRawServer(() => undefined)
    cleanUps.push(() => closing.stop(), () => silent.stop())
    expect(outcome(await send({ url: 'https://localhost:9/' }, closing.port))).toEqual({ sent: 'no', code: 'unreachable', reason: 'cut' })
    expect(outcome(await send({ url: 'https://localhost:9/', timeout: 300 }, silent.port))).toMatchObject({ sent: 'no', code: 'timeout' })
  })
})
