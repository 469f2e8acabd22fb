import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpRequest, HttpResult } from '../../../electron/engine/http/http-client.ts'
import { httpAnswer, startRawServer, type RawServer } from '../../support/raw-server.ts'

const servers: RawServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const client = createHttpClient({ log: silent, userAgent: 'Vigie/test' })

async function serve(answerFor: (path: string, method: string) => string): Promise<RawServer> {
  const server = await startRawServer((socket, soFar) => {
    const [method = '', path = ''] = soFar.split(' ')
    if (soFar.includes('\r\n\r\n')) socket.end(answerFor(path, method))
  })
  servers.push(server)
  return server
}

const send = (method: HttpRequest['method'], url: string, signed = false): Promise<HttpResult> =>
  client.send({ method, url, signed, timeout: 2000, headers: signed ? { authorization: 'Bearer top-secret' } : {}, ...(method === 'POST' ? { body: '{}' } : {}) })

const redirect = (status: number, location: string): string => httpAnswer(status, { location, connection: 'close' })

describe('redirects', () => {
  it('are followed for reads and say where the address moved for good', async () => {
    const server = await serve((path) => {
      if (path === '/a') return redirect(301, '/b')
      if (path === '/b') return redirect(302, '/c')
      return httpAnswer(200, {}, path)
    })
    const result = await send('GET', `${server.url}/a`)
    expect(result).toMatchObject({ ok: true, response: { status: 200, url: `${server.url}/c`, movedTo: `${server.url}/b` } })
  })

  it('stop at five, so also a loop ends', async () => {
    let asked = 0
    const server = await serve(() => {
      asked += 1
      return redirect(302, '/again')
    })
    const result = await send('GET', `${server.url}/again`)
    expect(result).toMatchObject({ ok: false, failure: { sent: 'maybe', error: { code: 'unexpected_answer', details: { reason: 'redirects' } } } })
    expect(asked).toBe(6)
  })

  it('of a signed call never lead to another origin', async () => {
    const other = await serve(() => httpAnswer(200, {}, 'gotcha'))
    const server = await serve(() => redirect(307, `${other.url}/steal`))
    for (const method of ['GET', 'POST'] as const) {
      expect(await send(method, server.url, true)).toMatchObject({ ok: false, failure: { sent: 'maybe', error: { code: 'address_refused', details: { reason: 'cross_origin_redirect' } } } })
    }
    expect(other.received).toEqual([])
  })

  it('of a signed call are followed within the origin', async () => {
    const server = await serve((path, method) => (path === '/' ? redirect(308, '/x') : httpAnswer(200, {}, `${method} ${path}`)))
    expect(await send('POST', server.url, true)).toMatchObject({ ok: true, response: { status: 200, url: `${server.url}/x` } })
    expect(server.received[1]).toContain('top-secret')
  })

  it.each([301, 302, 303])('%i does not turn a write into a read', async (status) => {
    const server = await serve(() => redirect(status, '/list'))
    expect(await send('POST', server.url)).toMatchObject({ ok: true, response: { status } })
    expect(server.received).toHaveLength(1)
  })

  it.each(['http://192.0.2.1/', 'file:///etc/passwd', 'http://example.org/', 'https://user:pass@example.org/', 'gopher://x'])('never lead to %s', async (location) => {
    const server = await serve(() => redirect(302, location))
    expect(await send('GET', server.url)).toMatchObject({ ok: false, failure: { sent: 'maybe', error: { code: 'address_refused' } } })
  })

  it('that name no address are given back as they are', async () => {
    const server = await serve(() => redirect(302, 'https://['))
    expect(await send('GET', server.url)).toMatchObject({ ok: true, response: { status: 302 } })
  })
})
