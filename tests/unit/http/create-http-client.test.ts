import { createServer as createTlsServer } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient, type HttpClientOptions } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpRequest, HttpResult } from '../../../electron/engine/http/http-client.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { httpAnswer, startRawServer, type RawServer } from '../../support/raw-server.ts'
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

const logged: string[] = []
function newClient(options: Partial<HttpClientOptions> = {}): ClosableHttpClient {
  logged.length = 0
  const note = (text: string): void => void logged.push(text)
  const client = createHttpClient({ log: { info: note, warning: note, error: note }, userAgent: 'Vigie/test', ...options })
  cleanUps.push(() => client.close())
  return client
}

async function start(...args: Parameters<typeof startRawServer>): Promise<RawServer> {
  const server = await startRawServer(...args)
  cleanUps.push(() => server.stop())
  return server
}

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({ method: 'GET', url, signed: false, timeout: 400, ...more })
const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({ method: 'POST', url, signed: true, body: '{"a":1}', timeout: 400, ...more })

function failureOf(result: HttpResult): { sent: string; code: string; reason: unknown } {
  if (result.ok) throw new Error(`expected a failure, got ${result.response.status}`)
  const { sent, error } = result.failure
  return { sent, code: error.code, reason: error.details?.['reason'] }
}

function bodyOf(result: HttpResult): string {
  if (!result.ok) throw new Error(result.failure.error.message)
  return new TextDecoder().decode(result.response.body)
}

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('the http client', () => {
  it('sends method, body and headers, and gives the answer with lower-case names', async () => {
    const server = await start((socket, soFar) => {
      if (soFar.endsWith('{"a":1}')) socket.end(httpAnswer(201, { 'X-One': 'yes' }, 'made'))
    })
    const result = await newClient().send(post(`${server.url}/x?y=1`, { headers: { Authorization: 'Bearer t' } }))
    expect(bodyOf(result)).toBe('made')
    expect(result).toMatchObject({ ok: true, response: { status: 201, headers: { 'x-one': 'yes' }, url: `${server.url}/x?y=1` } })
    expect(server.received[0]).toMatch(/^POST \/x\?y=1 HTTP\/1.1\r\n/)
    expect(server.received[0]).toMatch(/user-agent: Vigie\/test\r\n/i)
    expect(server.received[0]).toMatch(/content-length: 7\r\n/i)
  })

  it('writes a form as multipart', async () => {
    const server = await start((socket, soFar) => {
      if (soFar.endsWith('--\r\n')) socket.end(httpAnswer(200))
    })
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' }), 'a.png')
    form.append('description', 'une photo')
    await newClient().send(post(server.url, { body: form }))
    expect(server.received[0]).toMatch(/content-type: multipart\/form-data; boundary=/i)
    expect(server.received[0]).toContain('name="file"; filename="a.png"\r\nContent-Type: image/png')
    expect(server.received[0]).toContain('une photo')
  })

  it('unpacks gzip', async () => {
    const packed = gzipSync('bonjour')
    const server = await start((socket) => {
      socket.write(httpAnswer(200, { 'content-encoding': 'gzip', 'content-length': String(packed.length) }))
      socket.end(packed)
    })
    expect(bodyOf(await newClient().send(get(server.url)))).toBe('bonjour')
  })

  describe('knows whether anything can have been sent', () => {
    it('no: connection refused', async () => {
      const result = await newClient().send(post(`http://127.0.0.1:${await closedPort()}/`))
      expect(failureOf(result)).toEqual({ sent: 'no', code: 'unreachable', reason: 'refused' })
    })

    it('no: the server has no certificate that can be trusted', async () => {
      let requests = 0
      const server = createTlsServer(selfSignedCertificate, (_request, response) => {
        requests += 1
        response.end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      cleanUps.push(() => new Promise((resolve) => server.close(resolve)))
      const { port } = server.address() as AddressInfo
      const result = await newClient().send(post(`https://127.0.0.1:${port}/`))
      expect(failureOf(result)).toEqual({ sent: 'no', code: 'unreachable', reason: 'certificate' })
      expect(requests).toBe(0)
    })

    it('no: the encrypted connection is cut before it stands', async () => {
      const server = await start((socket) => socket.destroy())
      const result = await newClient().send(post(server.url.replace('http:', 'https:')))
      expect(failureOf(result)).toMatchObject({ sent: 'no', code: 'unreachable' })
    })

    it('no: taken back before it began', async () => {
      const server = await start((socket) => socket.end(httpAnswer(200)))
      const result = await newClient().send(post(server.url, { signal: AbortSignal.abort() }))
      expect(failureOf(result)).toEqual({ sent: 'no', code: 'engine_stopped', reason: 'aborted' })
      expect(server.received).toEqual([])
    })

    it('maybe: the server never answers', async () => {
      const server = await start(() => undefined)
      expect(failureOf(await newClient().send(post(server.url)))).toEqual({ sent: 'maybe', code: 'timeout', reason: 'no_answer' })
      expect(server.received[0]).toContain('{"a":1}')
    })

    it('maybe: reset before the request was read', async () => {
      const server = await start(() => undefined, (socket) => setTimeout(() => socket.resetAndDestroy(), 5))
      expect(failureOf(await newClient().send(post(server.url, { body: 'x'.repeat(3_000_000) })))).toMatchObject({ sent: 'maybe', code: 'unreachable', reason: 'cut' })
    })

    it('maybe: reset after the request was read', async () => {
      const server = await start((socket, soFar) => {
        if (soFar.endsWith('{"a":1}')) socket.resetAndDestroy()
      })
      expect(failureOf(await newClient().send(post(server.url)))).toEqual({ sent: 'maybe', code: 'unreachable', reason: 'cut' })
    })

    it('maybe: the answer breaks off', async () => {
      const server = await start((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":'))
      expect(failureOf(await newClient().send(post(server.url)))).toEqual({ sent: 'maybe', code: 'unreachable', reason: 'cut' })
    })

    it('maybe: a chunked answer breaks off', async () => {
      const server = await start((socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"id"\r\n'))
      expect(failureOf(await newClient().send(post(server.url)))).toMatchObject({ sent: 'maybe', reason: 'cut' })
    })

    it('maybe: the answer is no HTTP', async () => {
      const server = await start((socket) => socket.end('220 smtp.example ESMTP\r\n'))
      expect(failureOf(await newClient().send(post(server.url)))).toMatchObject({ sent: 'maybe', code: 'unexpected_answer' })
    })

    it('maybe: a packed answer breaks off', async () => {
      const packed = gzipSync('bonjour'.repeat(100)).subarray(0, 20)
      const server = await start((socket) => {
        socket.write(httpAnswer(200, { 'content-encoding': 'gzip', 'content-length': '20' }))
        socket.end(packed)
      })
      expect(failureOf(await newClient().send(post(server.url)))).toMatchObject({ sent: 'maybe', code: 'unexpected_answer' })
    })
  })

  it('gives up on a server that answers one byte at a time', async () => {
    const server = await start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n')
      const drip = setInterval(() => socket.write('x'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    // The whole answer would take twenty seconds.
    expect(failureOf(await newClient().send(get(server.url)))).toMatchObject({ sent: 'maybe', code: 'timeout' })
  })

  it('cuts off an endless answer, announced or not, packed or not', async () => {
    const endless = await start((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const pour = (): void => {
        while (!socket.destroyed && socket.write('x'.repeat(65_536))) { /* until the buffer is full */ }
      }
      socket.on('drain', pour)
      pour()
    })
    const announced = await start((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\n\r\n'))
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const packed = await start((socket) => {
      socket.write(httpAnswer(200, { 'content-encoding': 'gzip', 'content-length': String(bomb.length) }))
      socket.end(bomb)
    })
    for (const { url } of [endless, announced, packed]) {
      expect(failureOf(await newClient().send(get(url, { maxBytes: 100_000, timeout: 3000 })))).toEqual({ sent: 'maybe', code: 'unexpected_answer', reason: 'too_large' })
    }
  })

  it('takes the answer of a server that closes before it has read everything', async () => {
    const server = await start((socket, soFar) => {
      if (soFar.length > 10 && !socket.writableEnded) socket.end(httpAnswer(413, {}, 'too big'))
    })
    const result = await newClient().send(post(server.url, { body: 'x'.repeat(60_000), timeout: 2000 }))
    expect(result).toMatchObject({ ok: true, response: { status: 413 } })
  })

  it('makes a read once more when the kept connection was just closed', async () => {
    let connections = 0
    const server = await start(
      (socket, soFar) => {
        if (soFar.split('GET ').length === 2) socket.write(httpAnswer(200, {}, 'a'))
        else socket.destroy()
      },
      () => (connections += 1)
    )
    const client = newClient()
    expect(bodyOf(await client.send(get(server.url)))).toBe('a')
    expect(bodyOf(await client.send(get(server.url)))).toBe('a')
    expect(connections).toBe(2)
  })

  it('never sends a write on a kept connection', async () => {
    let connections = 0
    const server = await start((socket) => socket.write(httpAnswer(200)), () => (connections += 1))
    const client = newClient()
    for (let i = 0; i < 3; i += 1) await client.send(post(server.url))
    expect(connections).toBe(3)
  })

  it('refuses everything while it is told to, before anything leaves', async () => {
    const server = await start((socket) => socket.end(httpAnswer(200)))
    const client = newClient({ refuse: () => studioError('offline', 'working offline', { retryable: true }) })
    expect(failureOf(await client.send(post(server.url)))).toMatchObject({ sent: 'no', code: 'offline' })
    expect(server.received).toEqual([])
  })

  it('shows no secret in log or error', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl'
    const server = await start((socket) => socket.destroy())
    const client = newClient()
    const results = [
      await client.send(post(`${server.url}/a?access_token=${token}&code=abc`, { headers: { authorization: `Bearer ${token}` } })),
      await client.send(post(`https://user:hunter2hunter2@127.0.0.1:1/`)),
      await client.send(post(`http://nowhere.example/bot12345:AAExampleTokenExampleTokenExampleToken12/x`))
    ]
    const texts = [...logged, ...results.map((result) => JSON.stringify(result))].join('\n')
    expect(logged).toHaveLength(3)
    for (const secret of [token, 'abc', 'hunter2', 'AAExample']) expect(texts).not.toContain(secret)
  })
})
