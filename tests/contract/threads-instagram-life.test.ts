import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createInstagramAdapter } from '../../electron/engine/networks/instagram/instagram-adapter.ts'
import { instagramApiUrl, instagramLoginUrl, instagramTokenUrl } from '../../electron/engine/networks/instagram/instagram-options.ts'
import { writeMetaUserSecret } from '../../electron/engine/networks/meta/user-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { createThreadsAdapter } from '../../electron/engine/networks/threads/threads-adapter.ts'
import { threadsApiUrl, threadsLoginUrl } from '../../electron/engine/networks/threads/threads-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { createFakeInstagram, fakeInstagramId } from './fake-instagram.ts'
import { refusedByMeta } from './fake-meta.ts'
import type { FakeAnswer, FakeNetwork, FakeRequest } from './fake-network.ts'
import { createFakeThreads, fakeThreadsUserId } from './fake-threads.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = (key = 11): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: `3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f${key}`, intentAt: Date.now() })
const answerTo = (remoteId: string, text: string): Draft => draftOf(text, { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '@tom' } })

let http: ClosableHttpClient
let server: HostileServer
let waited: number[]
let places: ReturnType<typeof publicMediaInMemory>

beforeEach(() => {
  waited = []
  places = publicMediaInMemory()
  http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
})
afterEach(async () => {
  http.close()
  await server.stop()
})

/** The network, with some of its answers changed. */
async function raise(id: 'threads' | 'instagram', network: FakeNetwork, change: (request: FakeRequest) => FakeAnswer | null = () => null): Promise<{ adapter: NetworkAdapter; session: AccountSession; asked: (path: RegExp) => FakeRequest[] }> {
  server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
  const clock = { now: () => Date.now(), after: (delay: number, callback: () => void) => (waited.push(delay), setImmediate(callback), () => undefined) }
  const needs = { http, clock, random: systemRandom }
  const adapter = id === 'threads' ? createThreadsAdapter({ ...needs, apiUrl: threadsApiUrl, loginUrl: threadsLoginUrl }) : createInstagramAdapter({ ...needs, apiUrl: instagramApiUrl, loginUrl: instagramLoginUrl, tokenUrl: instagramTokenUrl })
  const identity = { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: id === 'threads' ? fakeThreadsUserId : fakeInstagramId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const session = { ...createSession(id, identity, writeMetaUserSecret({ clientId: '4711', accessToken: 'top-secret-access', accessEndsAt: null })), publicMedia: places }
  return { adapter, session, asked: (path) => server.requests.filter((request) => request.method === 'POST' && path.test(request.path)) }
}

describe('Threads', () => {
  it('sends words with the card of their first link, a picture with its description, several as a carousel in their order', async () => {
    const { adapter, session, asked } = await raise('threads', createFakeThreads())
    valueOf(await adapter.publisher.publish(session, draftOf('Voir https://exemple.fr/a.'), intent(11)))
    valueOf(await adapter.publisher.publish(session, draftOf('Une', { media: [pictureOf('un point')] }), intent(12)))
    valueOf(await adapter.publisher.publish(session, draftOf('Deux', { media: [pictureOf('un'), pictureOf('')] }), intent(13)))
    const [words, single, first, second, carousel] = asked(/\/threads$/).map(({ json }) => json)
    expect(words).toEqual({ media_type: 'TEXT', text: 'Voir https://exemple.fr/a.', link_attachment: 'https://exemple.fr/a' })
    expect(single).toEqual({ media_type: 'IMAGE', image_url: 'https://files.example/1/point.png', alt_text: 'un point', text: 'Une' })
    expect([first, second]).toEqual([
      { media_type: 'IMAGE', image_url: 'https://files.example/2/point.png', alt_text: 'un', is_carousel_item: true },
      { media_type: 'IMAGE', image_url: 'https://files.example/3/point.png', is_carousel_item: true }
    ])
    expect(carousel).toMatchObject({ media_type: 'CAROUSEL', text: 'Deux', children: expect.stringMatching(/^\d+,\d+$/) })
    expect(places.there.size).toBe(0)
  })

  it('says what a login of before may do, and no more than it was told', async () => {
    const rights = async (change: (request: FakeRequest) => FakeAnswer | null = () => null) => {
      const { adapter, session } = await raise('threads', createFakeThreads(), change)
      if (adapter.connect.kind !== 'browser_login') throw new Error('no login in the browser')
      return adapter.connect.readGranted!(session)
    }
    expect(valueOf(await rights())).toEqual(['threads_basic', 'threads_content_publish'])
    for (const data of [{}, { is_valid: false, scopes: ['threads_basic'] }, { scopes: 'all' }]) {
      await server.stop()
      expect(valueOf(await rights(({ path }) => (path.endsWith('/debug_token') ? { status: 200, json: { data } } : null)))).toBeNull()
    }
    await server.stop()
    const refused = await rights(({ path }) => (path.endsWith('/debug_token') ? refusedByMeta(10, 'no tester') : null))
    expect(refused.ok).toBe(false)
    await server.stop()
    // Only testers of the app are answered, and this is no end of anybody's access.
    expect(valueOf(await rights(({ path }) => (path.endsWith('/debug_token') ? refusedByMeta(190, 'no tester') : null)))).toBeNull()
    expect(JSON.stringify(refused)).not.toContain('top-secret')
  })

  it('continues its own thread by answering the part before, and finds that part again', async () => {
    const { adapter, session, asked } = await raise('threads', createFakeThreads())
    const first = valueOf(await adapter.publisher.publish(session, draftOf('Un'), intent(11)))
    const second = valueOf(await adapter.publisher.publish(session, answerTo(first.remoteId, 'Deux'), intent(12)))
    expect(asked(/\/threads$/).at(-1)?.json).toMatchObject({ media_type: 'TEXT', text: 'Deux', reply_to_id: first.remoteId })
    expect(valueOf(await adapter.publisher.findPublished(session, answerTo(first.remoteId, 'Deux'), { ...intent(12), sentAt: Date.now() - 90_000 }))).toEqual(second)
  })

  it('waits until a picture is fetched, says what could not be, and publishes nothing then', async () => {
    let looks = 0
    const slow = await raise('threads', createFakeThreads(), ({ method, query }) => (method === 'GET' && query.get('fields') === 'id,status,error_message' && (looks += 1) < 4 ? { status: 200, json: { id: '1', status: 'IN_PROGRESS' } } : null))
    valueOf(await slow.adapter.publisher.publish(slow.session, draftOf('Une', { media: [pictureOf('un')] }), intent()))
    expect(waited).toEqual([2_000, 3_000, 5_000])
    await server.stop()
    const network = createFakeThreads()
    const broken = await raise('threads', network, ({ method, query }) => (method === 'GET' && query.get('fields') === 'id,status,error_message' ? { status: 200, json: { id: '1', status: 'ERROR', error_message: 'FAILED_DOWNLOADING_MEDIA' } } : null))
    expect(await broken.adapter.publisher.publish(broken.session, draftOf('Une', { media: [pictureOf('un', 'phare.png')] }), intent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'phare.png', reason: 'FAILED_DOWNLOADING_MEDIA' } } } })
    expect([network.visible(), places.there.size]).toEqual([[], 0])
  })

  it('asks what is left of the day before anything is made', async () => {
    const network = createFakeThreads()
    const { adapter, session, asked } = await raise('threads', network, ({ path }) => (path.endsWith('/threads_publishing_limit') ? { status: 200, json: { data: [{ quota_usage: 250, config: { quota_total: 250 } }] } } : null))
    expect(failureKind(await adapter.publisher.publish(session, draftOf('Un'), intent()))).toBe('rate_limited')
    expect([asked(/./), network.visible()]).toEqual([[], []])
  })

  it('believes no list that does not show yet what the container calls published', async () => {
    let isHidden = true
    const network = createFakeThreads()
    const { adapter, session } = await raise('threads', network, ({ method, path }) => (isHidden && method === 'GET' && path.endsWith('/threads') ? { status: 200, json: { data: [] } } : null))
    server.spoil((request) => network.isCreate(request), { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
    expect(failureKind(await adapter.publisher.publish(session, draftOf('Un'), intent()))).toBe('unknown_outcome')
    const look = () => adapter.publisher.findPublished(session, draftOf('Un'), { ...intent(), sentAt: Date.now() - 90_000, since: Date.now() - 90_000 })
    expect(valueOf(await look())).toBe('cannot_tell')
    isHidden = false
    expect(valueOf(await look())).toMatchObject({ remoteId: expect.stringMatching(/^\d+$/) })
  })

  it('puts each person who answers into a conversation of their own, and a mention elsewhere beside', async () => {
    const network = createFakeThreads()
    const { adapter, session } = await raise('threads', network)
    const first = network.hear('Une question')
    network.hear('Une autre')
    const ours = valueOf(await adapter.publisher.publish(session, answerTo(first, 'Une réponse'), intent()))
    const named = network.mention('Bravo @atelier')
    const { items } = await fetchAll(adapter, session, null)
    expect(new Set(items.map(({ conversationRemoteId }) => conversationRemoteId)).size).toBe(3)
    expect(items.find(({ remoteId }) => remoteId === ours.remoteId)).toMatchObject({ isOwn: true, conversationRemoteId: first, kind: 'comment' })
    expect(items.find(({ remoteId }) => remoteId === named)).toMatchObject({ isOwn: false, kind: 'mention', ourPostRemoteId: null, authorHandle: '@tom' })
  })
})

describe.each(['threads', 'instagram'] as const)('a video on %s', (id) => {
  const create = id === 'threads' ? createFakeThreads : createFakeInstagram
  const isContainer = ({ method, query }: FakeRequest): boolean => method === 'GET' && /status/.test(query.get('fields') ?? '')
  const film = { ...videoOf('phare.mp4'), altText: 'Un phare' }
  const find = ({ adapter, session }: { adapter: NetworkAdapter; session: AccountSession }, draft: Draft) => adapter.publisher.findPublished(session, draft, { ...intent(), sentAt: Date.now() - 90_000 })

  it('is fetched from the client’s place, alone or among pictures, and found again', async () => {
    const rig = await raise(id, create())
    const { adapter, session, asked } = rig
    const alone = draftOf('Une', { media: [film] })
    const one = valueOf(await adapter.publisher.publish(session, alone, intent(11)))
    const among = draftOf('Deux', { media: [film, pictureOf('un')] })
    const two = valueOf(await adapter.publisher.publish(session, among, intent(12)))
    const made = asked(/\/(threads|media)$/).map(({ json }) => json)
    const url = 'https://files.example/1/phare.mp4'
    expect(made[0]).toEqual(id === 'threads' ? { media_type: 'VIDEO', video_url: url, alt_text: 'Un phare', text: 'Une' } : { media_type: 'REELS', video_url: url, share_to_feed: true, caption: 'Une' })
    expect(made[1]).toMatchObject({ media_type: 'VIDEO', video_url: 'https://files.example/2/phare.mp4', is_carousel_item: true })
    expect(made[2]).toMatchObject({ image_url: 'https://files.example/3/point.png', is_carousel_item: true })
    expect([valueOf(await find(rig, alone)), valueOf(await find(rig, among)), places.there.size]).toEqual([one, two, 0])
  })

  it('that the network is long at work on is waited for by the next attempt, and not handed over anew', async () => {
    let isAtWork = true
    const network = create()
    const state = id === 'threads' ? { status: 'IN_PROGRESS' } : { status_code: 'IN_PROGRESS' }
    const { adapter, session, asked } = await raise(id, network, (request) => (isAtWork && isContainer(request) ? { status: 200, json: { id: '1', ...state } } : null))
    const draft = draftOf('Une', { media: [film] })
    expect(failureKind(await adapter.publisher.publish(session, draft, intent()))).toBe('server_error')
    expect([network.visible(), waited.reduce((sum, each) => sum + each, 0) < 5 * 60_000]).toEqual([[], true])
    isAtWork = false
    valueOf(await adapter.publisher.publish(session, draft, intent()))
    expect([network.visible(), asked(/\/(threads|media)$/).length, places.received.length]).toEqual([['Une'], 1, 1])
  })

  it.each(['ERROR', 'EXPIRED'])('whose container ends as %s is handed over anew by the next attempt, and with other words at once', async (word) => {
    let says: string | null = 'IN_PROGRESS'
    const network = create()
    const { adapter, session, asked } = await raise(id, network, (request) => (says !== null && isContainer(request) ? { status: 200, json: { id: '1', ...(id === 'threads' ? { status: says } : { status_code: says }) } } : null))
    const draft = draftOf('Une', { media: [film] })
    expect(failureKind(await adapter.publisher.publish(session, draft, intent()))).toBe('server_error')
    expect(failureKind(await adapter.publisher.publish(session, draftOf('Deux', { media: [film] }), intent()))).toBe('server_error')
    expect(asked(/\/(threads|media)$/)).toHaveLength(2)
    says = word
    expect(failureKind(await adapter.publisher.publish(session, draft, intent()))).toBe(word === 'ERROR' ? 'rejected' : 'server_error')
    expect([network.visible(), asked(/\/(threads|media)$/).length]).toEqual([[], 3])
  })

  it('of a kind that is refused is named with its file', async () => {
    const network = create()
    const { adapter, session } = await raise(id, network, (request) => (isContainer(request) ? { status: 200, json: { id: '1', ...(id === 'threads' ? { status: 'ERROR', error_message: 'INVALID_VIDEO' } : { status_code: 'ERROR', status: 'INVALID_VIDEO' }) } } : null))
    expect(await adapter.publisher.publish(session, draftOf('Une', { media: [film] }), intent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'phare.mp4', reason: 'INVALID_VIDEO' } } } })
    expect([network.visible(), places.there.size]).toEqual([[], 0])
  })
})

describe('Instagram', () => {
  it('sends a picture with its words, and several as a carousel of its own kind', async () => {
    const { adapter, session, asked } = await raise('instagram', createFakeInstagram())
    valueOf(await adapter.publisher.publish(session, draftOf('Une', { media: [pictureOf('un point')] }), intent(11)))
    const many = valueOf(await adapter.publisher.publish(session, draftOf('Deux', { media: [pictureOf('un'), pictureOf('')] }), intent(12)))
    const made = asked(/\/media$/).map(({ json }) => json)
    expect(made[0]).toEqual({ image_url: 'https://files.example/1/point.png', alt_text: 'un point', caption: 'Une' })
    expect(made[3]).toMatchObject({ media_type: 'CAROUSEL', caption: 'Deux', children: [expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)] })
    expect(many.url).toMatch(/^https:\/\/www\.instagram\.com\/p\//)
  })

  it('comments on its own post, answers under the comment that is meant, and finds both again', async () => {
    const network = createFakeInstagram()
    const { adapter, session, asked } = await raise('instagram', network)
    const post = valueOf(await adapter.publisher.publish(session, draftOf('Une', { media: [pictureOf('un')] }), intent(11)))
    const below = valueOf(await adapter.publisher.publish(session, answerTo(post.remoteId, 'Le lien'), intent(12)))
    const heard = network.hear('Une question')
    const first = valueOf(await adapter.publisher.publish(session, answerTo(heard, 'Oui'), intent(13)))
    // An answer to an answer stands under the same comment.
    valueOf(await adapter.publisher.publish(session, answerTo(first.remoteId, 'Et encore'), intent(14)))
    expect(asked(/\/(comments|replies)$/).map(({ path }) => path.replace(/^\/v[\d.]+/, ''))).toEqual([`/${post.remoteId}/comments`, `/${heard}/replies`, `/${heard}/replies`])
    const find = (to: string, text: string) => adapter.publisher.findPublished(session, answerTo(to, text), { ...intent(), sentAt: Date.now() - 90_000 })
    expect([valueOf(await find(post.remoteId, 'Le lien')), valueOf(await find(heard, 'Oui')), valueOf(await find(heard, 'Non'))]).toEqual([below, first, 'none'])
  })

  it('says what a post lacks, what a picture lacks, and that posts are not taken away from here', async () => {
    const network = createFakeInstagram()
    const { adapter, session } = await raise('instagram', network, ({ path, json }) => (path.endsWith('/media') && json['caption'] === 'Trop' ? refusedByMeta(100, 'The caption was too long', 2_207_010) : path.endsWith('/media') && json['caption'] === 'Long' ? refusedByMeta(36_003, 'Bad aspect ratio', 2_207_009) : null))
    expect(await adapter.publisher.publish(session, draftOf('Une'), intent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'picture_needed' } } } })
    const withPicture = (text: string) => adapter.publisher.publish(session, draftOf(text, { media: [pictureOf('un', 'phare.png')] }), intent())
    expect(await withPicture('Trop')).toMatchObject({ failure: { kind: 'rejected', error: { code: 'rejected', details: { reason: 'The caption was too long' } } } })
    expect(await withPicture('Long')).toMatchObject({ failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'phare.png', reason: 'Bad aspect ratio' } } } })
    const post = valueOf(await withPicture('Une'))
    expect(failureKind(await adapter.publisher.act!(session, { act: 'delete', remoteId: post.remoteId }))).toBe('rejected')
    const { publicMedia: _, ...homeless } = session
    expect(await adapter.publisher.publish(homeless, draftOf('Une', { media: [pictureOf('un')] }), intent())).toMatchObject({ failure: { kind: 'rejected', error: { code: 'media_host_missing' } } })
  })
})
