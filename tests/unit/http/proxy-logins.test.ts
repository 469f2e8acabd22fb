import { createServer as createTlsServer } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpRequest, HttpResult } from '../../../electron/engine/http/http-client.ts'
import { createProxyLogins } from '../../../electron/engine/http/proxy-logins.ts'
import type { Route } from '../../../electron/engine/http/route.ts'
import { startLoginProxy, startLoginSocks, startOldSocks, type TestProxy } from '../../support/login-proxies.ts'
import { httpAnswer, startRawServer } from '../../support/raw-server.ts'
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})
beforeAll(() => {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, selfSignedCertificate.cert])
  return () => tls.setDefaultCACertificates(before)
})

const name = 'zoé'
const password = 'p:ss wörd'

async function kept<Kept extends TestProxy>(starting: Promise<Kept>): Promise<Kept> {
  const proxy = await starting
  cleanUps.push(() => proxy.stop())
  return proxy
}

/** The engine's client with its logins and a keychain, on one way. */
function rig(route: Route, keychain = new Map<string, string>()) {
  const lines: string[] = []
  const sought: string[] = []
  let changes = 0
  let isLocked = false
  const locked = (): Result<never> => fail(studioError('keychain_timeout', 'locked'))
  const logins = createProxyLogins({
    secrets: {
      get: async (reference) => (sought.push(reference), isLocked ? locked() : succeed(keychain.get(reference) ?? null)),
      put: async (reference, secret) => (isLocked ? locked() : (keychain.set(reference, secret), succeed(null))),
      delete: async (reference) => (keychain.delete(reference), succeed(null))
    },
    onChange: () => void (changes += 1)
  })
  const say = (text: string): void => void lines.push(text)
  const client = createHttpClient({ log: { info: say, warning: say, error: say }, userAgent: 'Vigie/test', loopbackIsAllowed: true, findRoutes: async () => [route], proxyLogins: logins })
  cleanUps.push(() => client.close())
  const send = async (request: Partial<HttpRequest> & { url: string }): Promise<unknown> => outcome(await client.send({ method: 'POST', signed: true, timeout: 2_000, ...(request.method === undefined ? { body: '{"a":1}' } : {}), ...request }))
  return { send, logins, keychain, lines, sought, changes: () => changes, lock: (next: boolean) => void (isLocked = next), state: () => logins.list().map(({ state }) => state), id: () => logins.list()[0]!.id }
}

function outcome(result: HttpResult): unknown {
  if (result.ok) return { status: result.response.status, body: new TextDecoder().decode(result.response.body) }
  const { sent, error } = result.failure
  return { sent, code: error.code, reason: error.details?.['reason'] }
}

const wanted = { sent: 'no', code: 'unreachable', reason: 'proxy_login' }
const made = { status: 201, body: 'made' }
const http = (port: number): Route => ({ kind: 'proxy', host: '127.0.0.1', port, isSecured: false })
const socks = (port: number, version: 4 | 5 = 5): Route => ({ kind: 'socks', host: '127.0.0.1', port, version })

async function startNetwork(): Promise<{ url: string; received: string[] }> {
  const received: string[] = []
  const server = createTlsServer(selfSignedCertificate, (request, response) => {
    request.on('data', (chunk: Buffer) => received.push(`${request.method} ${request.url} ${String(request.headers['proxy-authorization'])} ${chunk.toString()}`))
    request.on('end', () => response.writeHead(201).end('made'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => (server.closeAllConnections(), server.close()))
  return { url: `https://localhost:${(server.address() as AddressInfo).port}/statuses`, received }
}

it('asks once for a proxy’s login, keeps it in the keychain alone, and signs in with every further call at once', async () => {
  const network = await startNetwork()
  const proxy = await kept(startLoginProxy(() => `${name}:${password}`))
  const { send, logins, keychain, lines, sought, state, changes, id } = rig(http(proxy.port))
  expect(await Promise.all([send({ url: network.url }), send({ url: network.url })])).toEqual([wanted, wanted])
  expect(await send({ url: network.url })).toEqual(wanted)
  expect({ changes: changes(), sought: sought.length, list: logins.list() }).toEqual({ changes: 1, sought: 1, list: [{ id: `http:127.0.0.1:${proxy.port}`, place: `127.0.0.1:${proxy.port}`, state: 'wanted' }] })

  expect(await logins.signIn(id(), { name, password })).toEqual(succeed(null))
  proxy.heard.length = 0
  expect(await send({ url: network.url })).toEqual(made)
  expect(await send({ url: network.url })).toEqual(made)
  expect(state()).toEqual(['known'])
  // No detour by a refusal, and nothing of it for the server.
  expect(proxy.heard).toHaveLength(2)
  expect(network.received).toEqual(['POST /statuses undefined {"a":1}', 'POST /statuses undefined {"a":1}'])
  expect([...keychain]).toEqual([[`proxy:${id()}`, JSON.stringify({ name, password })]])
  expect(JSON.stringify([lines, logins.list()])).not.toMatch(/zoé|wörd|em/)
})

it('finds the login in the keychain after a restart, for plain texts too', async () => {
  const plain = await startRawServer((socket, soFar) => {
    if (soFar.includes('\r\n\r\n')) socket.end(httpAnswer(200, {}, '<rss/>'))
  })
  cleanUps.push(() => plain.stop())
  const proxy = await kept(startLoginProxy(() => 'a:b'))
  const { send, state } = rig(http(proxy.port), new Map([[`proxy:http:127.0.0.1:${proxy.port}`, '{"name":"a","password":"b"}']]))
  const read = { method: 'GET', signed: false, plainHttp: 'allowed', url: `http://127.0.0.1:${plain.port}/feed` } as const
  expect(await send(read)).toEqual({ status: 200, body: '<rss/>' })
  expect(state()).toEqual(['known'])
})

it('tries a wrong login once, however many calls wait, and asks again', async () => {
  const network = await startNetwork()
  let allowed = 'a:right'
  const proxy = await kept(startLoginProxy(() => allowed))
  const { send, logins, state, id } = rig(http(proxy.port))
  await send({ url: network.url })
  await logins.signIn(id(), { name: 'a', password: 'wrong' })
  expect(state()).toEqual(['given'])
  proxy.heard.length = 0
  expect(await Promise.all(Array.from({ length: 5 }, () => send({ url: network.url })))).toEqual(Array.from({ length: 5 }, () => wanted))
  expect(proxy.heard.filter((head) => /proxy-authorization/i.test(head))).toHaveLength(1)
  expect(state()).toEqual(['wrong'])
  await logins.signIn(id(), { name: 'a', password: 'right' })
  expect(await Promise.all([send({ url: network.url }), send({ url: network.url })])).toEqual([made, made])
  expect(state()).toEqual(['known'])
  // It was changed there.
  allowed = 'a:newer'
  expect(await send({ url: network.url })).toEqual(wanted)
  expect(state()).toEqual(['wrong'])
  allowed = ''
  expect(await send({ url: network.url })).toEqual(made)
  expect(logins.list()).toEqual([])
})

it('says so where the proxy knows only ways that Vigie does not speak, and gives nothing to it', async () => {
  const network = await startNetwork()
  const proxy = await kept(startLoginProxy(() => 'a:b', 'NTLM, Digest realm="basic", Negotiate'))
  const { send, sought, state } = rig(http(proxy.port))
  expect(await send({ url: network.url })).toEqual({ ...wanted, reason: 'proxy_login_kind' })
  expect({ state: state(), sought }).toEqual({ state: ['unsupported'], sought: [] })
})

it('takes Basic where it is one of several ways', async () => {
  const network = await startNetwork()
  const proxy = await kept(startLoginProxy(() => 'a:b', 'NTLM, Basic realm="x"'))
  const { send, logins, id } = rig(http(proxy.port))
  await send({ url: network.url })
  await logins.signIn(id(), { name: 'a', password: 'b' })
  expect(await send({ url: network.url })).toEqual(made)
})

it('asks the keychain again when it did not answer, and gives nothing to a proxy that never asked', async () => {
  const network = await startNetwork()
  const proxy = await kept(startLoginProxy(() => 'a:b'))
  const { send, logins, lock, state, id } = rig(http(proxy.port), new Map([[`proxy:http:127.0.0.1:${proxy.port}`, '{"name":"a","password":"b"}']]))
  expect(await logins.signIn('http:elsewhere:1', { name: 'a', password: 'b' })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  lock(true)
  expect(await send({ url: network.url })).toEqual(wanted)
  expect(await logins.signIn(id(), { name: 'a', password: 'b' })).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
  lock(false)
  expect(await send({ url: network.url })).toEqual(made)
  expect(state()).toEqual(['known'])
})

it('forgets a login where somebody says so', async () => {
  const network = await startNetwork()
  const proxy = await kept(startLoginProxy(() => 'a:b'))
  const { send, logins, keychain, state, id } = rig(http(proxy.port))
  await send({ url: network.url })
  await logins.signIn(id(), { name: 'a', password: 'b' })
  await send({ url: network.url })
  expect(await logins.forget(id())).toEqual(succeed(null))
  expect([...keychain]).toEqual([])
  expect(await send({ url: network.url })).toEqual(wanted)
  expect(state()).toEqual(['wanted'])
})

it('signs in to a proxy of SOCKS 5, and hears that a login was wrong or that it knows other ways alone', async () => {
  const network = await startNetwork()
  const proxy = await kept(startLoginSocks(`${name}:${password}`))
  const { send, logins, state, id } = rig(socks(proxy.port))
  expect(await send({ url: network.url })).toEqual(wanted)
  await logins.signIn(id(), { name, password: 'wrong' })
  expect(await send({ url: network.url })).toEqual(wanted)
  expect(state()).toEqual(['wrong'])
  await logins.signIn(id(), { name, password })
  expect(await send({ url: network.url })).toEqual(made)
  expect(proxy.heard).toEqual([`${name}:wrong`, `${name}:${password}`])

  const kerberos = await kept(startLoginSocks('', 1))
  const other = rig(socks(kerberos.port))
  expect(await other.send({ url: network.url })).toEqual(wanted)
  await other.logins.signIn(other.id(), { name, password })
  expect(await other.send({ url: network.url })).toEqual({ ...wanted, reason: 'proxy_login_kind' })
  expect(kerberos.heard).toEqual([])
})

it('goes through a proxy of SOCKS 4 by address, and by name where only the proxy knows it', async () => {
  const network = await startNetwork()
  const { port } = new URL(network.url)
  const proxy = await kept(startOldSocks())
  expect(await rig(socks(proxy.port, 4)).send({ url: network.url })).toEqual(made)
  expect(proxy.heard).toEqual([`4 127.0.0.1  ${port}`])

  const plain = await startRawServer((socket, soFar) => {
    if (soFar.includes('\r\n\r\n')) socket.end(httpAnswer(200, {}, '<rss/>'))
  })
  cleanUps.push(() => plain.stop())
  const named = await kept(startOldSocks({ port: plain.port }))
  const read = { method: 'GET', signed: false, plainHttp: 'allowed' } as const
  expect(await rig(socks(named.port, 4)).send({ ...read, url: 'http://feeds.vigie.test/feed' })).toEqual({ status: 200, body: '<rss/>' })
  expect(named.heard).toEqual(['4 0.0.0.1 feeds.vigie.test 80'])
})

it.each<[string, Parameters<typeof startOldSocks>[0], string]>([
  ['knows no names', { knowsNames: false }, 'http://feeds.vigie.test/feed'],
  ['refuses', { reply: 92 }, 'http://127.0.0.1:9/feed'],
  ['can only speak of older addresses', {}, 'http://[2001:db8::7]/feed']
])('is not sent where a proxy of SOCKS 4 %s', async (_, habits, url) => {
  const proxy = await kept(startOldSocks(habits))
  expect(await rig(socks(proxy.port, 4)).send({ method: 'GET', signed: false, plainHttp: 'allowed', url })).toEqual({ sent: 'no', code: 'unreachable', reason: 'proxy' })
})

it('waits for a proxy of SOCKS 4 no longer than for any other', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => silent.close())
  expect(await rig(socks((silent.address() as AddressInfo).port, 4)).send({ method: 'GET', url: 'https://localhost:9/', timeout: 300 })).toMatchObject({ sent: 'no', code: 'timeout' })
})
