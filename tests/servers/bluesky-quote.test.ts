import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import type { BlueskyPerson } from './bluesky-person.ts'
import { hasBlueskyServer, startBlueskyServer, type BlueskyServer } from './start-bluesky-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const posts = 'app.bsky.feed.post'

if (!hasBlueskyServer) console.log('skipped: quotes of Bluesky on a real server (not laid out: VIGIE_TEST_PDS_MODULES)')

describe.skipIf(!hasBlueskyServer)('Bluesky, on a real PDS', () => {
  let server: BlueskyServer
  let adapter: NetworkAdapter
  let session: TestSession
  let lea: BlueskyPerson
  let tom: BlueskyPerson
  const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })

  beforeAll(async () => {
    server = await startBlueskyServer()
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = createBlueskyAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined }, random: systemRandom, appViewDid: server.appViewDid, chatDid: server.chatDid, plcUrl: server.plcUrl })
    lea = await server.createPerson('lea')
    tom = await server.createPerson('tom')
    const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect({ serverUrl: server.url, identifier: lea.handle, appPassword: await lea.makeAppPassword('quotes'), signal: new AbortController().signal }))
    session = createSession('bluesky', identity, secret)
  })
  afterAll(() => server?.stop())

  it('quotes a post alone and beside a picture, by its author’s DID or handle, once for each intent', async () => {
    const post = await tom.post('à citer')
    const quoting = (text: string, remoteId: string, more = {}): Draft => draftOf(text, { quote: { remoteId, url: '' }, ...more })
    const intents = [newIntent(), newIntent(), newIntent()] as const
    const sent = [
      quoting('seule', post.uri), quoting('à côté', post.uri, { media: [pictureOf('un point')] }), quoting('par son nom', post.uri.replace(tom.did, 'tom.test'))
    ].map((draft, place) => [draft, intents[place]!] as const)
    for (const [draft, intent] of [...sent, ...sent]) valueOf(await adapter.publisher.publish(session, draft, intent))
    const embedOf = async (text: string): Promise<unknown[]> => (await lea.records(posts)).filter(({ value }) => value['text'] === text).map(({ value }) => value['embed'])
    const record = { $type: 'app.bsky.embed.record', record: { uri: post.uri, cid: post.cid } }
    expect(await Promise.all(['seule', 'à côté', 'par son nom'].map(embedOf))).toEqual([[record], [expect.objectContaining({ $type: 'app.bsky.embed.recordWithMedia', record, media: expect.objectContaining({ $type: 'app.bsky.embed.images' }) })], [record]])
    expect(await adapter.publisher.publish(session, quoting('rien', `${post.uri.slice(0, -3)}xyz`), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'quoted_gone' } } } })
  })
})
