import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import { draftOf, pictureOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

let http: ClosableHttpClient
let server: HostileServer
let elsewhere: Server
const arrivedElsewhere: string[] = []

afterEach(async () => {
  http.close()
  await server.stop()
  elsewhere.closeAllConnections()
  await new Promise((resolve) => elsewhere.close(resolve))
  arrivedElsewhere.length = 0
})

/** Everything that an adapter asks for, and another server that writes down whatever reaches it. */
async function rig(under: AdapterUnderTest) {
  server = await startHostileServer(under.createNetwork())
  elsewhere = createServer((message, response) => {
    const head = `${message.url ?? ''} ${JSON.stringify(message.headers)}`
    message.setEncoding('utf8').reduce((text: string, chunk: string) => text + chunk, head).then((text) => {
      arrivedElsewhere.push(text)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    }, () => response.destroy())
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  const asked: HttpRequest[] = []
  const watched: HttpClient = { send: (request) => (asked.push(request), http.send({ ...request, timeout: 2_000 })) }
  const adapter = under.createAdapter({ http: watched, clock: { now: () => Date.now(), after: () => () => undefined } })
  const away = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  return { adapter, asked, session: under.createSession(server.url, adapter), away }
}

/** As it stands, and as Basic logins write it. */
function holdsSecret(text: string): boolean {
  return text.includes('top-secret') || [...text.matchAll(/[\w+/=-]{16,}/g)].some(([word]) => Buffer.from(word, 'base64').toString('latin1').includes('top-secret'))
}

function written({ url, headers, body }: HttpRequest): string {
  return `${url} ${JSON.stringify(headers ?? {})} ${typeof body === 'string' ? body : ''}`
}

describe('a secret stays with the server that it is for', () => {
  it.each(adaptersUnderTest)('$name: each call that carries one is marked as signed', async (under) => {
    const { adapter, asked, session } = await rig(under)
    const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
    await adapter.publisher.publish(session, draftOf('Bonjour', { title: 'Bonjour', media: [under.fileOf?.('phare') ?? pictureOf('un point')] }), intent)
    await adapter.publisher.findPublished(session, draftOf('Bonjour', { title: 'Bonjour' }), { ...intent, sentAt: Date.now() })
    await adapter.connect.whoAmI(session)
    await adapter.inbox?.fetchSince(session, null)
    // The first renewal may be refused, and another way be taken then.
    server.spoil(() => true, { name: 'expired', isDone: false, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"ExpiredToken"}') }, 1)
    if (adapter.connect.kind !== 'by_hand') await adapter.connect.renew?.(session)
    await adapter.connect.revoke(session)
    expect(asked.filter((request) => holdsSecret(written(request))).length).toBeGreaterThan(0)
    expect(asked.filter((request) => !request.signed && holdsSecret(written(request))).map(({ method, url }) => `${method} ${url}`)).toEqual([])
  })

  const typed: Readonly<Record<string, (url: string) => { readonly serverUrl: string; readonly identifier: string; readonly appPassword: string }>> = {
    Bluesky: (serverUrl) => ({ serverUrl, identifier: 'lea.test', appPassword: 'top-secret-password' }),
    WordPress: (serverUrl) => ({ serverUrl, identifier: 'lea', appPassword: 'top-secret-password' }),
    Discourse: (url) => ({ serverUrl: `${url}/c/5`, identifier: 'lea', appPassword: 'top-secret-password' }),
    Telegram: (serverUrl) => ({ serverUrl, identifier: '@atelier', appPassword: '110201543:top-secret-token-of-the-bot-of-lea' }),
    Discord: (url) => ({ serverUrl: url, identifier: '', appPassword: `${url}/api/webhooks/223704706495545344/top-secret-token-of-the-webhook` })
  }
  it.each(adaptersUnderTest.filter(({ name }) => name in typed))('$name: a login whose server leads elsewhere hands the password to nobody else', async (under) => {
    const { adapter, asked, away } = await rig(under)
    // As a server does that has moved; what was written is asked to be written once more.
    server.spoil(({ method, path }) => method === 'POST' || !/^\/(?:wp-json\/?)?$/.test(path), { name: 'elsewhere', isDone: false, spoil: (response) => void response.writeHead(307, { location: `${away}/there` }).end() })
    if (adapter.connect.kind !== 'app_password') throw new Error('no password is asked for')
    const opened = await adapter.connect.connect({ ...typed[under.name]!(server.url), signal: new AbortController().signal })
    expect(opened.ok).toBe(false)
    expect(asked.filter((request) => holdsSecret(written(request))).length).toBeGreaterThan(0)
    expect(arrivedElsewhere).toEqual([])
  })
})
