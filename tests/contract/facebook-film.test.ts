import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import type { FakeNetwork } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const identity = { handle: '@atelier', displayName: 'Atelier', remoteId: fakePageId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const isFinish = ({ method, path, json }: { method: string; path: string; json: Readonly<Record<string, unknown>> }): boolean => method === 'POST' && path.endsWith('/videos') && json['upload_phase'] === 'finish'
const asksFilm = ({ method, path }: { method: string; path: string }): boolean => method === 'GET' && path.endsWith('/900')
const says = (film: object): Fault => ({ name: 'says', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: '900', ...film })) })
const refused = (code: number): Fault => ({ name: String(code), isDone: false, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: 'because', type: 'OAuthException', code } })) })
/** A proxy delivers it twice: the first is taken, and what comes back is the refusal of the second. */
const secondIsRefused: Fault = { ...refused(6000), isDone: true }
const film = { media: [videoOf()] }

describe('a film on Facebook', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  beforeEach(async () => {
    later = 0
    network = createFakeFacebook()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createFacebookAdapter({ http, clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl })
    session = createSession('facebook', { ...identity, serverUrl: server.url }, writeFacebookSecret({ clientId: '4711', accessToken: 'top-secret-access', tasks: null, accessEndsAt: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const publish = (text: string, more: object) => adapter.publisher.publish(session, draftOf(text, more), intent)
  const find = (text: string, more: object) => {
    later = 90_000
    return adapter.publisher.findPublished(session, draftOf(text, more), { ...intent, sentAt: Date.now() })
  }

  it('a film whose last call arrived twice is not called refused: it is out, or nobody knows, and it is asked by its number', async () => {
    server.spoil(isFinish, secondIsRefused)
    expect(valueOf(await publish('Un phare', film))).toMatchObject({ remoteId: expect.stringMatching(/^1001_\d+$/) })
    expect(network.visible()).toEqual(['Un phare'])
    server.spoil((request) => isFinish(request), secondIsRefused)
    const { answer: honest } = network
    network.answer = (request, origin) => (asksFilm(request) ? { status: 200, json: { id: '900', published: false, status: { video_status: 'processing' } } } : honest(request, origin))
    expect(failureKind(await publish('Une jetée', film))).toBe('unknown_outcome')
    network.answer = honest
    const before = server.requests.length
    expect(valueOf(await find('Une jetée', film))).toMatchObject({ remoteId: expect.stringMatching(/^1001_\d+$/) })
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(['/v26.0/900'])
  })

  it('a film that says itself that it is not out was refused', async () => {
    server.spoil(isFinish, refused(368))
    expect(failureKind(await publish('Un phare', film))).toBe('rejected')
    expect(network.visible()).toEqual([])
    const sentAt = Date.now()
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Un phare', film), { ...intent, sentAt }))).toBe('cannot_tell')
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Un phare', film), { ...intent, sentAt }))).toBe('none')
  })

  it('after a crash a film is asked by the number that was kept; one that was never told to come out is not there', async () => {
    const kept: string[] = []
    const isOut = (): boolean => network.visible().length > 0
    await adapter.publisher.publish(session, draftOf('Un phare', film), { ...intent, keepBegun: (token) => void kept.push(`${token} ${isOut()}`) })
    expect(kept).toEqual(['900 false'])
    adapter = createFacebookAdapter({ http, clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl })
    const before = server.requests.length
    const look = (begun: string | null) => adapter.publisher.findPublished(session, draftOf('Un phare', film), { ...intent, sentAt: Date.now(), begun })
    expect(valueOf(await look('900'))).toMatchObject({ remoteId: expect.stringMatching(/^1001_\d+$/) })
    expect(valueOf(await look(null))).toBe('none')
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(['/v26.0/900'])
  })

  it('a film whose number cannot be kept is not told to come out', async () => {
    await expect(adapter.publisher.publish(session, draftOf('Un phare', film), { ...intent, keepBegun: () => { throw new Error('a full disk') } })).rejects.toThrow('a full disk')
    expect(network.visible()).toEqual([])
  })

  it('a film is known by the name of its post alone: until Facebook tells it, it is asked again, and no refusal of that question ends it', async () => {
    server.spoil(asksFilm, says({ published: true, status: { video_status: 'processing' } }), 2)
    const { pending } = valueOf(await publish('Un phare', film))
    expect(pending).toMatchObject({ token: '900' })
    const resume = () => adapter.publisher.resume!(session, draftOf('Un phare', film), pending!.token)
    expect(valueOf(await resume()).pending).toMatchObject({ token: '900' })
    server.spoil(asksFilm, refused(100), 1)
    expect(failureKind(await resume())).toBe('unknown_outcome')
    expect(valueOf(await resume())).toMatchObject({ remoteId: expect.stringMatching(/^1001_\d+$/) })
    server.spoil(asksFilm, says({ published: false, status: { video_status: 'error' } }), 1)
    expect(failureKind(await resume())).toBe('rejected')
  })
})
