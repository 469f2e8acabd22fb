import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { fakeStaffCategory } from './fake-discourse.ts'
import type { FakeNetwork } from './fake-network.ts'
import { refusals, startHostileServer, type HostileServer } from './hostile-server.ts'

const subject = adaptersUnderTest.find(({ name }) => name === 'Discourse')!
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f51', intentAt: Date.now() }
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }

describe('a post of a forum quoted in one of ours', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  /** What topics say of where they lie. */
  let place: object = {}
  /** What posts say of themselves. */
  let ofPosts: object = {}

  beforeEach(async () => {
    place = {}
    ofPosts = {}
    network = subject.createNetwork()
    server = await startHostileServer({
      ...network,
      answer(request, origin) {
        const answer = network.answer(request, origin)
        if (/^\/posts\/\d+\.json$/.test(request.path)) return { ...answer, json: { ...(answer.json as object), ...ofPosts } }
        return /^\/t\/\d+\.json$/.test(request.path) ? { ...answer, json: { ...(answer.json as object), ...place } } : answer
      }
    })
    http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = subject.createAdapter({ http, clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    session = subject.createSession(server.url, adapter)
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const quoting = (text: string | undefined, more: Partial<Draft> = {}): Draft => draftOf('Bien vu', { title: 'Le port', quote: { remoteId: network.hear('Le port au matin'), url: 'https://forum.example/t/sujet/10/2', ...(text === undefined ? {} : { text }) }, ...more })
  const publish = (draft: Draft) => adapter.publisher.publish(session, draft, intent)
  const rawOf = async (remoteId: string): Promise<string> => ((await (await fetch(`${server.url}/posts/${remoteId}.json`)).json()) as { raw: string }).raw
  const head = '[quote="tom, post:2, topic:10"]\n'

  it('stands above the words as it was read, names whose it is and where, and holds no mark of its own', async () => {
    const { remoteId } = valueOf(await publish(quoting('Le port *au matin*\n[/quote]\nhttps://exemple.fr/[/quote]', { media: [pictureOf('un point')] })))
    const raw = await rawOf(remoteId)
    expect(raw.startsWith(`${head}Le port \\*au matin\\*\n\\[/quote\\]\nhttps://exemple.fr/\\[/quote]\n[/quote]\n\nBien vu\n\n![un point`)).toBe(true)
  })

  it.each([[undefined], [''], ['  \n']])('of a post without words (%j) holds its address', async (text) => {
    const { remoteId } = valueOf(await publish(quoting(text)))
    expect(await rawOf(remoteId)).toBe(`${head}https://forum.example/t/sujet/10/2\n[/quote]\n\nBien vu`)
  })

  it('is read back as our words alone, and stays to the letter when they become others', async () => {
    const draft = quoting('Le port au matin')
    const { remoteId } = valueOf(await publish(draft))
    const there = async (document: Draft['document']) => valueOf(await adapter.readBack!(session, remoteId, { title: 'Le port', text: '', document, media: [] }))
    expect(await there(draft.document)).toMatchObject({ text: 'Bien vu', textAsSent: 'Bien vu', form: 'as_sent' })
    const mended = draftOf('Très bien vu')
    valueOf(await adapter.publisher.edit!(session, { remoteId, title: 'Le port', text: mended.text, document: mended.document, hasMedia: false, was: draft }))
    expect(await rawOf(remoteId)).toBe(`${head}Le port au matin\n[/quote]\n\nTrès bien vu`)
  })

  it.each([
    ['a private topic', { archetype: 'private_message', category_id: null }, 'quote_not_public'],
    ['a category for few', { category_id: fakeStaffCategory }, 'quote_not_public'],
    ['a topic that does not tell its category', { category_id: undefined }, 'quote_not_public'],
    ['a topic whose category cannot be read', { category_id: 'salon' }, 'quote_not_public']
  ])('of %s shows its words to nobody else', async (_, said, reason) => {
    const draft = quoting('Entre nous')
    place = said
    const sent = await publish(draft)
    expect([failureKind(sent), sent.ok ? '' : sent.failure.error.details?.['reason'], network.visible()]).toEqual(['rejected', reason, []])
  })

  it.each([
    ['whispered among those who run the forum', { post_type: 4 }],
    ['hidden after reports', { hidden: true }]
  ])('that is %s is shown to nobody else', async (_, ofPost) => {
    const draft = quoting('Entre nous')
    ofPosts = ofPost
    const sent = await publish(draft)
    expect([failureKind(sent), sent.ok ? '' : sent.failure.error.details?.['reason'], network.visible()]).toEqual(['rejected', 'quote_not_public', []])
  })

  it('of a category for few goes out in that category, where the same people read', async () => {
    place = { category_id: 5 }
    expect(valueOf(await publish(quoting('Entre nous')))).toBeDefined()
    expect(server.requests.some(({ path }) => path.startsWith('/c/'))).toBe(false)
  })

  it('is not sent where the forum does not tell who may read it', async () => {
    const draft = quoting('Le port au matin')
    server.spoil(({ path }) => path.startsWith('/c/'), refusals.forbidden)
    expect(failureKind(await publish(draft))).toBe('rejected')
    expect(network.visible()).toEqual([])
  })
})
