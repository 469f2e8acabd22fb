import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { CallLimits } from '../../electron/engine/networks/network-limits.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createXAdapter } from '../../electron/engine/networks/x/x-adapter.ts'
import { xApiUrl, xLoginUrl } from '../../electron/engine/networks/x/x-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { passAtOnce } from '../support/pass-at-once.ts'
import { loadOpenApi } from './descriptions/openapi-description.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeX, fakeXUserId } from './fake-x.ts'
import type { FakeNetwork } from './fake-network.ts'
import { tellTime } from '../support/tell-time.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const identity = { handle: '@lea', displayName: 'Léa', remoteId: fakeXUserId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }

describe('what X alone does', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0
  const ledger = createRequestLedger()

  const sessionWith = (changes: object): AccountSession =>
    createSession('x', { ...identity, serverUrl: server.url }, writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null, ...changes }))

  beforeEach(async () => {
    later = 0
    network = createFakeX()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createXAdapter({ http: ledger.watch(http), clock: { now: () => Date.now() + later, after: passAtOnce((ms) => (later += ms)) }, random: systemRandom, apiUrl: xApiUrl, loginUrl: xLoginUrl })
    session = sessionWith({})
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })
  const answer = (status: number, json: unknown): Fault => ({ name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })

  it('finds a post again whose words X has rewritten: short addresses, escapes, the address of its pictures', async () => {
    const draft = draftOf('Tom & <Léa> : https://exemple.fr/a?b=1 et https://exemple.fr #été', { media: [pictureOf('un point'), pictureOf('deux')] })
    const published = valueOf(await adapter.publisher.publish(session, draft, intent))
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() }))).toEqual(published)
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Tom & <Léa>'), { ...intent, sentAt: Date.now() }))).toBe('none')
  })

  it('makes a thread of answers, and finds each part as an answer to the one before', async () => {
    const first = valueOf(await adapter.publisher.publish(session, draftOf('un'), intent))
    const second = draftOf('deux', { replyTo: { remoteId: first.remoteId, rootRemoteId: first.remoteId, authorHandle: '@lea' } })
    const published = valueOf(await adapter.publisher.publish(session, second, intent))
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, second, { ...intent, sentAt: Date.now() }))).toEqual(published)
    expect(valueOf(await adapter.publisher.findPublished(session, { ...second, replyTo: { remoteId: '1', rootRemoteId: '1', authorHandle: '@tom' } }, { ...intent, sentAt: Date.now() }))).toBe('none')
  })

  it('says that too early is too early', async () => {
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('rien'), { ...intent, sentAt: Date.now() }))).toBe('cannot_tell')
  })

  it('does not believe that the same words are refused while no post says them: the first of two deliveries may be listed later', async () => {
    server.spoil(network.isCreate, answer(403, { title: 'Forbidden', detail: 'You are not allowed to create a Tweet with duplicate content.', status: 403 }))
    expect(await adapter.publisher.publish(session, draftOf('encore'), intent)).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome', error: { code: 'rejected' } } })
  })

  it('finds what an attempt before has published, when X refuses the same words', async () => {
    const first = valueOf(await adapter.publisher.publish(session, draftOf('encore'), intent))
    const firstAt = Date.now()
    later = 3_600_000
    tellTime(network, () => Date.now() + later)
    expect(await adapter.publisher.publish(session, draftOf('encore'), intent)).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
    expect(valueOf(await adapter.publisher.publish(session, draftOf('encore'), { ...intent, since: firstAt })).remoteId).toBe(first.remoteId)
  })

  it('says that no credit is left', async () => {
    server.spoil(network.isCreate, answer(402, { title: 'CreditsDepleted', detail: 'Your credits are depleted', type: 'https://api.x.com/2/problems/credits' }))
    expect(await adapter.publisher.publish(session, draftOf('cher'), intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'no_credit' } } } })
  })

  it('tells the day of the app with each post: used up, nothing more is asked', async () => {
    const noted: unknown[] = []
    let until: number | null = null
    const limits: CallLimits = {
      heldUntil: () => until,
      note(_use, readings) {
        noted.push(...readings)
        until = readings.find(({ scope, remaining }) => scope === 'app' && remaining === 0)?.resetsAt ?? null
      }
    }
    const reset = Math.ceil(Date.now() / 1000) + 3600
    const usedUp = { 'x-app-limit-24hour-limit': '10000', 'x-app-limit-24hour-remaining': '0', 'x-app-limit-24hour-reset': String(reset) }
    server.spoil(network.isCreate, { name: 'used up', isDone: false, spoil: (response) => void response.writeHead(429, usedUp).end('{}') })
    await adapter.publisher.publish({ ...session, limits }, draftOf('dernier'), intent)
    expect(noted).toMatchObject([{ scope: 'app', bucket: 'day', max: 10_000, remaining: 0 }])
    const asked = server.requests.length
    expect(await adapter.publisher.publish({ ...session, limits }, draftOf('de trop'), intent)).toMatchObject({ ok: false, failure: { kind: 'rate_limited' } })
    expect(server.requests).toHaveLength(asked)
  })

  it('asks for a renewal when the access is over: by its own time without a call, else by the refusal', async () => {
    expect(await adapter.connect.whoAmI(sessionWith({ accessEndsAt: Date.now() - 1 }))).toMatchObject({ ok: false, failure: { kind: 'auth_expired' } })
    expect(server.requests).toHaveLength(0)
    server.spoil(() => true, answer(401, { title: 'Unauthorized', status: 401 }))
    expect(await adapter.publisher.publish(session, draftOf('x'), intent)).toMatchObject({ ok: false, failure: { kind: 'auth_expired' } })
    expect(await adapter.publisher.publish(sessionWith({ refreshToken: null }), draftOf('x'), intent)).toMatchObject({ ok: false, failure: { kind: 'auth_revoked' } })
  })

  it('reads forwards without a gap, page by page, and an empty look brings nothing', async () => {
    for (let count = 0; count < 250; count += 1) network.hear(`première ${count}`)
    const first = await fetchAll(adapter, session, null)
    expect(first.items).toHaveLength(200)
    for (let count = 0; count < 230; count += 1) network.hear(`ensuite ${count}`)
    const second = await fetchAll(adapter, session, first.cursor)
    expect(new Set(second.items.map(({ remoteId }) => remoteId)).size).toBe(230)
    expect((await fetchAll(adapter, session, second.cursor)).items).toEqual([])
  })

  it('begins a look anew when its place in the list is over', async () => {
    for (let count = 0; count < 130; count += 1) network.hear(`n° ${count}`)
    const page = valueOf(await adapter.inbox!.fetchSince(session, null))
    expect(page.more).toBe(true)
    server.spoil(({ query }) => query.has('pagination_token'), answer(400, { title: 'Invalid Request', detail: 'The pagination token is not valid', status: 400 }), 1)
    const again = valueOf(await adapter.inbox!.fetchSince(session, page.nextCursor))
    expect(again.items).toHaveLength(100)
  })

  it('refuses what is no id of X before anything is asked', async () => {
    for (const remoteId of ['../users/me', '', 'abc', '1'.repeat(20)]) expect(await adapter.publisher.act!(session, { act: 'delete', remoteId })).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
    expect(server.requests).toHaveLength(0)
  })

  it.skipIf(!hasSharedFolder)('has asked nothing in all of this that its description does not know', () => {
    expect(ledger.requests.length).toBeGreaterThan(20)
    expect(ledger.complaints(loadOpenApi('x/openapi.xdk.json'))).toEqual([])
  })
})
