import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createTiktokAdapter } from '../../electron/engine/networks/tiktok/tiktok-adapter.ts'
import { tiktokApiUrl, tiktokLoginUrl } from '../../electron/engine/networks/tiktok/tiktok-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { createSession, draftOf, failureKind, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadTiktokDescription } from './descriptions/tiktok-description.ts'
import { createFakeTiktok, fakeOpenId, type FakeTiktok } from './fake-tiktok.ts'
import type { FakeRequest } from './fake-network.ts'
import { riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12', intentAt: 0 }
const album = draftOf('Le phare #mer', { media: [pictureOf('', 'un.png'), pictureOf('', 'deux.jpg')] })
const refusal = (status: number, code: string): Fault => ({ name: code, isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ data: {}, error: { code, message: 'because', log_id: '1' } })) })
const isBegin = ({ path }: FakeRequest): boolean => path === '/v2/post/publish/content/init/'
const isStatus = ({ path }: FakeRequest): boolean => path === '/v2/post/publish/status/fetch/'
const byHand = { token: 'by_hand', askAgainAfterMs: null, waitsForPerson: true }

const ledger = createRequestLedger()

describe('pictures as a draft on TikTok', () => {
  let network: FakeTiktok
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let place: ReturnType<typeof publicMediaInMemory>
  let later = 0

  const adapterAnew = (): NetworkAdapter =>
    createTiktokAdapter({ http: ledger.watch({ send: (request) => http.send({ ...request, timeout: 500 }) }), clock: { now: () => Date.now() + later, after: systemClock.after }, random: systemRandom, apiUrl: tiktokApiUrl, loginUrl: tiktokLoginUrl, picturesEveryMs: 1 })

  beforeEach(async () => {
    later = 0
    network = createFakeTiktok()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = adapterAnew()
    place = publicMediaInMemory()
    session = {
      ...createSession('tiktok', { handle: 'Atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeOpenId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null })),
      publicMedia: place
    }
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const publish = (by = session) => adapter.publisher.publish(by, album, intent)
  const find = (more: object = {}) => {
    later = 90_000
    return adapter.publisher.findPublished(session, album, { ...intent, sentAt: Date.now(), ...more })
  }
  const begun = (): number => server.requests.filter(isBegin).length

  it('lets TikTok fetch them with their words, waits until it has them, and takes them away', async () => {
    expect(valueOf(await publish())).toEqual({ remoteId: 'p_inbox_url~v2.1', url: 'https://www.tiktok.com/', pending: byHand })
    expect(server.requests[0]!.json).toEqual({
      media_type: 'PHOTO', post_mode: 'MEDIA_UPLOAD', post_info: { description: 'Le phare #mer' },
      source_info: { source: 'PULL_FROM_URL', photo_images: ['https://files.example/1/un.png', 'https://files.example/2/deux.jpg'], photo_cover_index: 0 }
    })
    expect([server.requests.filter(isStatus).length, place.there.size]).toEqual([2, 0])
    // The same intent again: it is there.
    valueOf(await publish())
    expect(begun()).toBe(1)
  })

  it('takes pictures or one film, never both, and nothing without a place for them', async () => {
    const mixed = draftOf('Le phare', { media: [pictureOf(''), videoOf()] })
    expect(await adapter.publisher.publish(session, mixed, intent)).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'one_draft_video' } } } })
    const { publicMedia: _, ...homeless } = session
    expect(await publish(homeless)).toMatchObject({ failure: { kind: 'rejected', error: { code: 'media_host_missing' } } })
    expect(server.requests).toEqual([])
  })

  it('says that the place is not one of the app’s own, and that TikTok could not fetch them', async () => {
    for (const status of [200, 403]) {
      server.spoil(isBegin, refusal(status, 'url_ownership_unverified'), 1)
      expect(await publish()).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'tiktok_domain' } } } })
    }
    server.spoil(isStatus, { name: 'failed', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { status: 'FAILED', fail_reason: 'photo_pull_failed' }, error: { code: 'ok', message: '', log_id: '1' } })) }, 1)
    expect(await publish()).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'tiktok_pull' } } } })
    expect(place.there.size).toBe(0)
  })

  it.each(riddles(true))('$name after the draft was made: nobody can tell, and nothing is handed over twice', async (fault) => {
    server.spoil(isBegin, fault, 1)
    expect(failureKind(await publish())).toBe('unknown_outcome')
    expect([valueOf(await find()), network.visible().length, place.there.size]).toEqual(['cannot_tell', 1, 0])
    // The person posts it in TikTok's app: its words tell.
    const id = network.posts('Le phare #mer')
    expect(valueOf(await find())).toMatchObject({ remoteId: id })
  })

  it.each(riddles(true))('$name while TikTok fetches them: the hand-over is known, and asked about later', async (fault) => {
    server.spoil(isStatus, fault, 1)
    const told = valueOf(await publish())
    expect(told.remoteId).toBe('p_inbox_url~v2.1')
    network.becomes('SEND_TO_USER_INBOX')
    expect(valueOf(await adapter.publisher.resume!(session, album, 'p_inbox_url~v2.1')).pending).toEqual(byHand)
    expect(valueOf(await find())).toMatchObject({ remoteId: 'p_inbox_url~v2.1', pending: { waitsForPerson: true } })
    expect([begun(), place.there.size]).toEqual([1, 0])
  })

  it('goes on with the same hand-over when an attempt had to end, and makes a new one where TikTok kept none', async () => {
    const ending = new AbortController()
    server.spoil(isStatus, { name: 'slow', isDone: true, spoil: (response) => {
      ending.abort()
      response.destroy()
    } }, 1)
    valueOf(await publish({ ...session, signal: ending.signal }))
    expect(place.there.size).toBe(0)
    network.becomes('FAILED', { failReason: 'photo_pull_failed' })
    expect(valueOf(await find())).toBe('none')
    later = 0
    expect(valueOf(await publish())).toMatchObject({ remoteId: 'p_inbox_url~v2.2' })
  })

  it('knows nothing of it after a restart, unless the person posted it', async () => {
    await publish()
    adapter = adapterAnew()
    expect(valueOf(await find())).toBe('cannot_tell')
    const id = network.posts('Le phare #mer')
    expect(valueOf(await find())).toMatchObject({ remoteId: id })
    expect(valueOf(await find({ isAnothers: () => true }))).toBe('cannot_tell')
  })

  it('asked nothing of all this but what the description knows', () => {
    expect(ledger.complaints(loadTiktokDescription())).toEqual([])
  })
})
