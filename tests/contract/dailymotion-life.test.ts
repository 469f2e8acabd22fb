import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import { createDailymotionAdapter } from '../../electron/engine/networks/dailymotion/dailymotion-adapter.ts'
import { dailymotionApiUrl, dailymotionTokenUrl } from '../../electron/engine/networks/dailymotion/dailymotion-options.ts'
import { writeDailymotionSecret } from '../../electron/engine/networks/dailymotion/dailymotion-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf, videoOf, type TestSession } from '../support/adapter-session.ts'
import { createFakeDailymotion, fakeProfileId } from './fake-dailymotion.ts'
import type { FakeNetwork } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const film = draftOf('Voir https://exemple.fr #phare', { title: '  Le phare ', media: [videoOf('phare.mp4', 1500)] })
const key = { apiKey: 'key-of-the-channel', apiSecret: 'top-secret-secret' }
const refusal = (status: number, code: string): Fault => ({ name: code, isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code, message: 'because', details: {} } })) })

describe('what Dailymotion alone does', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: TestSession
  /** What the login server was asked. */
  let asked: URLSearchParams[] = []
  let profiles: readonly object[] = []
  const now = Date.now()

  beforeEach(async () => {
    asked = []
    profiles = [{ profile_id: fakeProfileId, name: 'Atelier' }, { profile_id: 'x9', name: 'Boutique' }]
    network = createFakeDailymotion()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    const json = (request: HttpRequest, status: number, value: unknown): Awaited<ReturnType<HttpClient['send']>> => ({ ok: true, response: { status, headers: {}, url: request.url, body: new TextEncoder().encode(JSON.stringify(value)) } })
    const door: HttpClient = {
      async send(request) {
        if (request.url === `${dailymotionApiUrl}/v2/me`) return json(request, 200, { user_id: 'u1', profiles })
        if (request.url !== `${dailymotionTokenUrl}/v2/token`) return http.send(request)
        const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
        asked.push(form)
        return form.get('client_secret') === key.apiSecret ? json(request, 200, { access_token: `access-${asked.length}`, token_type: 'Bearer', expires_in: 36_000 }) : json(request, 401, { error: 'invalid_client' })
      }
    }
    adapter = createDailymotionAdapter({ http: door, clock: { now: () => now, after: () => () => undefined }, apiUrl: dailymotionApiUrl, tokenUrl: dailymotionTokenUrl })
    session = sessionWith({})
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const identity = (): Parameters<typeof createSession>[1] => ({ handle: 'atelier · news', displayName: 'Atelier', serverUrl: server.url, remoteId: `${fakeProfileId}/news`, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } })
  const sessionWith = (more: { accessEndsAt?: number; isForKids?: boolean; apiSecret?: string }): TestSession => createSession('dailymotion', identity(), writeDailymotionSecret({ ...key, accessToken: 'top-secret-access', accessEndsAt: null, isForKids: false, ...more }))
  const publish = (by: AccountSession = session, draft = film) => adapter.publisher.publish(by, draft, intent)
  const connect = (serverUrl: string, appPassword = key.apiSecret) => (adapter.connect as AppPasswordConnect).connect({ serverUrl, identifier: ' key-of-the-channel ', appPassword, signal: session.signal })

  it('sends the file first, and with the one call that others see its title, words, category and audience', async () => {
    const told: number[] = []
    const watched: AccountSession = { ...session, secret: session.secret, onUploaded: (sent, total) => void told.push(sent / total) }
    expect(valueOf(await publish(watched))).toEqual({ remoteId: 'xnew3', url: 'https://www.dailymotion.com/video/xnew3' })
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v2/files/upload_sessions', 'POST /upload/files', `POST /v2/profiles/${fakeProfileId}/videos`])
    expect(server.requests.at(-1)!.json).toEqual({ title: 'Le phare', description: film.text, category: 'news', visibility: 'public', is_for_kids: false, source: { file_url: `${server.url}/stored/2` } })
    expect(told.at(-1)).toBe(1)
    await publish(sessionWith({ isForKids: true }), { ...film, text: ' ' })
    expect(server.requests.at(-1)!.json).toMatchObject({ is_for_kids: true })
    expect(server.requests.at(-1)!.json).not.toHaveProperty('description')
  })

  it('takes one video and nothing else, and answers nobody', async () => {
    for (const media of [[], [pictureOf('un point')], [videoOf(), videoOf()]]) expect(await publish(session, { ...film, media })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'one_film' } } } })
    expect(failureKind(await publish(session, { ...film, replyTo: { remoteId: 'x1', rootRemoteId: 'x1', authorHandle: 'a' } }))).toBe('rejected')
    expect(server.requests).toEqual([])
  })

  it('hands neither file nor access to an address that leads away', async () => {
    server.spoil(({ path }) => path === '/v2/files/upload_sessions', { name: 'away', isDone: true, spoil: (response) => void response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ upload_url: 'https://evil.example/upload', progress_url: '' })) })
    expect(failureKind(await publish())).toBe('bug')
    expect([server.requests.length, network.visible()]).toEqual([1, []])
  })

  it('renews its access by the key, before a call that would be refused and after one that was', async () => {
    expect(failureKind(await publish(sessionWith({ accessEndsAt: now })))).toBe('auth_expired')
    expect(server.requests).toEqual([])
    server.spoil(() => true, refusal(401, 'UNAUTHENTICATED'))
    expect(failureKind(await publish())).toBe('auth_expired')
    const renewed = valueOf(await adapter.connect.renew!(session))
    expect(JSON.parse(renewed.secret)).toMatchObject({ ...key, accessToken: 'access-1', accessEndsAt: now + 36_000_000, isForKids: false })
    expect(renewed.accessEndsAt).toBeNull()
    expect(Object.fromEntries(asked[0]!)).toEqual({ grant_type: 'client_credentials', client_id: key.apiKey, client_secret: key.apiSecret, scope: 'account.read video.read video.manage' })
    expect(failureKind(await adapter.connect.renew!(sessionWith({ apiSecret: 'ended' })))).toBe('auth_revoked')
  })

  it('tells a right that the key lacks, a quota and what is gone from each other', async () => {
    for (const [fault, kind] of [[refusal(403, 'MISSING_PERMISSIONS'), 'auth_revoked'], [refusal(403, 'UPLOAD_QUOTA_EXCEEDED'), 'rate_limited'], [refusal(400, 'VALIDATION_ERROR'), 'rejected']] as const) {
      server.spoil(network.isCreate.bind(network), fault)
      expect(failureKind(await publish())).toBe(kind)
    }
    expect(network.visible()).toEqual([])
  })

  it('connects the channel that was named, or the only one', async () => {
    const address = 'https://www.dailymotion.com/atelier?category=music&kids=yes'
    const opened = valueOf(await connect(address))
    expect(opened.identity).toMatchObject({ handle: 'Atelier · music', displayName: 'Atelier', remoteId: `${fakeProfileId}/music`, serverUrl: dailymotionApiUrl, accessEndsAt: null })
    expect(JSON.parse(opened.secret)).toMatchObject({ apiKey: key.apiKey, isForKids: true, accessToken: 'access-1' })
    const nobodys = { ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'no_dailymotion_channel' } } } }
    expect(await connect('dailymotion.com/other?category=music&kids=no')).toMatchObject(nobodys)
    expect(await connect('dailymotion.com/?category=music&kids=no')).toMatchObject(nobodys)
    profiles = profiles.slice(0, 1)
    expect(valueOf(await connect('dailymotion.com/?category=music&kids=no')).identity.displayName).toBe('Atelier')
  })

  it('wants category and audience said, and knows a wrong key', async () => {
    for (const typed of ['dailymotion.com/atelier', 'dailymotion.com/atelier?category=music', 'dailymotion.com/atelier?category=nothing&kids=no']) expect(failureKind(await connect(typed))).toBe('rejected')
    expect(asked).toEqual([])
    expect(await connect('dailymotion.com/atelier?category=news&kids=no', 'wrong')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials', details: { reason: 'no_dailymotion_key' } } } })
  })

  it('finds no video of the same words that is older, another’s, or has another title', async () => {
    const published = valueOf(await publish())
    const find = (more: object, draft = film) => adapter.publisher.findPublished(session, draft, { ...intent, sentAt: now - 90_000, ...more })
    expect(valueOf(await find({}))).toEqual(published)
    expect(valueOf(await find({ isAnothers: () => true }))).toBe('none')
    expect(valueOf(await find({}, { ...film, title: 'Une digue' }))).toBe('none')
    expect(valueOf(await find({ since: now + 3_600_000 }))).toBe('none')
    expect(valueOf(await find({ sentAt: now }, { ...film, title: 'Une digue' }))).toBe('cannot_tell')
  })
})
