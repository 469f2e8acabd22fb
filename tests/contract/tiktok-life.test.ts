import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createTiktokAdapter } from '../../electron/engine/networks/tiktok/tiktok-adapter.ts'
import { tiktokApiUrl, tiktokLoginUrl } from '../../electron/engine/networks/tiktok/tiktok-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadTiktokDescription } from './descriptions/tiktok-description.ts'
import { createFakeTiktok, fakeOpenId, type FakeTiktok } from './fake-tiktok.ts'
import type { FakeRequest } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const chunk = 1000
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const film = (bytes: number, more: Partial<Draft> = {}): Draft => draftOf('Le phare #mer', { media: [videoOf('phare.mp4', bytes)], ...more })
const cut: Fault = { name: 'cut', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }
const refusal = (status: number, code: string): Fault => ({ name: code, isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ data: {}, error: { code, message: 'because', log_id: '1' } })) })
const isChunk = (range: string) => ({ method, headers }: FakeRequest): boolean => method === 'PUT' && headers['content-range'] === range
const isBegin = ({ path }: FakeRequest): boolean => path === '/v2/post/publish/inbox/video/init/'

const ledger = createRequestLedger()

describe('what TikTok alone does', () => {
  let network: FakeTiktok
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  const adapterAnew = (): NetworkAdapter => {
    const impatient: HttpClient = { send: (request) => http.send({ ...request, timeout: 500 }) }
    return createTiktokAdapter({ http: ledger.watch(impatient), clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: tiktokApiUrl, loginUrl: tiktokLoginUrl, chunkBytes: chunk })
  }
  const sessionWith = (refreshToken: string | null): AccountSession =>
    createSession('tiktok', { handle: 'Atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeOpenId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken, accessEndsAt: null, renewableUntil: null }))

  beforeEach(async () => {
    later = 0
    network = createFakeTiktok()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = adapterAnew()
    session = sessionWith(null)
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const publish = (draft = film(3500), by = session) => adapter.publisher.publish(by, draft, intent)
  const find = (more: object = {}, draft = film(3500)) => {
    later = 90_000
    return adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now(), ...more })
  }
  const resume = (token = 'v_inbox_file~v2.1') => adapter.publisher.resume!(session, film(3500), token)
  const ranges = (): readonly string[] => server.requests.filter(({ method }) => method === 'PUT').map(({ headers }) => headers['content-range'] ?? '')

  it('hands a film over in chunks of one size, the last of which takes what is left; no access goes to the address of the file', async () => {
    const told: number[] = []
    const taken = valueOf(await publish(film(3500), { ...session, secret: session.secret, onUploaded: (sent) => void told.push(sent) }))
    expect(server.requests[0]!.json).toEqual({ source_info: { source: 'FILE_UPLOAD', video_size: 3500, chunk_size: 1000, total_chunk_count: 3 } })
    expect(ranges()).toEqual(['bytes 0-999/3500', 'bytes 1000-1999/3500', 'bytes 2000-3499/3500'])
    expect(server.requests.filter(({ method }) => method === 'PUT').map(({ headers }) => [headers['content-type'], headers['authorization']])).toEqual(Array.from({ length: 3 }, () => ['video/mp4', undefined]))
    expect(told).toEqual([1000, 2000, 3500])
    expect(taken).toEqual({ remoteId: 'v_inbox_file~v2.1', url: 'https://www.tiktok.com/', pending: { token: 'v_inbox_file~v2.1', askAgainAfterMs: 15_000 } })
    await adapter.publisher.publish(session, film(900), { ...intent, idempotencyKey: 'another' })
    expect(server.requests.filter(isBegin).at(-1)!.json).toEqual({ source_info: { source: 'FILE_UPLOAD', video_size: 900, chunk_size: 900, total_chunk_count: 1 } })
    expect(network.handOvers()).toEqual(['3500/3500 PROCESSING_UPLOAD', '900/900 PROCESSING_UPLOAD'])
  })

  it('takes one film and nothing else, and answers nobody', async () => {
    for (const media of [[], [pictureOf('un point'), videoOf()], [videoOf(), videoOf()]]) expect(await publish(film(1, { media }))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'one_draft_video' } } } })
    expect(failureKind(await publish(film(1, { replyTo: { remoteId: '1', rootRemoteId: '1', authorHandle: 'a' } })))).toBe('rejected')
    expect(server.requests).toEqual([])
  })

  it('becomes the person’s as soon as the draft is announced, and says why TikTok kept none', async () => {
    await publish()
    expect(valueOf(await resume()).pending).toEqual({ token: 'v_inbox_file~v2.1', askAgainAfterMs: 15_000 })
    network.becomes('SEND_TO_USER_INBOX')
    expect(valueOf(await resume())).toEqual({ remoteId: 'v_inbox_file~v2.1', url: 'https://www.tiktok.com/', pending: { token: 'by_hand', askAgainAfterMs: null, waitsForPerson: true } })
    network.becomes('PUBLISH_COMPLETE', { postId: '7077642457847994444' })
    expect(valueOf(await resume())).toEqual({ remoteId: '7077642457847994444', url: 'https://www.tiktok.com/video/7077642457847994444' })
    network.becomes('PUBLISH_COMPLETE')
    expect(valueOf(await resume())).toEqual({ remoteId: 'v_inbox_file~v2.1', url: 'https://www.tiktok.com/' })
    for (const [failReason, reason] of [['file_format_check_failed', 'tiktok_format'], ['duration_check_failed', 'tiktok_duration'], ['auth_removed', 'tiktok_login_ended'], ['internal', 'tiktok_failed']] as const) {
      network.becomes('FAILED', { failReason })
      expect(await resume()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason } } } })
    }
    expect(await resume('v_inbox_file~unknown')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
  })

  it('goes on where an attempt before was cut, and hands nothing over twice', async () => {
    server.spoil(isChunk('bytes 1000-1999/3500'), { ...cut, isDone: false }, 1)
    expect(failureKind(await publish())).toBe('server_error')
    expect(valueOf(await find())).toBe('none')
    later = 0
    const before = ranges().length
    valueOf(await publish())
    expect(ranges().slice(before)).toEqual(['bytes 1000-1999/3500', 'bytes 2000-3499/3500'])
    expect([server.requests.filter(isBegin).length, network.handOvers()]).toEqual([1, ['3500/3500 PROCESSING_UPLOAD']])
    // The same intent again: it is there.
    valueOf(await publish())
    expect(ranges()).toHaveLength(before + 2)
  })

  it('asks TikTok what became of a hand-over whose end nobody saw', async () => {
    server.spoil((request) => network.isCreate(request), cut, 1)
    expect(failureKind(await publish())).toBe('unknown_outcome')
    network.becomes('SEND_TO_USER_INBOX')
    expect(valueOf(await find())).toMatchObject({ remoteId: 'v_inbox_file~v2.1', pending: { waitsForPerson: true } })
    network.becomes('FAILED', { failReason: 'internal' })
    expect(valueOf(await find())).toBe('none')
    later = 0
    valueOf(await publish())
    expect(network.handOvers()).toEqual(['3500/3500 FAILED', '3500/3500 PROCESSING_UPLOAD'])
  })

  it('begins anew when the address of the file is over, and keeps a refused film apart from it', async () => {
    server.spoil(isChunk('bytes 1000-1999/3500'), { name: '403', isDone: false, spoil: (response) => void response.writeHead(403).end() }, 1)
    expect(failureKind(await publish())).toBe('rejected')
    valueOf(await publish())
    expect(server.requests.filter(isBegin)).toHaveLength(2)
  })

  it('finds after a restart what the person posted of it, by its words, and knows drafts of others apart', async () => {
    await publish()
    adapter = adapterAnew()
    expect(valueOf(await adapter.publisher.findPublished(session, film(3500), { ...intent, sentAt: Date.now() }))).toBe('cannot_tell')
    expect(valueOf(await find())).toBe('none')
    network.posts('Le phare #mer', 86_400_000)
    for (let number = 0; number < 25; number += 1) network.posts(`Une autre ${number}`, number)
    expect(valueOf(await find())).toBe('none')
    const id = network.posts('Le phare  #mer ', 100)
    expect(valueOf(await find())).toEqual({ remoteId: id, url: `https://www.tiktok.com/@atelier/video/${id}` })
    expect(valueOf(await find({ isAnothers: () => true }))).toBe('none')
    expect(valueOf(await find({}, film(3500, { text: '' })))).toBe('none')
  })

  it('counts what the person posted of a draft, by the number of the hand-over, and a login without that right goes on', async () => {
    const { remoteId } = valueOf(await publish())
    // Nobody sees a draft, so nobody counts it; and it is not gone.
    network.becomes('SEND_TO_USER_INBOX')
    expect(valueOf(await adapter.figures!.ofPost(session, remoteId))).toEqual({})
    const id = network.posts('Le phare #mer')
    network.becomes('PUBLISH_COMPLETE', { postId: id })
    for (const name of [remoteId, id]) expect(valueOf(await adapter.figures!.ofPost(session, name))).toEqual({ views: 812, likes: 40, reposts: 0, replies: 3 })
    network.deletes(id)
    expect(valueOf(await adapter.figures!.ofPost(session, remoteId))).toBe('gone')
    // TikTok forgets its number in time: nothing is told, which is not that the post is gone.
    expect(failureKind(await adapter.figures!.ofPost(session, 'v_inbox_file~unknown'))).toBe('rejected')
    expect(valueOf(await adapter.figures!.ofAccount(session))).toEqual({ followers: 1204, posts: 1 })
    server.spoil(({ path }) => path === '/v2/user/info/', refusal(401, 'scope_not_authorized'))
    expect(valueOf(await adapter.figures!.ofAccount(session))).toEqual({})
    server.spoil(({ path }) => path === '/v2/user/info/', refusal(401, 'access_token_invalid'))
    expect(failureKind(await adapter.figures!.ofAccount(session))).toBe('auth_revoked')
  })

  it('reads TikTok’s refusals, also where they come as a success', async () => {
    const cases = [[401, 'access_token_invalid', 'auth_revoked'], [401, 'scope_not_authorized', 'auth_revoked'], [200, 'spam_risk_too_many_pending_share', 'rate_limited'], [200, 'reached_active_user_cap', 'rate_limited'], [403, 'spam_risk_user_banned_from_posting', 'rejected'], [200, 'invalid_params', 'rejected'], [429, 'rate_limit_exceeded', 'rate_limited'], [500, 'internal_error', 'server_error']] as const
    for (const [status, code, kind] of cases) {
      server.spoil(isBegin, refusal(status, code))
      expect([code, failureKind(await publish())]).toEqual([code, kind])
    }
    server.spoil(isBegin, refusal(401, 'access_token_invalid'))
    expect(failureKind(await publish(film(3500), sessionWith('top-secret-refresh')))).toBe('auth_expired')
    expect(network.handOvers()).toEqual([])
  })

  it('hands no file to an address that leads away', async () => {
    server.spoil(isBegin, { name: 'away', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { publish_id: 'v_inbox_file~1', upload_url: 'https://evil.example/video' }, error: { code: 'ok', message: '', log_id: '1' } })) })
    expect(failureKind(await publish())).toBe('bug')
    expect(server.requests).toHaveLength(1)
  })

  it('asked nothing of all this but what the description knows', () => {
    expect(ledger.complaints(loadTiktokDescription())).toEqual([])
  })
})
