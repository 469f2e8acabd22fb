import { afterEach, beforeEach, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { writeMetaUserSecret } from '../../electron/engine/networks/meta/user-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { createThreadsAdapter } from '../../electron/engine/networks/threads/threads-adapter.ts'
import { threadsApiUrl, threadsLoginUrl } from '../../electron/engine/networks/threads/threads-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, fetchAll, valueOf } from '../support/adapter-session.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { createFakeThreads, fakeThreadsUserId } from './fake-threads.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

let http: ClosableHttpClient
let server: HostileServer
let network: ReturnType<typeof createFakeThreads>
let adapter: NetworkAdapter
let session: AccountSession
let later = 0
let change: (request: FakeRequest) => FakeAnswer | null

/** Another adapter is another run of the program. */
const startAdapter = (): NetworkAdapter => createThreadsAdapter({ http, clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: threadsApiUrl, loginUrl: threadsLoginUrl })

beforeEach(async () => {
  later = 0
  change = () => null
  network = createFakeThreads()
  server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
  http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  adapter = startAdapter()
  const identity = { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeThreadsUserId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  session = createSession('threads', identity, writeMetaUserSecret({ clientId: '4711', accessToken: 'top-secret-access', accessEndsAt: null }))
})
afterEach(async () => {
  http.close()
  await server.stop()
})

const isRepostCall = ({ method, path }: FakeRequest): boolean => method === 'POST' && path.endsWith('/repost')
const isList = ({ method, path }: FakeRequest): boolean => method === 'GET' && path.endsWith('/threads')
const repost = (remoteId: string) => adapter.publisher.act!(session, { act: 'repost', remoteId })
const calls = (): number => server.requests.filter(isRepostCall).length
const lose = (isDone: boolean): void => server.spoil(isRepostCall, { name: 'the answer is lost', isDone, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)

it('a repost whose answer was lost is found among our own posts, and not made again', async () => {
  const heard = network.hear('à faire savoir')
  lose(true)
  expect(failureKind(await repost(heard))).toBe('unknown_outcome')
  expect(valueOf(await repost(heard))).toBeNull()
  expect([network.inForce(), calls()]).toEqual([['repost'], 1])
})

it('as long as the list may not show it yet, nothing is made again; afterwards it is', async () => {
  const heard = network.hear('à faire savoir')
  lose(false)
  expect(failureKind(await repost(heard))).toBe('unknown_outcome')
  later = 30_000
  expect(await repost(heard)).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { retryable: true } } })
  later = 61_000
  expect(valueOf(await repost(heard))).toBeNull()
  expect([network.inForce(), calls()]).toEqual([['repost'], 2])
})

it('a crash in the call is no reason to make another one before the list may show the first', async () => {
  const heard = network.hear('à faire savoir')
  const isHidden = (): boolean => later < 60_000
  change = (request) => (isList(request) && isHidden() ? { status: 200, json: { data: [] } } : null)
  let kept = ''
  const attempt = () => startAdapter().publisher.act!(session, { act: 'repost', remoteId: heard, keepBegun: (token) => void (kept = token), ...(kept === '' ? {} : { begunBefore: kept }) })
  lose(true)
  expect(failureKind(await attempt())).toBe('unknown_outcome')
  for (later of [15_000, 40_000]) expect(failureKind(await attempt())).toBe('server_error')
  later = 61_000
  valueOf(await attempt())
  expect([network.inForce(), calls()]).toEqual([['repost'], 1])
})

it('a list that cannot be read makes nothing', async () => {
  const heard = network.hear('à faire savoir')
  for (const json of [{ data: [{ id: 'x' }] }, { data: [{ id: '7', media_type: 'REPOST_FACADE' }, { id: 'x' }] }, {}]) {
    change = (request) => (isList(request) ? { status: 200, json } : null)
    expect(failureKind(await repost(heard))).toBe('bug')
  }
  expect(calls()).toBe(0)
})

/** A repost of which the list does not say what it passes on; asked by itself it tells it, or not. */
const untold = (of: string | null, madeAt = Date.now()) => (request: FakeRequest): FakeAnswer | null => {
  const facade = { id: '7', media_type: 'REPOST_FACADE' }
  if (isList(request)) return { status: 200, json: { data: [{ ...facade, timestamp: new Date(madeAt).toISOString() }] } }
  return request.method === 'GET' && request.path.endsWith('/7') ? { status: 200, json: { ...facade, ...(of === null ? {} : { reposted_post: { id: of } }) } } : null
}

it('a repost that the list does not tell is asked by itself, and is the one that was meant', async () => {
  const heard = network.hear('à faire savoir')
  change = untold(heard)
  expect([valueOf(await repost(heard)), calls()]).toEqual([null, 0])
})

it('a repost that nobody tells keeps nothing else from being passed on', async () => {
  const heard = network.hear('à faire savoir')
  for (const of of ['18000000000007777', null]) {
    change = untold(of)
    valueOf(await repost(heard))
  }
  expect(calls()).toBe(2)
})

it('one that nobody tells may be what a call made whose answer was lost: then that is not known, and nothing is made again', async () => {
  const heard = network.hear('à faire savoir')
  lose(true)
  expect(failureKind(await repost(heard))).toBe('unknown_outcome')
  later = 61_000
  change = untold(null)
  expect([failureKind(await repost(heard)), calls()]).toEqual(['unknown_outcome', 1])
  // Made a day before that call.
  change = untold(null, Date.now() - 86_400_000)
  expect([valueOf(await repost(heard)), calls()]).toEqual([null, 2])
})

it('what is gone is refused, and the next one is not held up by it', async () => {
  expect(failureKind(await repost('18000000000009999'))).toBe('rejected')
  expect(failureKind(await repost('18000000000009999'))).toBe('rejected')
})

it('a repost is none of our words: it is no post to be looked for, none to choose from, and nobody speaks to us under it', async () => {
  const heard = network.hear('à faire savoir')
  valueOf(await repost(heard))
  expect(valueOf(await adapter.publisher.listLast!(session, { isAnswer: false, isMessage: false }))).toHaveLength(1)
  expect(valueOf(await adapter.publisher.findPublished(session, draftOf('à faire savoir'), { idempotencyKey: 'k', intentAt: 0, sentAt: Date.now() - 90_000 }))).toBe('none')
  await fetchAll(adapter, session, null)
  const facade = server.requests.filter(({ path }) => path.endsWith('/conversation')).map(({ path }) => path.split('/').at(-2))
  expect(facade).toEqual(['18000000000000001'])
})
