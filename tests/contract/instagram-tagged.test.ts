import { afterEach, beforeEach, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createInstagramAdapter } from '../../electron/engine/networks/instagram/instagram-adapter.ts'
import { instagramApiUrl, instagramLoginUrl, instagramTokenUrl } from '../../electron/engine/networks/instagram/instagram-options.ts'
import { writeMetaUserSecret } from '../../electron/engine/networks/meta/user-secret.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { instagramCapabilities } from '../../shared/networks/instagram-capabilities.ts'
import { offerOf, takesReplies } from '../../shared/networks/offer-of.ts'
import { createSession, failureKind, fetchAll } from '../support/adapter-session.ts'
import { createFakeInstagram, fakeInstagramId } from './fake-instagram.ts'
import { refusedByMeta } from './fake-meta.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

let http: ClosableHttpClient
let server: HostileServer
let network: ReturnType<typeof createFakeInstagram>
let adapter: NetworkAdapter
let session: AccountSession
let change: (request: FakeRequest) => FakeAnswer | null

beforeEach(async () => {
  change = () => null
  network = createFakeInstagram()
  server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
  http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  adapter = createInstagramAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined }, random: systemRandom, apiUrl: instagramApiUrl, loginUrl: instagramLoginUrl, tokenUrl: instagramTokenUrl })
  const identity = { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeInstagramId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  session = createSession('instagram', identity, writeMetaUserSecret({ clientId: '4711', accessToken: 'top-secret-access', accessEndsAt: null }))
})
afterEach(async () => {
  http.close()
  await server.stop()
})

const isTags = ({ path }: FakeRequest): boolean => path.endsWith('/tags')

it('a post that tags us comes in once, a conversation of its own, with its picture and its place', async () => {
  const tagged = network.tag('Une table faite par @atelier')
  const first = await fetchAll(adapter, session, null)
  expect(first.items.filter(({ kind }) => kind === 'mention')).toEqual([
    expect.objectContaining({ remoteId: tagged, conversationRemoteId: tagged, ourPostRemoteId: null, authorHandle: '@tom', isOwn: false, text: 'Une table faite par @atelier', attachmentCount: 1, url: `https://www.instagram.com/p/${tagged}/` })
  ])
  const later = network.tag('Une autre')
  const second = await fetchAll(adapter, session, first.cursor)
  expect(second.items.map(({ remoteId }) => remoteId)).toEqual([later])
})

it('reads on as long as they are new, over more than one page', async () => {
  const { cursor } = await fetchAll(adapter, session, (network.tag('la première'), null))
  const all = Array.from({ length: 60 }, (_, index) => network.tag(`numéro ${index}`))
  const { items } = await fetchAll(adapter, session, cursor)
  expect(new Set(items.map(({ remoteId }) => remoteId))).toEqual(new Set(all))
})

it('a login that may not read them goes on with the comments, and reads them once it may', async () => {
  const heard = network.hear('Une question')
  const tagged = network.tag('Une table')
  change = (request) => (isTags(request) ? refusedByMeta(10, 'Application does not have permission for this action') : null)
  const without = await fetchAll(adapter, session, null)
  expect(without.items.map(({ remoteId }) => remoteId)).toEqual([heard])
  change = () => null
  expect((await fetchAll(adapter, session, without.cursor)).items.map(({ remoteId }) => remoteId)).toEqual([tagged])
})

it('an access that has ended is said', async () => {
  change = (request) => (isTags(request) ? refusedByMeta(190, 'because') : null)
  expect(failureKind(await adapter.inbox!.fetchSince(session, null))).toBe('auth_revoked')
})

it('nothing can be done about it from here: it is shown alone', () => {
  expect(takesReplies('mention', instagramCapabilities)).toBe(false)
  expect(takesReplies('comment', instagramCapabilities)).toBe(true)
  expect(offerOf('hide', 'mention', instagramCapabilities)).toBe('not_by_interface')
  expect(offerOf('hide', 'comment', instagramCapabilities)).toBe('yes')
})
