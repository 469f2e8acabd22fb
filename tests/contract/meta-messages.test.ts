import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, failureKind, fetchAll, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { createFakeInstagram } from './fake-instagram.ts'
import { refusedByMeta } from './fake-meta.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const hour = 3_600_000

let http: ClosableHttpClient
let server: HostileServer
afterEach(async () => {
  http.close()
  await server.stop()
})

describe.each(['Facebook', 'Instagram'] as const)('private messages on %s', (name) => {
  const tom = name === 'Facebook' ? { id: '77', name: 'Tom' } : { id: '77', username: 'tom' }
  const ana = name === 'Facebook' ? { id: '78', name: 'Ana' } : { id: '78', username: 'ana' }
  const isSend = ({ method, path }: FakeRequest): boolean => method === 'POST' && path.endsWith('/messages')

  async function raise(change: (request: FakeRequest) => FakeAnswer | null = () => null) {
    const under = adaptersUnderTest.find((each) => each.name === name)!
    const network = name === 'Facebook' ? createFakeFacebook() : createFakeInstagram()
    let later = 0
    server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    const ledger = createRequestLedger()
    const adapter = under.createAdapter({ http: ledger.watch(http), clock: { now: () => Date.now() + later, after: () => () => undefined } })
    const session = under.createSession(server.url, adapter)
    const answerTo = (person: typeof tom, text: string): Draft => draftOf(text, { audience: 'message', replyTo: { remoteId: 'm_x', rootRemoteId: network.messages.conversationOf(person), authorHandle: 'x' } })
    return {
      network, adapter, session, ledger, under, answerTo, pass: (ms: number) => void (later += ms),
      find: (draft: Draft, sentAt = Date.now()) => adapter.publisher.findPublished(session, draft, { ...intent, sentAt })
    }
  }

  it('come in once, each person in a conversation of their own, with what is said under posts', async () => {
    const { network, adapter, session, ledger, under } = await raise()
    for (let count = 0; count < 30; count += 1) network.messages.write(tom, `Bonjour ${count}`, Date.now() - 2 * hour + count * 1_000)
    network.messages.write(ana, 'Ouvert dimanche ?')
    network.hear('sous un post')
    const first = await fetchAll(adapter, session, null)
    // A first look takes what the network gives with each conversation.
    expect(first.items.filter(({ kind }) => kind === 'message')).toHaveLength(21)
    expect(first.items.find(({ text }) => text === 'Ouvert dimanche ?')).toMatchObject({ kind: 'message', conversationRemoteId: network.messages.conversationOf(ana), isOwn: false, ourPostRemoteId: null, authorHandle: name === 'Facebook' ? 'Ana' : '@ana' })
    expect(first.items.some(({ text }) => text === 'sous un post')).toBe(true)
    expect((await fetchAll(adapter, session, first.cursor)).items).toEqual([])
    for (let count = 0; count < 50; count += 1) network.messages.write(tom, `Encore ${count}`, Date.now() + count)
    const second = await fetchAll(adapter, session, first.cursor)
    expect(new Set(second.items.map(({ text }) => text)).size).toBe(50)
    if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
  })

  it('a cursor of before there were messages goes on where it was', async () => {
    const { network, adapter, session } = await raise()
    network.hear('ancien')
    const { cursor } = await fetchAll(adapter, session, null)
    const ofComments = (JSON.parse(cursor!) as { comments: string }).comments
    network.messages.write(tom, 'Bonjour')
    network.hear('nouveau')
    expect((await fetchAll(adapter, session, ofComments)).items.map(({ text }) => text).toSorted()).toEqual(['Bonjour', 'nouveau'])
  })

  it('a login without the right to read them still reads what is said under posts, and loses no message', async () => {
    let mayRead = false
    const { network, adapter, session } = await raise(({ path }) => (!mayRead && path.endsWith('/conversations') ? refusedByMeta(200, 'Requires permission to manage the object') : null))
    network.messages.write(tom, 'Bonjour')
    network.hear('sous un post')
    const first = await fetchAll(adapter, session, null)
    expect(first.items.map(({ text }) => text)).toEqual(['sous un post'])
    mayRead = true
    expect((await fetchAll(adapter, session, first.cursor)).items.map(({ text }) => text)).toEqual(['Bonjour'])
  })

  it('an answer goes to the person who wrote, and is found again', async () => {
    const { network, adapter, session, ledger, under, answerTo, find } = await raise()
    network.messages.write(tom, 'Bonjour', Date.now() - 23 * hour)
    const draft = answerTo(tom, 'Bonjour Tom')
    const sent = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(server.requests.find(isSend)?.json).toMatchObject({ recipient: { id: '77' }, messaging_type: 'RESPONSE', message: { text: 'Bonjour Tom' } })
    expect([network.messages.sent(), valueOf(await find(draft))]).toEqual([['Bonjour Tom'], sent])
    expect((await fetchAll(adapter, session, null)).items.find(({ remoteId }) => remoteId === sent.remoteId)).toMatchObject({ isOwn: true, kind: 'message' })
    if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
  })

  it('more than a day after their last message nothing is sent, and it is said why, also where only the network knows', async () => {
    const { network, adapter, session, answerTo } = await raise()
    network.messages.write(tom, 'Bonjour', Date.now() - 25 * hour)
    expect(await adapter.publisher.publish(session, answerTo(tom, 'Trop tard'), intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'window_closed' } } } })
    expect(server.requests.some(isSend)).toBe(false)
    await server.stop()
    const strict = await raise((request) => (isSend(request) ? refusedByMeta(10, 'This message is sent outside of allowed window.', 2_018_278) : null))
    strict.network.messages.write(tom, 'Bonjour')
    expect(await strict.adapter.publisher.publish(strict.session, strict.answerTo(tom, 'Trop tard'), intent)).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'window_closed' } } } })
  })

  it('an answer whose arrival nobody saw is looked for, and not called absent too soon', async () => {
    const { network, adapter, session, answerTo, find, pass } = await raise()
    network.messages.write(tom, 'Bonjour')
    server.spoil(isSend, { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
    expect(failureKind(await adapter.publisher.publish(session, answerTo(tom, 'Oui'), intent))).toBe('unknown_outcome')
    expect(valueOf(await find(answerTo(tom, 'Oui')))).toMatchObject({ remoteId: expect.stringMatching(/^m_/) })
    expect(valueOf(await find(answerTo(tom, 'Non')))).toBe('cannot_tell')
    const sentAt = Date.now()
    pass(61_000)
    expect(valueOf(await find(answerTo(tom, 'Non'), sentAt))).toBe('none')
    expect(network.messages.sent()).toEqual(['Oui'])
  })

  it('a message that is too long, or has a picture, is refused before anything is sent', async () => {
    const { network, adapter, session, answerTo } = await raise()
    network.messages.write(tom, 'Bonjour')
    expect(await adapter.publisher.publish(session, answerTo(tom, 'é'.repeat(2_001)), intent)).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'message_too_long' } } } })
    expect(server.requests.some(isSend)).toBe(false)
  })
})
