import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Act } from '../../shared/networks/acts.ts'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import type { BlueskyPerson } from './bluesky-person.ts'
import { hasBlueskyServer, startBlueskyServer, type BlueskyServer } from './start-bluesky-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const posts = 'app.bsky.feed.post'

if (!hasBlueskyServer) console.log('skipped: hidden answers and galleries of Bluesky on a real server (not laid out: VIGIE_TEST_PDS_MODULES)')

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
    const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect({ serverUrl: server.url, identifier: lea.handle, appPassword: await lea.makeAppPassword('hiding'), signal: new AbortController().signal }))
    session = createSession('bluesky', identity, secret)
  })
  afterAll(() => server?.stop())

  it('hides answers below its own posts, leaves the rest of the thread’s rules as they are, and shows them again', async () => {
    const ours = await lea.post('une question à tous')
    await lea.closeThread(ours.uri)
    const rude = await lea.reply('de ma main', ours)
    const act = (what: Act, remoteId = rude.uri) => adapter.publisher.act!(session, { act: what, remoteId })
    const gate = async () => (await lea.records('app.bsky.feed.threadgate')).find(({ value }) => value['post'] === ours.uri)?.value
    const before = await gate()
    for (const what of ['hide', 'hide'] as const) valueOf(await act(what))
    expect(await gate()).toEqual({ ...before, hiddenReplies: [rude.uri] })
    for (const what of ['unhide', 'unhide'] as const) valueOf(await act(what))
    expect(await gate()).toEqual({ ...before, hiddenReplies: [] })
    const theirs = await tom.post('chez lui')
    expect(await act('hide', (await lea.reply('là-bas', theirs)).uri)).toMatchObject({ ok: false, failure: { error: { details: { reason: 'not_below_ours' } } } })
  })

  it('closes a thread of its own to answers and opens it again, what is hidden there stays hidden', async () => {
    const ours = await lea.post('une autre question')
    const rude = await lea.reply('encore de ma main', ours)
    const act = async (what: Act) => valueOf(await adapter.publisher.act!(session, { act: what, remoteId: rude.uri }))
    const gate = async () => (await lea.records('app.bsky.feed.threadgate')).find(({ value }) => value['post'] === ours.uri)?.value
    await act('hide')
    for (const what of ['lock', 'lock'] as const) await act(what)
    expect(await gate()).toMatchObject({ allow: [], hiddenReplies: [rude.uri] })
    for (const what of ['unlock', 'unlock'] as const) await act(what)
    expect(await gate()).toMatchObject({ hiddenReplies: [rude.uri] })
    expect(await gate()).not.toHaveProperty('allow')
  })

  it('pins a post to the profile in the place of another, where the person was told of that one, and takes the pin away; all else of the profile stays', async () => {
    const [first, second] = [await lea.post('à épingler'), await lea.post('à épingler ensuite')]
    const profile = async () => (await lea.records('app.bsky.actor.profile'))[0]?.value
    const set = (remoteId: string, isPinned: boolean, instead: string | null = null) => adapter.pins!.set(session, { remoteId, isPinned, instead })
    for (const each of [true, true]) valueOf(await set(first.uri, each))
    const { pinnedPost, ...rest } = (await profile())!
    expect(pinnedPost).toEqual({ uri: first.uri, cid: first.cid })
    expect(await set(second.uri, true)).toMatchObject({ ok: false, failure: { error: { details: { reason: 'pin_changed' } } } })
    valueOf(await set(second.uri, true, first.uri))
    expect(await profile()).toEqual({ ...rest, pinnedPost: { uri: second.uri, cid: second.cid } })
    valueOf(await set(first.uri, false))
    expect((await profile())!['pinnedPost']).toMatchObject({ uri: second.uri })
    for (const each of [false, false]) valueOf(await set(second.uri, each))
    expect(await profile()).toEqual(rest)
  })

  it('sends more pictures than a grid holds as a gallery, which the server keeps', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('dix vues', { media: Array.from({ length: 10 }, (_, at) => pictureOf(`vue ${at + 1}`)) }), newIntent()))
    const record = (await lea.records(posts)).find(({ uri }) => uri === remoteId)!.value
    expect(record['embed']).toMatchObject({ $type: 'app.bsky.embed.gallery', items: Array.from({ length: 10 }, (_, at) => ({ $type: 'app.bsky.embed.gallery#image', alt: `vue ${at + 1}`, image: { mimeType: 'image/png' } })) })
  })
})
