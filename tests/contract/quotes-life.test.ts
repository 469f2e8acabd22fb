import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f41', intentAt: Date.now() }
const quoting = (remoteId: string, more: Partial<Draft> = {}): Draft => draftOf('Bien vu', { quote: { remoteId, url: '' }, ...more })

describe('a quote, as the networks would have it', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  async function at(name: string, change: (request: FakeRequest, said: object) => object = (_, said) => said): Promise<string> {
    const subject = adaptersUnderTest.find((each) => each.name === name)!
    network = subject.createNetwork()
    server = await startHostileServer({
      ...network,
      answer(request, origin) {
        const answer = network.answer(request, origin)
        return answer.status === 200 && request.method === 'GET' ? { ...answer, json: change(request, answer.json as object) } : answer
      }
    })
    adapter = subject.createAdapter({ http, clock: { now: () => Date.now() + later, after: (_, callback) => (callback(), () => undefined) } })
    session = subject.createSession(server.url, adapter)
    return network.hear('Le port au matin')
  }
  const refusal = async (quoted: string): Promise<unknown> => {
    const sent = await adapter.publisher.publish(session, quoting(quoted), intent)
    return sent.ok ? 'sent' : [sent.failure.kind, sent.failure.error.details?.['reason'], network.visible().length]
  }

  beforeEach(() => {
    later = 0
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  it.each([
    ['a server before 4.5', { quote_approval: undefined }, 'quotes_not_here'],
    ['an author who lets nobody', { quote_approval: { automatic: [], manual: [], current_user: 'denied' } }, 'quotes_closed'],
    // Else the server would make ours one for followers, and say nothing.
    ['a post for followers', { visibility: 'private' }, 'quote_private'],
    ['a private message', { visibility: 'direct' }, 'quote_private']
  ])('is not sent at Mastodon, nor its words alone, by %s', async (_, change, reason) => {
    const quoted = await at('Mastodon', ({ path }, said) => (/\/statuses\/\d+$/.test(path) ? { ...said, ...change } : said))
    expect(await refusal(quoted)).toEqual(['rejected', reason, 0])
  })

  it.each(['manual', 'unknown', 'something new'])('is tried at Mastodon when the answer is %s: the author decides afterwards', async (policy) => {
    const quoted = await at('Mastodon', ({ path }, said) => (/\/statuses\/\d+$/.test(path) ? { ...said, quote_approval: { automatic: [], manual: ['public'], current_user: policy } } : said))
    expect(await refusal(quoted)).toBe('sent')
  })

  it.each([
    ['waits for the author', { state: 'pending', quoted_status: null }],
    ['cannot be read', 'nonsense'],
    ['is told by its name alone', { state: 'accepted', quoted_status_id: '1001' }]
  ])('is found at Mastodon also when it %s', async (_, quote) => {
    const quoted = await at('Mastodon', ({ path }, said) => (path.endsWith('/accounts/1/statuses') ? (said as object[]).map((status) => ({ ...status, quote })) : said))
    const { remoteId } = valueOf(await adapter.publisher.publish(session, quoting(quoted), intent))
    later = 20_000
    const found = valueOf(await adapter.publisher.findPublished(session, quoting(quoted), { ...intent, sentAt: Date.now(), since: Date.now() - 60_000 }))
    expect(found).toMatchObject({ remoteId })
  })

  it('takes words with an address for ours at Mastodon, also where the server made a quote of it by itself', async () => {
    await at('Mastodon', ({ path }, said) => (path.endsWith('/accounts/1/statuses') ? (said as object[]).map((status) => ({ ...status, quote: { state: 'accepted', quoted_status_id: '77' } })) : said))
    const draft = draftOf('Voir https://exemple.fr/77')
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now(), since: Date.now() - 60_000 }))).toMatchObject({ remoteId })
  })

  it('is not sent at Bluesky where the author lets nobody embed', async () => {
    const quoted = await at('Bluesky', ({ path }, said) => (path.endsWith('getPosts') ? { posts: (said as { posts: object[] }).posts.map((post) => ({ ...post, viewer: { embeddingDisabled: true } })) } : said))
    expect(await refusal(quoted)).toEqual(['rejected', 'quotes_closed', 0])
  })

  it('stands at Bluesky in the version that is there, beside pictures where there are any', async () => {
    const quoted = await at('Bluesky')
    valueOf(await adapter.publisher.publish(session, quoting(quoted), intent))
    valueOf(await adapter.publisher.publish(session, quoting(quoted, { media: [pictureOf('un point')] }), { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f42' }))
    const embeds = server.requests.filter((request) => network.isCreate(request)).map(({ json }) => (json['record'] as { embed: unknown }).embed)
    const record = { $type: 'app.bsky.embed.record', record: { uri: quoted, cid: 'bafyreifake1' } }
    expect(embeds).toEqual([record, { $type: 'app.bsky.embed.recordWithMedia', record, media: expect.objectContaining({ $type: 'app.bsky.embed.images' }) }])
  })

  it('is asked for at Bluesky by the author’s DID, also where a page named a handle', async () => {
    const quoted = await at('Bluesky')
    valueOf(await adapter.publisher.publish(session, quoting(quoted.replace('did:plc:themthemthemthemthemthem', 'tom.test')), intent))
    expect(network.quoted?.()).toEqual([quoted])
    expect(await refusal(quoted.replace('did:plc:themthemthemthemthemthem', 'personne.test'))).toEqual(['rejected', 'quoted_gone', 1])
  })

  it('takes the place of the card at Threads', async () => {
    const quoted = await at('Threads')
    valueOf(await adapter.publisher.publish(session, quoting(quoted, { text: 'Voir https://exemple.fr' }), intent))
    expect(server.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/threads'))?.json).toEqual({ media_type: 'TEXT', text: 'Voir https://exemple.fr', quote_post_id: quoted })
  })
})
