import { afterAll, beforeAll } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { BrowserLogin } from '../../electron/engine/networks/network-connect.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, valueOf, type TestSession } from '../support/adapter-session.ts'
import type { BlueskyPerson } from './bluesky-person.ts'
import { browsePds } from './bluesky/browse-pds.ts'
import { startBlueskyServer, type BlueskyServer } from './start-bluesky-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const signal = new AbortController().signal
const redirectUri = 'http://127.0.0.1:48123/vigie'
export const twoWeeks = 14 * 86_400_000

export interface BlueskyLoginRig {
  readonly server: BlueskyServer
  readonly http: HttpClient
  readonly adapter: NetworkAdapter
  readonly lea: BlueskyPerson
  readonly tom: BlueskyPerson
  /** The same adapter over another way to the network; it knows nothing of the first one's calls. */
  adapterOver(http: HttpClient, now?: () => number): NetworkAdapter
  begin(name?: string, over?: NetworkAdapter, serverUrl?: string): ReturnType<BrowserLogin['begin']>
  /** Signs in at the login page and gives what comes back to this computer. */
  browse(loginUrl: string, name?: string, allows?: boolean): Promise<URLSearchParams>
  complete(pending: string, back: URLSearchParams, over?: NetworkAdapter): ReturnType<BrowserLogin['complete']>
  logIn(name?: string): Promise<TestSession>
}

/** A real PDS with Léa and Tom on it, for the tests of one block; ready when they begin. */
export function useBlueskyLoginRig(): BlueskyLoginRig {
  const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
  let server: BlueskyServer
  let adapter: NetworkAdapter
  let people: { readonly lea: BlueskyPerson; readonly tom: BlueskyPerson }
  beforeAll(async () => {
    server = await startBlueskyServer()
    adapter = rig.adapterOver(http)
    people = { lea: await server.createPerson('lea'), tom: await server.createPerson('tom') }
  })
  afterAll(() => server?.stop())

  const rig: BlueskyLoginRig = {
    http,
    get server() {
      return server
    },
    get adapter() {
      return adapter
    },
    get lea() {
      return people.lea
    },
    get tom() {
      return people.tom
    },
    adapterOver: (client, now = () => Date.now()) =>
      createBlueskyAdapter({ http: client, clock: { now, after: () => () => undefined }, random: systemRandom, appViewDid: server.appViewDid, chatDid: server.chatDid, plcUrl: server.plcUrl }),
    begin: (name = 'lea.test', over = adapter, serverUrl = server.url) => over.browserLogin!.begin({ serverUrl, identifier: name, redirectUri, app: null, signal }),
    async browse(loginUrl, name = 'lea', allows = true) {
      const location = await browsePds(loginUrl, { handle: `${name}.test`, password: `password of ${name}`, allows })
      if (!location.startsWith(`${redirectUri}?`)) throw new Error(`the login leads to ${location}`)
      return new URL(location).searchParams
    },
    complete: (pending, back, over = adapter) => over.browserLogin!.complete({ pending, code: back.get('code') ?? '', issuer: back.get('iss'), signal }),
    async logIn(name = 'lea') {
      const { loginUrl, pending } = valueOf(await rig.begin(`${name}.test`))
      const { identity, secret } = valueOf(await rig.complete(pending, await rig.browse(loginUrl, name)))
      return createSession('bluesky', identity, secret)
    }
  }
  return rig
}

/** The network, but with what it answers to these requests changed on the way. */
export function withAnswers(http: HttpClient, path: string, change: (body: string) => string): HttpClient {
  return {
    async send(request) {
      const result = await http.send(request)
      if (!result.ok || !request.url.includes(path)) return result
      return { ok: true, response: { ...result.response, body: new TextEncoder().encode(change(new TextDecoder().decode(result.response.body))) } }
    }
  }
}

/** The network, but the answers to these requests never arrive. */
export function losingAnswers(http: HttpClient, path: string): HttpClient {
  return {
    async send(request) {
      const result = await http.send(request)
      const isLost = request.url.endsWith(path) && result.ok && result.response.status === 200
      return isLost ? { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } : result
    }
  }
}

/** The network, and the last part of every address that was asked. */
export function counting(http: HttpClient): { readonly client: HttpClient; readonly calls: string[] } {
  const calls: string[] = []
  return { calls, client: { send: (request) => (calls.push(request.url.split('/').at(-1)!), http.send(request)) } }
}
