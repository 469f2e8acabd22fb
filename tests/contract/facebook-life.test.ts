import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { limitsInMemory } from '../support/limits-in-memory.ts'
import { passAtOnce } from '../support/pass-at-once.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import type { FakeNetwork } from './fake-network.ts'
import { tellTime } from '../support/tell-time.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const identity = { handle: '@atelier', displayName: 'Atelier', remoteId: fakePageId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const minute = 60_000

describe('what Facebook alone does', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  const sessionWith = (tasks: string[] | null): AccountSession => ({
    ...createSession('facebook', { ...identity, serverUrl: server.url }, writeFacebookSecret({ clientId: '4711', accessToken: 'top-secret-access', tasks, accessEndsAt: null })),
    findApp: (clientId) => Promise.resolve({ ok: true, value: { clientId, clientSecret: 'top-secret-app', redirectUri: null } })
  })
  const clock = { now: () => Date.now() + later, after: passAtOnce((ms) => (later += ms)) }

  beforeEach(async () => {
    later = 0
    network = createFakeFacebook()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createFacebookAdapter({ http, clock, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl })
    session = sessionWith(['CREATE_CONTENT', 'MODERATE'])
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const metaError = (code: number, more: object = {}, headers: Record<string, string> = {}, status = 400): Fault => ({
    name: String(code), isDone: false,
    spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error: { message: 'because', type: 'OAuthException', code, ...more } }))
  })
  const publish = (text = 'Bonjour', more = {}) => adapter.publisher.publish(session, draftOf(text, more), intent)
  const find = (text: string, more = {}) => {
    later = 90_000
    return adapter.publisher.findPublished(session, draftOf(text, more), { ...intent, sentAt: Date.now() })
  }
  const created = (): Readonly<Record<string, unknown>> => server.requests.find((request) => network.isCreate(request))!.json

  it('never calls a film absent that Facebook may still be encoding', async () => {
    expect(valueOf(await find('Un phare', { media: [videoOf()] }))).toBe('cannot_tell')
    expect(valueOf(await find('Un phare', { media: [pictureOf('')] }))).toBe('none')
  })

  it('shows with each call that it knows the app’s secret, and writes no token into an address', async () => {
    await publish('Bonjour', { media: [pictureOf('un point')] })
    await find('Bonjour')
    const proof = createHmac('sha256', 'top-secret-app').update('top-secret-access').digest('hex')
    for (const { query, json, text, headers, path } of server.requests) {
      expect([query.get('appsecret_proof'), json['appsecret_proof'], text.includes(proof) ? proof : null], path).toContain(proof)
      expect([headers['authorization'], query.toString().includes('top-secret')]).toEqual(['Bearer top-secret-access', false])
    }
  })

  it('gives the first address of a text without pictures a card, and attaches pictures in their order, with their descriptions', async () => {
    await publish('Voir https://exemple.fr/a, et https://exemple.fr/b')
    expect(created()).toMatchObject({ message: 'Voir https://exemple.fr/a, et https://exemple.fr/b', link: 'https://exemple.fr/a' })
    const uploadsOf = () => server.requests.filter((request) => network.isUpload(request)).map(({ text }) => /alt_text_custom"\r\n\r\n([^\r]*)/.exec(text)?.[1] ?? null)
    await publish('Deux https://exemple.fr/a', { media: [pictureOf('un point'), pictureOf('')] })
    const body = server.requests.findLast((request) => network.isCreate(request))!.json
    expect([uploadsOf(), body['link'], body['attached_media']]).toEqual([['un point', null], undefined, [{ media_fbid: expect.any(String) }, { media_fbid: expect.any(String) }]])
  })

  it('does not take a post with another number of pictures, or one known as another’s, for the one that is looked for', async () => {
    const first = valueOf(await publish('Bonjour', { media: [pictureOf('un'), pictureOf('deux')] }))
    expect(valueOf(await find('Bonjour', { media: [pictureOf('un')] }))).toBe('none')
    expect(valueOf(await find('Bonjour', { media: [pictureOf('un'), pictureOf('deux')] }))).toMatchObject({ remoteId: first.remoteId })
    const asked = adapter.publisher.findPublished(session, draftOf('Bonjour', { media: [pictureOf('un'), pictureOf('deux')] }), { ...intent, sentAt: Date.now(), isAnothers: (id) => id === first.remoteId })
    expect(valueOf(await asked)).toBe('none')
  })

  it('does not take the same words of a minute ago for what is sent now', async () => {
    await publish('Bonjour')
    // Both clocks run alike: what stands there is older than this attempt.
    const sentAt = Date.now() + 60_000
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Bonjour'), { ...intent, sentAt }))).toBe('cannot_tell')
  })

  it('takes a list whose end it cannot reach for no proof that nothing is there', async () => {
    const cut = { data: [], paging: { next: 'https://graph.facebook.com/v26.0/1001/published_posts?until=1&__paging_token=x' } }
    server.spoil(({ path }) => path.endsWith('_posts'), { name: 'cut', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(cut)) })
    expect(valueOf(await find('Bonjour'))).toBe('cannot_tell')
    const place = { idempotencyKey: intent.idempotencyKey, dueAt: Date.now() + 3_600_000, sentAt: Date.now() }
    expect(failureKind(await adapter.scheduler!.find(session, draftOf('Bonjour'), place))).toBe('bug')
  })

  it('answers under the comment, also when an answer to it is answered, and finds its own answer', async () => {
    const heard = network.hear('Une question')
    const replyTo = { remoteId: heard, rootRemoteId: heard, authorHandle: 'Tom' }
    const ours = valueOf(await publish('Une réponse', { replyTo }))
    expect(valueOf(await find('Une réponse', { replyTo }))).toMatchObject({ remoteId: ours.remoteId })
    expect(valueOf(await find('Une autre', { replyTo }))).toBe('none')
    await publish('Encore', { replyTo: { ...replyTo, remoteId: ours.remoteId } })
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/comments')).map(({ path }) => path)).toEqual([`/v26.0/${heard}/comments`, `/v26.0/${heard}/comments`])
    const { items } = await fetchAll(adapter, session, null)
    expect(new Set(items.map(({ conversationRemoteId }) => conversationRemoteId))).toEqual(new Set([heard]))
    expect(items.filter(({ isOwn }) => isOwn)).toHaveLength(2)
  })

  it('says that a role is missing instead of reading an empty list as silence', async () => {
    session = sessionWith(['CREATE_CONTENT'])
    const heard = network.hear('Une question')
    const inbox = await adapter.inbox!.fetchSince(session, null)
    expect(inbox).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'page_role' } } } })
    expect(valueOf(await find('Une réponse', { replyTo: { remoteId: heard, rootRemoteId: heard, authorHandle: 'Tom' } }))).toBe('cannot_tell')
  })

  it('begins a look anew when its place in the list is no longer there', async () => {
    const expected = Array.from({ length: 130 }, (_, index) => network.hear(`question ${index}`))
    const first = valueOf(await adapter.inbox!.fetchSince(session, null))
    expect(first.more).toBe(true)
    server.spoil(({ query }) => query.has('after'), metaError(100), 1)
    const rest = await fetchAll(adapter, session, first.nextCursor)
    expect(new Set([...first.items, ...rest.items].map(({ remoteId }) => remoteId))).toEqual(new Set(expected))
  })

  it.each([
    [190, { error_subcode: 463 }, 'auth_revoked'], [190, { error_subcode: 460 }, 'auth_revoked'], [102, {}, 'auth_revoked'], [10, {}, 'rejected'], [200, {}, 'rejected'], [368, {}, 'rejected'],
    [100, {}, 'rejected'], [1, {}, 'unknown_outcome'], [2, { is_transient: true }, 'unknown_outcome'], [4, {}, 'rate_limited'], [17, {}, 'rate_limited'], [32, {}, 'rate_limited'], [613, {}, 'rate_limited'], [80_001, {}, 'rate_limited']
  ])('code %i %j of a post is %s, with nothing published', async (code, more, kind) => {
    server.spoil((request) => network.isCreate(request), metaError(code, more))
    expect(failureKind(await publish())).toBe(kind)
    expect(network.visible()).toEqual([])
  })

  it('a missing permission is no fault of a file', async () => {
    server.spoil((request) => network.isUpload(request), metaError(200))
    expect(await publish('Bonjour', { media: [pictureOf('un point')] })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'rejected', details: { code: 200, reason: 'because' } } } })
  })

  it('asks nothing before a throttle of Meta’s is over, whatever is asked', async () => {
    const limits = limitsInMemory(() => clock.now())
    const limited: AccountSession = { ...session, limits: limits.of(session.account) }
    const usage = JSON.stringify({ [fakePageId]: [{ type: 'pages', call_count: 100, total_cputime: 5, total_time: 5, estimated_time_to_regain_access: 90 }] })
    server.spoil((request) => network.isCreate(request), metaError(80_001, {}, { 'x-business-use-case-usage': usage }), 1)
    const first = await adapter.publisher.publish(limited, draftOf('Bonjour'), intent)
    expect(first.ok || first.failure.kind !== 'rate_limited' ? null : Math.round((first.failure.until - Date.now()) / minute)).toBe(90)
    const before = server.requests.length
    for (const minutes of [0, 60, 89]) {
      later = minutes * minute
      expect(failureKind(await adapter.publisher.publish(limited, draftOf('Bonjour'), intent))).toBe('rate_limited')
    }
    expect(server.requests).toHaveLength(before)
    later = 91 * minute
    expect(valueOf(await adapter.publisher.publish(limited, draftOf('Bonjour'), intent)).remoteId).not.toBe('')
  })

  it('looks on the Page when Facebook says that the words stand there already, and calls it unknown while the Page does not list them', async () => {
    const first = valueOf(await publish())
    expect(valueOf(await publish())).toMatchObject({ remoteId: first.remoteId })
    server.spoil((request) => request.path.endsWith('/published_posts'), { name: 'none', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}') })
    // The first of two deliveries may have been taken, and is listed a little later.
    expect(await publish()).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome', error: { details: { code: 506 } } } })
  })

  it('waits for the list, when Facebook says that the words stand there already: the first of two deliveries is not the older post of the same words', async () => {
    server.deliverTwice()
    server.spoil((request) => request.path.endsWith('/published_posts'), { name: 'none', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}') }, 1)
    const published = valueOf(await publish('Un ancien post'))
    expect(network.visible()).toEqual(['Un ancien post'])
    expect(valueOf(await find('Un ancien post'))).toMatchObject({ remoteId: published.remoteId })
  })

  it('finds what an attempt before has published, when Facebook says that the words stand there already; not what another job has', async () => {
    const first = valueOf(await publish())
    const firstAt = Date.now()
    later = 60 * minute
    tellTime(network, clock.now)
    const again = (more: object) => adapter.publisher.publish(session, draftOf('Bonjour'), { ...intent, ...more })
    expect(await again({})).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { code: 506 } } } })
    expect(valueOf(await again({ since: firstAt })).remoteId).toBe(first.remoteId)
    expect(await again({ since: firstAt, isAnothers: (id: string) => id === first.remoteId })).toMatchObject({ ok: false, failure: { error: { details: { code: 506 } } } })
  })

  it('publishes by itself: what came out there is found under the same name, and what changed there is said', async () => {
    const dueAt = Math.floor((Date.now() + 60 * minute) / 1000) * 1000
    const draft = draftOf('Demain', { media: [pictureOf('un'), pictureOf('deux')] })
    const there = valueOf(await adapter.scheduler!.handOver(session, draft, { idempotencyKey: intent.idempotencyKey, dueAt }))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    expect(server.requests.filter((request) => network.isUpload(request)).every(({ text }) => text.includes('name="temporary"'))).toBe(true)
    expect(valueOf(await adapter.scheduler!.read(session, draftOf('Autre chose'), { ...there }))).toMatchObject({ kind: 'waiting', isChanged: true })
    server.spoil(({ method, path }) => method === 'GET' && path.endsWith(there.scheduledId), {
      name: 'out', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: there.scheduledId, is_published: true, message: 'Demain' }))
    })
    expect(valueOf(await adapter.scheduler!.read(session, draft, { ...there }))).toMatchObject({ kind: 'published', remoteId: there.scheduledId })
  })

  it('blocks the person who wrote a comment, and says so when Facebook does not tell who it was', async () => {
    const heard = network.hear('achetez')
    valueOf(await adapter.publisher.act!(session, { act: 'block', remoteId: heard }))
    expect(server.requests.at(-1)!.json['psid']).toEqual(['2002'])
    server.spoil(({ method }) => method === 'GET', { name: 'nobody', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: heard })) })
    expect(await adapter.publisher.act!(session, { act: 'block', remoteId: heard })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'author_not_told' } } } })
  })

  it('is the same account when Meta does not tell the end', async () => {
    server.spoil(({ path }) => path.endsWith('/debug_token'), metaError(100))
    expect(valueOf(await adapter.connect.whoAmI(session))).toMatchObject({ handle: '@atelier', accessEndsAt: null })
  })

  it('tells when the access ends: the earlier of the token’s and the data’s end', async () => {
    const soon = Math.floor(Date.now() / 1000) + 5 * 86_400
    server.spoil(({ path }) => path.endsWith('/debug_token'), { name: 'ends', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { expires_at: soon + 9, data_access_expires_at: soon } })) })
    expect(valueOf(await adapter.connect.whoAmI(session))).toMatchObject({ handle: '@atelier', displayName: 'Atelier', remoteId: fakePageId, accessEndsAt: soon * 1000 })
  })
})
