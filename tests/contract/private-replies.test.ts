import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, failureKind, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { createFakeInstagram } from './fake-instagram.ts'
import { refusedByMeta } from './fake-meta.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }

let http: ClosableHttpClient
let server: HostileServer
afterEach(async () => {
  http.close()
  await server.stop()
})

describe.each(['Facebook', 'Instagram'] as const)('a private answer to a comment on %s', (name) => {
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
    const heard = network.hear('Combien coûte la table ?')
    const draft = (text = 'Écrivez-nous vos mesures', more: Partial<Draft> = {}): Draft => draftOf(text, { audience: 'message', replyTo: { remoteId: heard, rootRemoteId: heard, authorHandle: '@tom', inPrivate: true }, ...more })
    return {
      network, adapter, session, ledger, under, heard, draft, pass: (ms: number) => void (later += ms), sends: () => server.requests.filter(isSend),
      send: (what = draft()) => adapter.publisher.publish(session, what, intent), find: (what = draft()) => adapter.publisher.findPublished(session, what, { ...intent, sentAt: Date.now() - 90_000 })
    }
  }

  it('goes to whoever wrote it, by the comment, and comes in among the messages', async () => {
    const { network, adapter, session, heard, send, sends, find, ledger, under } = await raise()
    const sent = valueOf(await send())
    expect(sends().map(({ json }) => json['recipient'])).toEqual([{ comment_id: heard }])
    expect(network.messages.sent()).toEqual(['Écrivez-nous vos mesures'])
    const { items } = await fetchAll(adapter, session, null)
    expect(items.find(({ remoteId }) => remoteId === sent.remoteId)).toMatchObject({ kind: 'message', isOwn: true, text: 'Écrivez-nous vos mesures' })
    expect(valueOf(await find())).toEqual(sent)
    if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
  })

  it('whose answer was lost is found with that person, and not sent again', async () => {
    const { network, send, find } = await raise()
    server.spoil(isSend, { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
    expect(failureKind(await send())).toBe('unknown_outcome')
    expect(valueOf(await find())).toMatchObject({ remoteId: expect.stringMatching(/^m_/) })
    expect(network.messages.sent()).toHaveLength(1)
  })

  it('that never arrived is told as none once it would show, and not before', async () => {
    const { send, find, adapter, session, draft } = await raise()
    server.spoil(isSend, { name: 'the call is lost', isDone: false, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
    expect(failureKind(await send())).toBe('unknown_outcome')
    expect(valueOf(await adapter.publisher.findPublished(session, draft(), { ...intent, sentAt: Date.now() }))).toBe('cannot_tell')
    expect(valueOf(await find())).toBe('none')
    valueOf(await send())
  })

  it('is one alone: the network refuses a second one, in words of ours', async () => {
    const { network, send, draft } = await raise()
    valueOf(await send())
    expect(await send(draft('Encore'))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'private_reply_used' } } } })
    expect(network.messages.sent()).toHaveLength(1)
  })

  it('says nothing of one whose author is not told', async () => {
    const { find } = await raise(({ method, query }) => (method === 'GET' && query.get('fields') === 'id,from' ? { status: 200, json: { id: '7' } } : null))
    expect(valueOf(await find())).toBe('cannot_tell')
  })

  it('holds words alone, as many as a message may, and is sent to nothing but a comment', async () => {
    const { send, draft, sends } = await raise()
    expect(await send(draft('x', { media: [pictureOf('un')] }))).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'words_alone' } } } })
    expect(await send(draft('x'.repeat(2_001)))).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'message_too_long' } } } })
    expect(failureKind(await send(draft('x', { replyTo: { remoteId: '../me', rootRemoteId: '7', authorHandle: '@tom', inPrivate: true } })))).toBe('rejected')
    expect(sends()).toEqual([])
  })

  it('a missing right is said as one', async () => {
    const { send } = await raise((request) => (isSend(request) ? refusedByMeta(200, 'Requires pages_messaging permission') : null))
    expect(await send()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { status: 403 } } } })
  })
})
