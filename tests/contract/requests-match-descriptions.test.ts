import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { acts } from '../../shared/networks/acts.ts'
import { documentOf, draftOf, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest, tiktokDirect } from './adapters-under-test.ts'
import type { FakeNetwork } from './fake-network.ts'
import { createRequestLedger, type Fullness, type NetworkDescription } from './descriptions/network-description.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'

if (!hasSharedFolder) console.log('skipped: requests against the descriptions of the networks (no ../shared; set VIGIE_SHARED)')

describe.skipIf(!hasSharedFolder)('every request is one that the description of the network knows', () => {
  const servers: HostileServer[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()))
  })

  const clock = { now: () => Date.now(), after: (_: number, callback: () => void) => (callback(), () => undefined) }
  const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
  const draft = draftOf('Bonjour @tom.test, voir https://exemple.fr #été', { title: 'Bonjour à tous, et à demain', media: [pictureOf('un point'), pictureOf('deux')] })
  const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }

  const draftFor = ({ fileOf }: AdapterUnderTest, { capabilities }: NetworkAdapter): Draft => ({ ...draft, ...(capabilities.tags === undefined ? {} : { tags: ['jardin', 'phare'] }), media: fileOf === undefined ? draft.media.slice(0, capabilities.images.maxCount.value) : [fileOf('phare')] })

  /** What a network that publishes by itself is asked in a post's life there. */
  async function liveScheduled({ scheduler }: NetworkAdapter, session: AccountSession, post: Draft): Promise<void> {
    if (scheduler === undefined) return
    const dueAt = Math.floor(Date.now() / 60_000) * 60_000 + 86_400_000
    const handOver = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13', dueAt }
    const there = valueOf(await scheduler.handOver(session, post, handOver))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    valueOf(await scheduler.find(session, post, { ...handOver, sentAt: Date.now() }))
    valueOf(await scheduler.read(session, post, there))
    valueOf(await scheduler.move(session, post, there, dueAt + 3_600_000))
    valueOf(await scheduler.cancel(session, post, { ...there, dueAt: dueAt + 3_600_000 }))
  }

  /** What a network asks of each post, and the list that a film goes into. */
  async function listUnderTerms({ readTerms, publisher }: NetworkAdapter, session: AccountSession, remoteId: string): Promise<void> {
    const offer = await readTerms?.(session)
    const [list] = offer?.ok === true ? (offer.value.film?.playlists ?? []) : []
    if (list !== undefined && publisher.addToList !== undefined) valueOf(await publisher.addToList(session, { remoteId, listId: list.id }))
  }

  /** Of private messages that are read when the person asks: a look, an answer, and the search for it. */
  async function talkPrivately({ paidMessages, publisher }: NetworkAdapter, session: AccountSession, network: FakeNetwork): Promise<void> {
    const conversationId = network.writesPrivately?.()
    if (paidMessages === undefined || conversationId === undefined) return
    valueOf(await paidMessages.fetchSince(session, null))
    const said = draftOf('en privé', { audience: 'message', replyTo: { remoteId: 'message:1', rootRemoteId: conversationId, authorHandle: '@tom' } })
    const sent = valueOf(await publisher.publish(session, said, { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f15' }))
    expect(valueOf(await publisher.findPublished(session, said, { ...intent, sentAt: Date.now(), isAnothers: () => false }))).toEqual(sent)
  }

  async function pinAndUnpin({ pins }: NetworkAdapter, session: AccountSession, remoteId: string): Promise<void> {
    for (const isPinned of [true, false]) {
      if (pins === undefined) return
      const there = valueOf(await pins.read(session, remoteId))
      if (there === 'gone' || there.hindrance !== null) return
      valueOf(await pins.set(session, { remoteId, isPinned, instead: null }))
    }
  }

  async function lookAndEdit(adapter: NetworkAdapter, session: AccountSession, published: Draft, publishedId: string): Promise<void> {
    const { readBack, publisher, capabilities } = adapter
    // Where the words of a post with a picture stay, a post of words.
    const isOfWords = capabilities.edit.notWith?.includes('picture') === true
    const own = isOfWords ? { ...published, media: [] } : published
    const remoteId = isOfWords ? valueOf(await publisher.publish(session, own, { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f14' })).remoteId : publishedId
    if (readBack !== undefined) valueOf(await readBack(session, remoteId, { ...own, media: own.media.map(({ durationMs }) => ({ isVideo: durationMs !== null })) }))
    if (publisher.edit !== undefined) valueOf(await publisher.edit(session, { ...draftOf('Bonsoir', { title: 'Bonsoir à tous' }), remoteId, hasMedia: own.media.length > 0, was: own }))
  }

  async function publishDocument({ publisher, capabilities }: NetworkAdapter, session: AccountSession): Promise<void> {
    if (capabilities.formats?.document === undefined) return
    valueOf(await publisher.publish(session, draftOf('Cinq phares à voir', { title: 'Cinq phares', media: [documentOf()], format: 'document' }), { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f16' }))
  }

  it.each([...adaptersUnderTest, tiktokDirect])('$name', async (subject) => {
    const network = subject.createNetwork()
    const server = await startHostileServer(network)
    servers.push(server)
    const ledger = createRequestLedger()
    const client = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    const adapter = subject.createAdapter({ http: ledger.watch(client), clock })
    const session = subject.createSession(server.url, adapter)
    const own = draftFor(subject, adapter)
    valueOf(await adapter.connect.whoAmI(session))
    await adapter.publisher.findPublished(session, own, { ...intent, sentAt: Date.now() })
    const { remoteId } = valueOf(await adapter.publisher.publish(session, own, intent))
    await adapter.publisher.publish(session, own, intent)
    await publishDocument(adapter, session)
    const heard = adapter.inbox === undefined ? [] : Array.from({ length: 60 }, (_, index) => network.hear(`question ${index}`))
    if (adapter.inbox !== undefined) await fetchAll(adapter, session, null)
    const target = heard[0] ?? remoteId
    const answer = draftOf('réponse', { replyTo: { remoteId: target, rootRemoteId: target, authorHandle: '@tom.test' } })
    await adapter.publisher.publish(session, answer, { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12' })
    await adapter.publisher.findPublished(session, answer, { ...intent, sentAt: Date.now() })
    for (const isAnswer of [true, false]) valueOf(await (adapter.publisher.listLast?.(session, { isAnswer, isMessage: false }) ?? Promise.resolve({ ok: true as const, value: null })))
    await liveScheduled(adapter, session, own)
    await listUnderTerms(adapter, session, remoteId)
    await talkPrivately(adapter, session, network)
    for (const liked of [true, false]) await adapter.publisher.setLiked?.(session, { remoteId: target, liked })
    await lookAndEdit(adapter, session, own, remoteId)
    await pinAndUnpin(adapter, session, remoteId)
    for (const act of acts) await adapter.publisher.act?.(session, { act, remoteId: act === 'delete' ? remoteId : target })
    client.close()
    const description = subject.loadDescription()
    console.log(ledger.report(`${subject.name}, a life`, description))
    expect(ledger.complaints(description)).toEqual([])
    expect(ledger.requests.length).toBeGreaterThan(5)
    expectStrict(description, ledger.requests)
  })

  const spoilt = ({ body, headers }: HttpRequest): string =>
    headers?.['content-type']?.startsWith('application/json') === true ? JSON.stringify({ ...(JSON.parse(body as string) as object), nonsense_field: 1 }) : `${body as string}&nonsense_field=1`

  /** A request that is spoilt in any field has to be noticed: a description that takes everything proves nothing. */
  function expectStrict(description: NetworkDescription, requests: readonly HttpRequest[]): void {
    const written = requests.filter(({ body, headers }) => typeof body === 'string' && headers?.['content-type'] !== undefined && body !== '{}')
    expect(written.length).toBeGreaterThan(0)
    for (const request of written) {
      const nonsense = spoilt(request)
      expect(description.check({ ...request, body: nonsense }), `${request.url} ${nonsense}`).not.toEqual([])
    }
    expect(description.check({ ...requests[0]!, url: `${requests[0]!.url.split('?')[0]}/nonsense/nonsense` })).toHaveLength(1)
  }

  describe.each(['most', 'least'] as const)('answers made from the description with the %s it allows are understood', (fullness) => {
    it.each(adaptersUnderTest)('$name', async (subject) => {
      const description = subject.loadDescription()
      const adapter = subject.createAdapter({ http: answeringFrom(description, fullness), clock })
      const session = subject.createSession('https://server.example', adapter)
      const said = await askEverything(subject, adapter, session)
      expect(said.filter(({ outcome }) => outcome.endsWith('unexpected_answer'))).toEqual([])
    })
  })

  function answeringFrom(description: NetworkDescription, fullness: Fullness): HttpClient {
    return {
      send(request) {
        const answer = description.answer(request, fullness) ?? { status: 200, json: {} }
        const body = new TextEncoder().encode(JSON.stringify(answer.json))
        return Promise.resolve({ ok: true, response: { status: answer.status, headers: { 'content-type': 'application/json', ...('headers' in answer ? answer.headers : {}) }, body, url: request.url } })
      }
    }
  }

  async function askEverything(subject: AdapterUnderTest, adapter: NetworkAdapter, session: AccountSession): Promise<{ call: string; outcome: string }[]> {
    const said: { call: string; outcome: string }[] = []
    const note = async (call: string, result: Promise<NetworkResult<unknown>> | undefined): Promise<void> => {
      const { ok, ...rest } = (await result) ?? { ok: true }
      said.push({ call, outcome: ok || !('failure' in rest) ? 'ok' : `${rest.failure.kind} ${rest.failure.error.code}` })
    }
    const own = draftFor(subject, adapter)
    const plain: Draft = subject.fileOf === undefined ? { ...own, media: [] } : own
    await note('whoAmI', adapter.connect.whoAmI(session))
    await note('publish', adapter.publisher.publish(session, plain, intent))
    await note('publish with pictures', adapter.publisher.publish(session, own, intent))
    await note('findPublished', adapter.publisher.findPublished(session, plain, { ...intent, sentAt: Date.now() - 600_000 }))
    await note('fetchSince', adapter.inbox?.fetchSince(session, null))
    await note('paid messages', adapter.paidMessages?.fetchSince(session, null))
    const { remoteIdExample } = subject
    for (const liked of [true, false]) await note('setLiked', adapter.publisher.setLiked?.(session, { remoteId: remoteIdExample, liked }))
    await note('readBack', adapter.readBack?.(session, remoteIdExample, { ...own, media: own.media.map(({ durationMs }) => ({ isVideo: durationMs !== null })) }))
    await note('edit', adapter.publisher.edit?.(session, { ...plain, remoteId: remoteIdExample, hasMedia: plain.media.length > 0, was: plain }))
    await note('readTerms', adapter.readTerms?.(session))
    await note('addToList', adapter.publisher.addToList?.(session, { remoteId: remoteIdExample, listId: 'PLaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }))
    for (const act of acts) await note(act, adapter.publisher.act?.(session, { act, remoteId: remoteIdExample }))
    return said
  }
})
