import { afterEach, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import { createInstagramAdapter } from '../../electron/engine/networks/instagram/instagram-adapter.ts'
import { instagramApiUrl, instagramLoginUrl, instagramTokenUrl } from '../../electron/engine/networks/instagram/instagram-options.ts'
import { writeMetaUserSecret } from '../../electron/engine/networks/meta/user-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { createThreadsAdapter } from '../../electron/engine/networks/threads/threads-adapter.ts'
import { threadsApiUrl, threadsLoginUrl } from '../../electron/engine/networks/threads/threads-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, pictureOf, publicMediaInMemory, valueOf } from '../support/adapter-session.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import { createFakeInstagram, fakeInstagramId } from './fake-instagram.ts'
import { refusedByMeta } from './fake-meta.ts'
import type { FakeAnswer, FakeNetwork, FakeRequest } from './fake-network.ts'
import { createFakeThreads, fakeThreadsUserId } from './fake-threads.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

type Id = 'facebook' | 'instagram' | 'threads'
const remoteIds: Readonly<Record<Id, string>> = { facebook: fakePageId, instagram: fakeInstagramId, threads: fakeThreadsUserId }
const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const fakes: Readonly<Record<Id, () => FakeNetwork>> = { facebook: createFakeFacebook, instagram: createFakeInstagram, threads: createFakeThreads }

let server: HostileServer
let http: ClosableHttpClient
afterEach(async () => {
  http.close()
  await server.stop()
})

function adapterOf(id: Id): NetworkAdapter {
  const needs = { http, clock: { now: () => Date.now(), after: (_delay: number, callback: () => void) => (setImmediate(callback), () => undefined) }, random: systemRandom }
  if (id === 'facebook') return createFacebookAdapter({ ...needs, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl })
  if (id === 'instagram') return createInstagramAdapter({ ...needs, apiUrl: instagramApiUrl, loginUrl: instagramLoginUrl, tokenUrl: instagramTokenUrl })
  return createThreadsAdapter({ ...needs, apiUrl: threadsApiUrl, loginUrl: threadsLoginUrl })
}

/** A network, with some of its answers changed, and a post of ours on it. */
async function raise(id: Id, { lacksRights, change = () => null }: { lacksRights?: readonly string[]; change?: (request: FakeRequest) => FakeAnswer | null } = {}) {
  const network = fakes[id]()
  server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
  http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  const adapter = adapterOf(id)
  const accessToken = 'top-secret-access'
  const secret = id === 'facebook' ? writeFacebookSecret({ clientId: '4711', accessToken, tasks: null, accessEndsAt: null }) : writeMetaUserSecret({ clientId: '4711', accessToken, accessEndsAt: null })
  const made = createSession(id, { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: remoteIds[id], accessEndsAt: null, serverLimits: noLimits }, secret)
  const session: AccountSession = { ...made, publicMedia: publicMediaInMemory(), account: { ...made.account, ...(lacksRights === undefined ? {} : { lacksRights: [...lacksRights] }) } }
  const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour', { media: [pictureOf('un point')] }), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }))
  return { figures: adapter.figures!, session, remoteId, asked: () => server.requests.filter(({ path }) => path.endsWith('insights')).map(({ query }) => query.get('metric')) }
}

const ofPost = { likes: 4, reposts: 2, replies: 4 }
const isInsights = ({ path }: FakeRequest): boolean => path.endsWith('/insights')

it('a Page tells how often a post was seen and by how many, for good, and what it showed in four weeks', async () => {
  const { figures, session, remoteId, asked } = await raise('facebook')
  expect(valueOf(await figures.ofPost(session, remoteId))).toEqual({ ...ofPost, views: 640, reach: 410 })
  expect(valueOf(await figures.ofAccount(session))).toEqual({ followers: 120, views: 8400, reach: 2600 })
  expect(asked()).toEqual(['post_media_view,post_total_media_view_unique', 'page_media_view,page_total_media_view_unique'])
})

it('a login that is known to lack the right asks nothing that would be refused', async () => {
  const { figures, session, remoteId, asked } = await raise('facebook', { lacksRights: ['read_insights'] })
  expect(valueOf(await figures.ofPost(session, remoteId))).toEqual(ofPost)
  expect(valueOf(await figures.ofAccount(session))).toEqual({ followers: 120 })
  expect(asked()).toEqual([])
})

it.each([
  ['the right is missing', refusedByMeta(10, 'This endpoint requires the read_insights permission')],
  ['Meta has a problem with them alone', { status: 500, json: { error: { message: 'unknown', code: 2 } } }],
  ['they are of another shape', { status: 200, json: { data: 'none' } }]
])('what everybody sees is told all the same where %s', async (_what, answer) => {
  const { figures, session, remoteId } = await raise('facebook', { change: (request) => (isInsights(request) ? answer : null) })
  expect(valueOf(await figures.ofPost(session, remoteId))).toEqual(ofPost)
  expect(valueOf(await figures.ofAccount(session))).toEqual({ followers: 120 })
})

it('one metric that Meta gave up fails none of the others', async () => {
  const refusal = refusedByMeta(100, '(#100) The value must be a valid insights metric')
  const { figures, session, remoteId, asked } = await raise('facebook', { change: ({ path, query }) => (path.endsWith('/insights') && query.get('metric')?.includes('post_media_view') === true ? refusal : null) })
  expect(valueOf(await figures.ofPost(session, remoteId))).toEqual({ ...ofPost, reach: 410 })
  expect(asked()).toEqual(['post_media_view,post_total_media_view_unique', 'post_media_view', 'post_total_media_view_unique'])
})

it('a Page that fewer than a hundred people like is told nothing: nothing is no 0', async () => {
  const { figures, session, remoteId } = await raise('facebook', { change: (request) => (isInsights(request) ? { status: 200, json: { data: [] } } : null) })
  expect(valueOf(await figures.ofPost(session, remoteId))).toEqual(ofPost)
})

it.each(['facebook', 'instagram'] as const)('%s: an access that has ended, or a throttle, is said', async (id) => {
  let code = 190
  const { figures, session, remoteId } = await raise(id, { change: (request) => (isInsights(request) ? refusedByMeta(code, 'because') : null) })
  expect(failureKind(await figures.ofPost(session, remoteId))).toBe('auth_revoked')
  code = 4
  expect(failureKind(await figures.ofAccount(session))).toBe('rate_limited')
})

it('Instagram tells reach of posts and of the account, and only by a login that may', async () => {
  const { figures, session, remoteId, asked } = await raise('instagram')
  expect(valueOf(await figures.ofPost(session, remoteId))).toMatchObject({ views: 410, reach: 300 })
  expect(valueOf(await figures.ofAccount(session))).toEqual({ followers: 340, posts: 5, views: 5200, reach: 1900 })
  expect(asked()).toEqual(['views,reach,saved,shares', 'views,reach'])
  const range = server.requests.at(-1)!.query
  expect([range.get('metric_type'), range.get('period'), Number(range.get('until')) - Number(range.get('since'))]).toEqual(['total_value', 'day', 28 * 86_400])
  const unable: AccountSession = { ...session, account: { ...session.account, lacksRights: ['instagram_business_manage_insights'] } }
  expect(valueOf(await figures.ofAccount(unable))).toEqual({ followers: 340, posts: 5 })
})

it('Threads tells how often the profile was looked at in four weeks, day by day', async () => {
  const { figures, session } = await raise('threads')
  expect(valueOf(await figures.ofAccount(session))).toEqual({ followers: 340, views: 280 })
})
