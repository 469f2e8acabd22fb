import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createYoutubeAdapter } from '../../electron/engine/networks/youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import type { Clock } from '../../electron/engine/time/clock.ts'
import { createSession, draftOf, failureKind, fetchAll, valueOf, videoOf } from '../support/adapter-session.ts'
import { limitsInMemory } from '../support/limits-in-memory.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadYoutubeDescription } from './descriptions/youtube-description.ts'
import { createFakeYoutube, fakeChannelId, type FakeYoutube } from './fake-youtube.ts'
import type { FakeRequest } from './fake-network.ts'
import { refusals, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const part = 1024
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const identity = { handle: '@atelier', displayName: 'Atelier', remoteId: fakeChannelId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const day = 86_400_000

const refusal = (status: number, reason: string): Fault => ({
  name: reason, isDone: false,
  spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code: status, message: 'because', errors: [{ message: 'because', domain: 'youtube', reason }] } }))
})
const cut: Fault = { name: 'cut', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }
const cutBefore: Fault = { ...cut, isDone: false }
const film = (parts: number, more: Partial<Draft> = {}): Draft => draftOf('Voir https://exemple.fr #Phare #mer #phare', { title: 'Le phare', media: [videoOf('phare.mp4', parts * part)], ...more })
const isPart = ({ method, path, headers }: FakeRequest): boolean => method === 'PUT' && path.startsWith('/upload/') && !(headers['content-range'] ?? '').includes('*')

const ledger = createRequestLedger()

function adapterWith(http: HttpClient, clock: Clock): NetworkAdapter {
  const impatient: HttpClient = { send: (request) => http.send({ ...request, timeout: 500 }) }
  return createYoutubeAdapter({ http: ledger.watch(impatient), clock, random: systemRandom, apiUrl: youtubeApiUrl, loginUrl: youtubeLoginUrl, tokenUrl: youtubeTokenUrl, partBytes: part })
}

describe('what YouTube alone does', () => {
  let network: FakeYoutube
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0
  const clock = { now: () => Date.now() + later, after: () => () => undefined }
  const sessionWith = (refreshToken: string | null): AccountSession =>
    createSession('youtube', { ...identity, serverUrl: server.url }, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken, accessEndsAt: null, renewableUntil: null }))

  beforeEach(async () => {
    later = 0
    network = createFakeYoutube()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = adapterWith(http, clock)
    session = sessionWith(null)
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const publish = (draft = film(4), by = session) => adapter.publisher.publish(by, draft, intent)
  const find = (draft = film(4)) => {
    later = 90_000
    return adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() })
  }
  const ranges = (): readonly string[] => server.requests.filter(({ method, path }) => method === 'PUT' && path.startsWith('/upload/')).map(({ headers }) => headers['content-range'] ?? '')

  it('sends title, description, the hashtags as tags, and says nothing about who it is made for; it tells how far it is', async () => {
    const told: string[] = []
    await publish(film(3), { ...session, secret: session.secret, onUploaded: (sent, total) => void told.push(`${sent}/${total}`) })
    const begun = server.requests.find(({ path }) => path === '/upload/youtube/v3/videos')!
    expect(begun.json).toEqual({ snippet: { title: 'Le phare', description: 'Voir https://exemple.fr #Phare #mer #phare', tags: ['Phare', 'mer'] }, status: { privacyStatus: 'public' } })
    expect([begun.headers['x-upload-content-length'], begun.headers['x-upload-content-type']]).toEqual(['3072', 'video/mp4'])
    expect(told).toEqual(['0/3072', '1024/3072', '2048/3072'])
    expect(network.videos()).toEqual(['public processed 3072'])
  })

  it('goes on from where it was cut within an attempt', async () => {
    server.spoil((request) => isPart(request) && request.headers['content-range'] === 'bytes 1024-2047/4096', cut, 1)
    expect(valueOf(await publish()).url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=newvideo/)
    expect(ranges()).toEqual(['bytes 0-1023/4096', 'bytes 1024-2047/4096', 'bytes */4096', 'bytes 2048-3071/4096', 'bytes 3072-4095/4096'])
    expect(network.videos()).toEqual(['public processed 4096'])
  })

  it('goes on from where an attempt before ended, and begins anew when YouTube has forgotten the upload', async () => {
    server.spoil((request) => isPart(request) && request.headers['content-range'] === 'bytes 2048-3071/4096', cutBefore)
    expect(failureKind(await publish())).toBe('server_error')
    server.spoil(() => false, cut)
    expect(valueOf(await find())).toBe('none')
    later = 0
    const before = ranges().length
    expect(valueOf(await publish()).remoteId).not.toBe('')
    expect(ranges().slice(before)).toEqual(['bytes */4096', 'bytes 2048-3071/4096', 'bytes 3072-4095/4096'])
    expect(network.videos()).toEqual(['public processed 4096'])

    const other = { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12' }
    server.spoil((request) => isPart(request) && request.headers['content-range'] === 'bytes 1024-2047/4096', cutBefore)
    expect(failureKind(await adapter.publisher.publish(session, film(4), other))).toBe('server_error')
    server.spoil((request) => request.headers['content-range'] === 'bytes */4096', refusal(404, 'notFound'), 1)
    expect(valueOf(await adapter.publisher.publish(session, film(4), other)).remoteId).not.toBe('')
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/upload/'))).toHaveLength(3)
    expect(network.videos()).toHaveLength(2)
  })

  it('goes on where an attempt was ended from here, and begins anew after a refusal', async () => {
    const stopping = new AbortController()
    const stopped: AccountSession = { ...session, secret: session.secret, signal: stopping.signal, onUploaded: (sent) => void (sent === 2 * part && stopping.abort()) }
    expect(failureKind(await publish(film(4), stopped))).not.toMatch(/^ok/)
    expect(network.videos()).toEqual([])
    const before = ranges().length
    expect(valueOf(await publish()).remoteId).not.toBe('')
    expect(ranges().slice(before)).toEqual(['bytes */4096', 'bytes 2048-3071/4096', 'bytes 3072-4095/4096'])

    const other = { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12' }
    server.spoil((request) => network.isCreate(request), refusal(400, 'invalidTitle'), 1)
    expect(failureKind(await adapter.publisher.publish(session, film(2), other))).toBe('rejected')
    await adapter.publisher.publish(session, film(2), other)
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/upload/'))).toHaveLength(3)
  })

  it('says "not there" of a video only after a while', async () => {
    expect(valueOf(await adapter.publisher.findPublished(session, film(4), { ...intent, sentAt: Date.now() }))).toBe('cannot_tell')
    expect(valueOf(await find())).toBe('none')
  })

  it('finds what came of an upload whose end nobody saw: by its own address, and in the channel’s list after a restart', async () => {
    server.spoil((request) => network.isCreate(request), cut, 1)
    expect(failureKind(await publish())).toBe('unknown_outcome')
    const found = valueOf(await find())
    adapter = adapterWith(http, clock)
    expect(valueOf(await find())).toEqual(found)
    expect(found).toMatchObject({ remoteId: expect.stringMatching(/^newvideo/) })
    const others = adapter.publisher.findPublished(session, film(4), { ...intent, sentAt: Date.now(), isAnothers: () => true })
    expect(valueOf(await others)).toBe('none')
    expect(valueOf(await find(film(4, { title: 'Un autre titre' })))).toBe('none')
  })

  it('takes a video that waits there for its time for another one, which says the same', async () => {
    await adapter.scheduler!.handOver(session, film(4), { idempotencyKey: 'of-the-other', dueAt: Date.now() + 86_400_000 })
    expect(valueOf(await find())).toBe('cannot_tell')
  })

  it('stays pending while YouTube works on it, and says what became of it', async () => {
    network.isProcessing = true
    const taken = valueOf(await publish())
    expect(taken.pending).toMatchObject({ token: taken.remoteId, askAgainAfterMs: 30_000 })
    const resume = () => adapter.publisher.resume!(session, film(4), taken.remoteId)
    expect(valueOf(await resume()).pending).toBeDefined()
    network.change(taken.remoteId, { uploadStatus: 'processed' })
    expect(valueOf(await resume())).toEqual({ remoteId: taken.remoteId, url: taken.url })
    for (const [status, reason] of [[{ uploadStatus: 'rejected', rejectionReason: 'length' }, 'video_too_long'], [{ uploadStatus: 'rejected', rejectionReason: 'claim' }, 'video_refused'], [{ uploadStatus: 'failed', failureReason: 'codec' }, 'video_unreadable']] as const) {
      network.change(taken.remoteId, status)
      expect(await resume()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason } } } })
    }
  })

  it('gives what a project without an audit uploads to the person, and takes nothing for planned that has no time', async () => {
    network.isLocked = true
    expect(valueOf(await publish())).toMatchObject({ url: 'https://studio.youtube.com/', pending: { token: 'by_hand', waitsForPerson: true, askAgainAfterMs: null } })
    expect(network.visible()).toEqual([])
    const handed = await adapter.scheduler!.handOver(session, film(2), { idempotencyKey: 'another-key', dueAt: Date.now() + day })
    expect(handed).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'locked_private' } } } })
    expect(network.videos()).toEqual(['private processed 4096'])
  })

  it('moves a planned video without taking anything else of its settings from it', async () => {
    const dueAt = Math.floor((Date.now() + 3 * day) / 1000) * 1000
    const there = valueOf(await adapter.scheduler!.handOver(session, film(2), { idempotencyKey: 'key', dueAt }))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    expect(valueOf(await adapter.scheduler!.move(session, film(2), there, dueAt + day))).toMatchObject({ kind: 'waiting', dueAt: dueAt + day, isChanged: false })
    const moved = server.requests.find(({ method, path }) => method === 'PUT' && path === '/youtube/v3/videos')!
    expect(moved.json['status']).toEqual({ license: 'youtube', embeddable: true, publicStatsViewable: true, privacyStatus: 'private', publishAt: new Date(dueAt + day).toISOString().replace('.000Z', 'Z') })
    expect(valueOf(await adapter.scheduler!.read(session, film(2, { title: 'Autre' }), there))).toMatchObject({ isChanged: true })
    // Somebody took its time from it there; then it is out.
    network.change(there.scheduledId, { publishAt: undefined })
    expect(valueOf(await adapter.scheduler!.read(session, film(2), there))).toEqual({ kind: 'gone' })
    network.change(there.scheduledId, { privacyStatus: 'public' })
    expect(valueOf(await adapter.scheduler!.cancel(session, film(2), there))).toMatchObject({ kind: 'published', remoteId: there.scheduledId })
    expect(network.videos()).toHaveLength(1)
  })

  it('takes one of a series for another one by its time', async () => {
    const dueAt = Math.floor((Date.now() + day) / 1000) * 1000
    const today = valueOf(await adapter.scheduler!.handOver(session, film(2), { idempotencyKey: 'one', dueAt }))
    const tomorrow = valueOf(await adapter.scheduler!.handOver(session, film(2), { idempotencyKey: 'two', dueAt: dueAt + day }))
    adapter = adapterWith(http, clock)
    later = 90_000
    expect(valueOf(await adapter.scheduler!.find(session, film(2), { idempotencyKey: 'two', dueAt: dueAt + day, sentAt: Date.now() }))).toEqual(tomorrow)
    expect(valueOf(await adapter.scheduler!.find(session, film(2), { idempotencyKey: 'one', dueAt, sentAt: Date.now() }))).toEqual(today)
    expect(valueOf(await adapter.scheduler!.find(session, film(2), { idempotencyKey: 'one', dueAt, sentAt: Date.now(), isAnothersThere: () => true }))).toEqual({ kind: 'gone' })
  })

  it('asks nothing more of a project whose day’s budget is used up before midnight in California', async () => {
    const limits = limitsInMemory(() => clock.now())
    const limited: AccountSession = { ...session, secret: session.secret, limits: limits.of(session.account) }
    server.spoil(() => true, refusal(403, 'quotaExceeded'), 1)
    const refused = await adapter.inbox!.fetchSince(limited, null)
    const until = !refused.ok && refused.failure.kind === 'rate_limited' ? refused.failure.until : 0
    expect(new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(until)).toBe('00:00')
    expect(until - Date.now()).toBeLessThanOrEqual(25 * 3_600_000)
    expect([failureKind(await publish(film(1), limited)), server.requests.length]).toEqual(['rate_limited', 1])
  })

  it.each([
    [400, 'uploadLimitExceeded', 'rejected', 'upload_limit'], [403, 'accessNotConfigured', 'rejected', 'api_not_enabled'], [403, 'insufficientPermissions', 'auth_revoked', 'scope_missing'], [400, 'invalidTitle', 'rejected', 'because'],
    [403, 'rateLimitExceeded', 'rate_limited', 'because'], [503, 'backendError', 'server_error', 'because']
  ])('%i %s at the beginning of an upload is %s', async (status, name, kind, reason) => {
    server.spoil(({ path }) => path.startsWith('/upload/'), refusal(status, name))
    const failed = await publish()
    expect([failureKind(failed), failed.ok ? null : failed.failure.error.details?.['reason']]).toEqual([kind, status === 503 ? undefined : reason])
  })

  it('renews an access that has ended, where it can', async () => {
    server.spoil(() => true, refusal(401, 'authError'))
    expect(failureKind(await publish())).toBe('auth_revoked')
    expect(failureKind(await adapter.publisher.publish(sessionWith('top-secret-refresh'), film(2), intent))).toBe('auth_expired')
  })

  it('sends the access nowhere but to YouTube', async () => {
    const astray: Fault = { name: 'astray', isDone: false, spoil: (response) => void response.writeHead(200, { location: 'https://elsewhere.example/upload?upload_id=1' }).end() }
    server.spoil(({ method, path }) => method === 'POST' && path.startsWith('/upload/'), astray)
    expect(failureKind(await publish())).toBe('bug')
    expect(server.requests).toHaveLength(1)
  })

  it('takes nothing but one video for a post, and no file in a comment', async () => {
    expect(await publish(film(2, { media: [] }))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'one_video' } } } })
    const heard = network.hear('Une question')
    const replyTo = { remoteId: heard, rootRemoteId: heard, authorHandle: '@tom' }
    expect(await publish(film(2, { replyTo }))).toMatchObject({ ok: false, failure: { error: { details: { reason: 'no_files_in_comments' } } } })
    expect(server.requests).toHaveLength(0)
  })

  describe('what is said there', () => {
    it('reads answers in every length of a thread, and what is held back; answers to answers stand under the first comment', async () => {
      const top = network.hear('Une question')
      const answers = Array.from({ length: 130 }, (_, number) => network.answerTo(top, `réponse ${number}`))
      const held = network.hearHeld('achetez')
      const first = await fetchAll(adapter, session, null)
      expect(new Set(first.items.map(({ remoteId }) => remoteId))).toEqual(new Set([top, ...answers, held]))
      expect(first.items.filter(({ isHeld }) => isHeld).map(({ remoteId }) => remoteId)).toEqual([held])
      expect(new Set(first.items.map(({ conversationRemoteId }) => conversationRemoteId))).toEqual(new Set([top, held]))
      const [ours, more] = [valueOf(await publish(draftOf('Merci', { replyTo: { remoteId: answers[7]!, rootRemoteId: top, authorHandle: '@tom' } }))), network.answerTo(top, 'encore une')]
      expect(ours.remoteId.startsWith(`${top}.`)).toBe(true)
      const second = await fetchAll(adapter, session, first.cursor)
      expect(second.items.map(({ remoteId, isOwn }) => [remoteId, isOwn])).toEqual(expect.arrayContaining([[ours.remoteId, true], [more, false]]))
      expect(second.items).toHaveLength(2)
      // Nothing new: one call for what others see, one for what is held.
      const before = server.requests.length
      await fetchAll(adapter, session, second.cursor)
      expect(server.requests.length - before).toBe(2)
      expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Merci', { replyTo: { remoteId: answers[7]!, rootRemoteId: top, authorHandle: '@tom' } }), { ...intent, sentAt: Date.now() }))).toMatchObject({ remoteId: ours.remoteId })
    })

    it('meets a comment that shows later than one that was written after it', async () => {
      network.hear('la première')
      const { cursor } = await fetchAll(adapter, session, null)
      const late = network.hearLate('la retardataire', 30 * 60_000)
      expect((await fetchAll(adapter, session, cursor)).items.map(({ remoteId }) => remoteId)).toEqual([late])
    })

    it('comments on its own video, and finds that comment again', async () => {
      const { remoteId: video } = valueOf(await publish())
      const below = draftOf('Les liens : https://exemple.fr', { replyTo: { remoteId: video, rootRemoteId: video, authorHandle: '@atelier' } })
      const found = () => adapter.publisher.findPublished(session, below, { ...intent, sentAt: Date.now() - 90_000 })
      expect(valueOf(await found())).toBe('none')
      const commented = valueOf(await adapter.publisher.publish(session, below, intent))
      expect(commented.url).toBe(`https://www.youtube.com/watch?v=${video}&lc=${commented.remoteId}`)
      expect(valueOf(await found())).toEqual(commented)
      expect((await fetchAll(adapter, session, null)).items).toMatchObject([{ isOwn: true, ourPostRemoteId: video, text: 'Les liens : https://exemple.fr' }])
    })

    it('takes nothing for deleted because something else says that it is not there', async () => {
      const { remoteId } = valueOf(await publish())
      server.spoil(({ method }) => method === 'DELETE', refusals.gone)
      expect(failureKind(await adapter.publisher.act!(session, { act: 'delete', remoteId }))).toBe('rejected')
    })

    it('begins a look anew when its place in the list is no longer there', async () => {
      const expected = Array.from({ length: 130 }, (_, number) => network.hear(`question ${number}`))
      const first = valueOf(await adapter.inbox!.fetchSince(session, null))
      expect(first.more).toBe(true)
      server.spoil(({ query }) => query.has('pageToken'), refusal(400, 'invalidPageToken'), 1)
      const rest = await fetchAll(adapter, session, first.nextCursor)
      expect(new Set([...first.items, ...rest.items].map(({ remoteId }) => remoteId))).toEqual(new Set(expected))
    })
  })
})

it.skipIf(!hasSharedFolder)('nothing of all this was asked but what the description knows', () => {
  expect(ledger.complaints(loadYoutubeDescription())).toEqual([])
})
