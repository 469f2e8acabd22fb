import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import type { AccountSession, Draft, NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { writeBlueskySecret } from '../../electron/engine/networks/bluesky/bluesky-secret.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { writeWordpressSecret } from '../../electron/engine/networks/wordpress/wordpress-secret.ts'
import { createSession, draftOf, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { loadBlueskyDescription } from './descriptions/bluesky-description.ts'
import { loadWordpressDescription } from './descriptions/wordpress-description.ts'
import { createFakeBluesky, fakeBlueskyDid } from './fake-bluesky.ts'
import type { FakeNetwork } from './fake-network.ts'
import { createFakeWordpress } from './fake-wordpress.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

if (!hasSharedFolder) console.log('skipped: requests to Bluesky and WordPress against their descriptions (no ../shared; set VIGIE_SHARED)')

describe.skipIf(!hasSharedFolder)('every request is one that the description of the network knows', () => {
  const servers: HostileServer[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()))
  })

  const clock = { now: () => Date.now(), after: () => () => undefined }
  const identity = (serverUrl: string, remoteId: string): Parameters<typeof createSession>[1] => ({ handle: '@lea.test', displayName: 'Léa', serverUrl, remoteId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } })

  /** What a network that publishes by itself is asked in a post's life there. */
  async function liveScheduled({ scheduler }: NetworkAdapter, session: AccountSession, draft: Draft): Promise<void> {
    if (scheduler === undefined) return
    const dueAt = Math.floor(Date.now() / 60_000) * 60_000 + 86_400_000
    const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13', dueAt }
    const there = valueOf(await scheduler.handOver(session, draft, intent))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    valueOf(await scheduler.find(session, draft, { ...intent, sentAt: Date.now() }))
    valueOf(await scheduler.read(session, draft, there))
    valueOf(await scheduler.move(session, draft, there, dueAt + 3_600_000))
    valueOf(await scheduler.cancel(session, draft, { ...there, dueAt: dueAt + 3_600_000 }))
  }

  async function recordLife(network: FakeNetwork, create: (http: HttpClient) => NetworkAdapter, sessionFor: (url: string) => AccountSession): Promise<HttpRequest[]> {
    const server = await startHostileServer(network)
    servers.push(server)
    const requests: HttpRequest[] = []
    const client = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    const adapter = create({ send: (request) => (requests.push(request), client.send(request)) })
    const session = sessionFor(server.url)
    const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
    const draft = draftOf('Bonjour @tom.test, voir https://exemple.fr #été', { title: 'Bonjour', media: [pictureOf('un point'), pictureOf('deux')] })
    valueOf(await adapter.connect.whoAmI(session))
    await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() })
    valueOf(await adapter.publisher.publish(session, draft, intent))
    await adapter.publisher.publish(session, draft, intent)
    const heard = Array.from({ length: 60 }, (_, index) => network.hear(`question ${index}`))
    await fetchAll(adapter, session, null)
    const replyTo = { remoteId: heard[0]!, rootRemoteId: heard[0]!, authorHandle: '@tom.test' }
    await adapter.publisher.publish(session, draftOf('réponse', { replyTo }), { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12' })
    await adapter.publisher.findPublished(session, draftOf('réponse', { replyTo }), { ...intent, sentAt: Date.now() })
    await liveScheduled(adapter, session, draft)
    for (const liked of [true, false]) await adapter.publisher.setLiked?.(session, { remoteId: heard[0]!, liked })
    client.close()
    return requests
  }

  it('Bluesky', async () => {
    const secret = writeBlueskySecret({ did: fakeBlueskyDid, accessJwt: 'a', refreshJwt: 'b', appPassword: 'c' })
    const requests = await recordLife(
      createFakeBluesky(),
      (http) => createBlueskyAdapter({ http, clock, appViewDid: 'did:web:a.test#bsky_appview', chatDid: 'did:web:c.test#bsky_chat' }),
      (url) => createSession('bluesky', identity(url, fakeBlueskyDid), secret)
    )
    const check = loadBlueskyDescription()
    expect(requests.length).toBeGreaterThan(20)
    expect([...new Set(requests.flatMap(check))]).toEqual([])
    const put = requests.find(({ url }) => url.endsWith('putRecord'))!
    const input = JSON.parse(put.body as string) as { record: Record<string, unknown> }
    expect(check({ ...put, body: JSON.stringify({ ...input, record: { ...input.record, text: 'x'.repeat(301), facets: [{ index: {} }], nonsense: 1 } }) }).length).toBeGreaterThan(3)
  })

  it('WordPress', async () => {
    const requests = await recordLife(
      createFakeWordpress(),
      (http) => createWordpressAdapter({ http, clock }),
      (url) => createSession('wordpress', identity(url, '1'), writeWordpressSecret({ apiRoot: `${url}/wp-json/`, userName: 'lea', appPassword: 'x' }))
    )
    const check = loadWordpressDescription()
    expect(requests.length).toBeGreaterThan(12)
    expect([...new Set(requests.flatMap(check))]).toEqual([])
    expect(check({ method: 'POST', url: 'https://blog.example/wp-json/wp/v2/posts?nonsense=1', signed: true, headers: { 'content-type': 'application/json' }, body: '{"status":"out","featured_media":"x"}' })).toHaveLength(3)
  })
})
