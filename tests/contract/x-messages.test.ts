import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { CallLimits, LimitReading } from '../../electron/engine/networks/network-limits.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createXAdapter } from '../../electron/engine/networks/x/x-adapter.ts'
import { xApiUrl, xLoginUrl } from '../../electron/engine/networks/x/x-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { mostOfLook, type PaidReading } from '../../shared/networks/paid-messages.ts'
import { xCapabilities } from '../../shared/networks/x-capabilities.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadXDescription } from './descriptions/x-description.ts'
import { createFakeX, fakeXUserId, type FakeX } from './fake-x.ts'
import type { FakeRequest } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const identity = { handle: '@lea', displayName: 'Léa', remoteId: fakeXUserId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const tom = { id: '2002', name: 'Tom', username: 'tom' }
const ana = { id: '30', name: 'Ana', username: 'ana' }

describe('private messages of X', () => {
  let network: FakeX
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0
  const paid: PaidReading[] = []
  const ledger = createRequestLedger()

  beforeEach(async () => {
    later = 0
    paid.length = 0
    network = createFakeX()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createXAdapter({ http: ledger.watch(http), clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: xApiUrl, loginUrl: xLoginUrl })
    const secret = writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null })
    session = { ...createSession('x', { ...identity, serverUrl: server.url }, secret), secret, onPaidReading: (reading) => void paid.push(reading) }
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const isEvents = ({ method, path }: FakeRequest): boolean => method === 'GET' && path.endsWith('/dm_events')
  const isSend = ({ method, path }: FakeRequest): boolean => method === 'POST' && path.endsWith('/messages')
  const answer = (status: number, json: unknown, headers: Readonly<Record<string, string>> = {}): Fault => ({
    name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json))
  })
  const lost: Fault = { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }
  const answerTo = (conversationId: string, text: string, more: Partial<Draft> = {}): Draft => draftOf(text, { audience: 'message', replyTo: { remoteId: 'message:1', rootRemoteId: conversationId, authorHandle: '@tom' }, ...more })
  const send = (draft: Draft) => adapter.publisher.publish(session, draft, intent)
  const find = (draft: Draft, sentAt = Date.now(), isAnothers?: (remoteId: string) => boolean) => adapter.publisher.findPublished(session, draft, { ...intent, sentAt, isAnothers: isAnothers ?? (() => false) })
  const look = (cursor: string | null) => adapter.paidMessages!.fetchSince(session, cursor)

  async function lookToTheEnd(cursor: string | null, most = 20) {
    const items = []
    let next = cursor
    for (let calls = 0; calls < most; calls += 1) {
      const page = valueOf(await look(next))
      items.push(...page.items)
      next = page.nextCursor
      if (!page.more) return { items, cursor: next, calls: calls + 1 }
    }
    throw new Error('it goes on for ever')
  }

  it('come in once, each person in a conversation of their own, and say what was read', async () => {
    network.messages.write(tom, 'Bonjour & <salut>, voir https://exemple.fr/a', { hasPicture: true })
    network.messages.write(ana, 'Ouvert dimanche ?')
    network.messages.write(tom, 'À plusieurs', { groupId: '1582103724607971328' })
    await send(answerTo(network.messages.conversationWith(ana), 'Oui, dès dix heures'))
    const { items, nextCursor, more, paid: read } = valueOf(await look(null))
    expect([more, read]).toEqual([false, { messages: 4, people: 3 }])
    expect(items.find(({ text }) => text.startsWith('Bonjour'))).toMatchObject({ text: 'Bonjour & <salut>, voir https://exemple.fr/a', kind: 'message', conversationRemoteId: '1001-2002', authorName: 'Tom', authorHandle: '@tom', isOwn: false, attachmentCount: 1, ourPostRemoteId: null, url: 'https://x.com/messages/1001-2002' })
    expect(items.filter(({ conversationRemoteId }) => conversationRemoteId === '30-1001').map(({ text, isOwn }) => [text, isOwn])).toEqual([['Oui, dès dix heures', true], ['Ouvert dimanche ?', false]])
    expect(items.find(({ text }) => text === 'À plusieurs')).toMatchObject({ conversationRemoteId: '1582103724607971328' })
    expect(items.every(({ remoteId }) => /^message:\d+$/.test(remoteId))).toBe(true)
    // Nobody told them to X's public lists, and nothing public is told here.
    expect((await fetchAll(adapter, session, null)).items).toEqual([])
    expect(valueOf(await look(nextCursor))).toMatchObject({ more: false, paid: { messages: 4 } })
  })

  it('a first look takes the newest alone, a later one goes on until it meets what is known', async () => {
    for (let count = 0; count < 45; count += 1) network.messages.write(tom, `Ancien ${count}`)
    const first = await lookToTheEnd(null)
    expect([first.calls, first.items.length, first.items.at(-1)?.text]).toEqual([2, 20, 'Ancien 25'])
    expect(first.items.length * 20).toBe(mostOfLook(xCapabilities.paidMessages))
    for (let count = 0; count < 34; count += 1) network.messages.write(ana, `Neuf ${count}`)
    const second = await lookToTheEnd(first.cursor)
    expect(second.items.filter(({ text }) => text.startsWith('Neuf'))).toHaveLength(34)
    expect(second.calls).toBe(4)
    const third = await lookToTheEnd(second.cursor)
    expect([third.calls, third.items.length]).toEqual([1, 10])
  })

  it('what comes while a look goes on is met by the next one', async () => {
    network.messages.write(tom, 'connu')
    const { nextCursor } = valueOf(await look(null))
    for (let count = 0; count < 12; count += 1) network.messages.write(tom, `premier ${count}`)
    const begun = valueOf(await look(nextCursor))
    expect(begun.more).toBe(true)
    network.messages.write(ana, 'entre-temps')
    const ended = valueOf(await look(begun.nextCursor))
    expect(ended.more).toBe(false)
    expect(valueOf(await look(ended.nextCursor)).items.map(({ text }) => text)).toContain('entre-temps')
  })

  it('a look whose place in the list is over begins anew', async () => {
    network.messages.write(tom, 'connu')
    const { nextCursor } = valueOf(await look(null))
    for (let count = 0; count < 12; count += 1) network.messages.write(tom, `n° ${count}`)
    const begun = valueOf(await look(nextCursor))
    server.spoil(({ query }) => query.has('pagination_token'), answer(400, { title: 'Invalid Request', detail: 'The pagination token is not valid', status: 400 }), 1)
    expect(valueOf(await look(begun.nextCursor)).items[0]?.text).toBe('n° 11')
  })

  it('a login asks for the right to read and to write them', async () => {
    const { connect } = adapter
    if (connect.kind !== 'browser_login') throw new Error(connect.kind)
    const { loginUrl } = valueOf(await connect.begin({ serverUrl: server.url, redirectUri: 'http://127.0.0.1:28347/vigie', app: { clientId: 'id', clientSecret: null, redirectUri: null }, signal: new AbortController().signal }))
    expect(new URL(loginUrl).searchParams.get('scope')?.split(' ')).toEqual(expect.arrayContaining(['dm.read', 'dm.write', 'tweet.read', 'users.read', 'offline.access']))
  })

  it('a login without the right is told so, and a missing credit too; an answer of another shape is no empty list', async () => {
    server.spoil(isEvents, answer(403, { title: 'Forbidden', detail: 'You are not permitted to perform this action.', status: 403 }), 1)
    expect(await look(null)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'messages_not_allowed', said: 'You are not permitted to perform this action.' } } } })
    server.spoil(isEvents, answer(402, { title: 'CreditsDepleted', detail: 'Your credits are depleted' }), 1)
    expect(await look(null)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'no_credit' } } } })
    for (const shape of [[], { data: 'none' }, { data: {} }, 'none']) {
      server.spoil(isEvents, answer(200, shape), 1)
      expect(failureKind(await look(null)), JSON.stringify(shape)).toBe('bug')
    }
  })

  it('leaves out what is no message, and says that it was read', async () => {
    network.messages.write(tom, 'Bonjour')
    const strange = [{ id: 'abc', event_type: 'MessageCreate' }, { id: '7', event_type: 'ParticipantsJoin', created_at: '2026-11-21T09:00:00.000Z', dm_conversation_id: '1-1001' }, null, 7, { id: '8', event_type: 'MessageCreate', text: 'ailleurs', created_at: '2026-11-21T09:00:00.000Z', dm_conversation_id: '../users/me' }]
    server.spoil(isEvents, answer(200, { data: strange, meta: { result_count: 5 } }), 1)
    expect(valueOf(await look(null))).toMatchObject({ items: [], paid: { messages: 5, people: 0 } })
  })

  it('a budget of messages that is used up holds neither mentions nor posts', async () => {
    const held = new Map<string, number>()
    const limits: CallLimits = {
      heldUntil: (use) => held.get(use) ?? null,
      note: (use, readings: readonly LimitReading[]) => readings.filter(({ remaining }) => remaining === 0).forEach(({ resetsAt }) => held.set(use, resetsAt))
    }
    session = { ...session, limits }
    const resetsAt = (Math.ceil(Date.now() / 1000) + 600) * 1000
    const reset = String(resetsAt / 1000)
    server.spoil(isEvents, answer(429, { title: 'Too Many Requests', status: 429 }, { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset }), 1)
    const refused = await look(null)
    // By this computer's clock: X tells its own to the second.
    expect(!refused.ok && refused.failure.kind === 'rate_limited' && Math.abs(refused.failure.until - resetsAt) <= 1_000).toBe(true)
    const asked = server.requests.length
    expect(failureKind(await look(null))).toBe('rate_limited')
    expect(server.requests).toHaveLength(asked)
    expect([...held.keys()]).toEqual(['read_messages'])
    network.hear('en public')
    expect((await fetchAll(adapter, session, null)).items).toHaveLength(1)
  })

  it('an answer goes into the conversation, and is found again whatever X made of its words', async () => {
    network.messages.write(tom, 'Bonjour')
    const draft = answerTo('1001-2002', 'Tom & <Léa>, voir https://exemple.fr/b?c=1')
    const sent = valueOf(await send(draft))
    expect(sent).toMatchObject({ remoteId: expect.stringMatching(/^message:\d+$/), url: 'https://x.com/messages/1001-2002' })
    expect(server.requests.filter(isSend).map(({ path, json }) => [path, json])).toEqual([['/2/dm_conversations/1001-2002/messages', { text: draft.text }]])
    expect(valueOf(await find(draft))).toEqual(sent)
    expect(paid).toEqual([{ messages: 2, people: 2 }])
    expect(valueOf(await look(null)).items.find(({ remoteId }) => remoteId === sent.remoteId)).toMatchObject({ isOwn: true, text: draft.text })
  })

  it('an answer whose arrival nobody saw is looked for, and not called absent too soon', async () => {
    network.messages.write(tom, 'Bonjour')
    server.spoil(isSend, lost, 1)
    expect(failureKind(await send(answerTo('1001-2002', 'Oui')))).toBe('unknown_outcome')
    expect(valueOf(await find(answerTo('1001-2002', 'Oui')))).toMatchObject({ remoteId: expect.stringMatching(/^message:/) })
    expect(valueOf(await find(answerTo('1001-2002', 'Non')))).toBe('cannot_tell')
    const sentAt = Date.now()
    later = 61_000
    expect(valueOf(await find(answerTo('1001-2002', 'Non'), sentAt))).toBe('none')
    expect(network.messages.sent()).toEqual(['Oui'])
  })

  it('the same words sent before, known as something else, are not taken for this one; nor what the other person wrote', async () => {
    network.messages.write(tom, 'Merci !')
    const first = valueOf(await send(answerTo('1001-2002', 'Merci !')))
    const sentAt = Date.now()
    later = 61_000
    expect(valueOf(await find(answerTo('1001-2002', 'Merci !'), sentAt, (id) => id === first.remoteId))).toBe('none')
  })

  it('never says "none" of a list that is strange, does not say who wrote, or does not end', async () => {
    network.messages.write(tom, 'Bonjour')
    later = 120_000
    const sentAt = Date.now()
    const draft = answerTo('1001-2002', 'Oui')
    const event = { id: '9', event_type: 'MessageCreate', text: 'Oui', created_at: new Date(sentAt + 1_000).toISOString(), dm_conversation_id: '1001-2002' }
    for (const shape of [[], {}, { data: [{ id: '9' }] }, { data: [{ ...event, sender_id: fakeXUserId, created_at: 'hier' }] }]) {
      server.spoil(isEvents, answer(200, shape), 1)
      expect(failureKind(await find(draft, sentAt)), JSON.stringify(shape)).toBe('bug')
    }
    server.spoil(isEvents, answer(200, { data: [event], meta: {} }), 1)
    expect(valueOf(await find(draft, sentAt))).toBe('cannot_tell')
    server.spoil(isEvents, answer(200, { data: [{ ...event, text: 'autre', sender_id: tom.id }], meta: { next_token: 'for-ever-and-ever' } }))
    expect(valueOf(await find(draft, sentAt))).toBe('cannot_tell')
    expect(paid.length).toBeLessThan(8)
  })

  it('what X refuses is refused for good, with its words; a 429 says until when', async () => {
    network.messages.write(tom, 'Bonjour')
    server.spoil(isSend, answer(403, { title: 'Forbidden', detail: 'You cannot send messages to this user.', status: 403 }), 1)
    expect(await send(answerTo('1001-2002', 'Oui'))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'message_refused', said: 'You cannot send messages to this user.' } } } })
    server.spoil(isSend, answer(429, {}, { 'retry-after': '60' }), 1)
    expect(failureKind(await send(answerTo('1001-2002', 'Oui')))).toBe('rate_limited')
    for (const shape of [{ data: { dm_event_id: 7 } }, { data: {} }, []]) {
      server.spoil(isSend, answer(201, shape), 1)
      expect(failureKind(await send(answerTo('1001-2002', 'Oui'))), JSON.stringify(shape)).toBe('unknown_outcome')
    }
    expect(network.messages.sent()).toEqual([])
  })

  it('nothing goes into a conversation of another account, or anywhere else', async () => {
    const asked = server.requests.length
    for (const conversationId of ['2002-3003', '', '../users/me', '1001-2002/messages?x=', '1001', '1001-2002-30']) {
      expect(failureKind(await send(answerTo(conversationId, 'Oui'))), conversationId).toBe('rejected')
      expect(failureKind(await find(answerTo(conversationId, 'Oui'))), conversationId).toBe('rejected')
    }
    expect(await send(answerTo('1001-2002', 'Voici', { media: [pictureOf('un point')] }))).toMatchObject({ failure: { kind: 'rejected', error: { details: { reason: 'words_alone' } } } })
    expect(server.requests).toHaveLength(asked)
  })

  it('are blocked and taken again of the other one in a conversation of two, and in no other', async () => {
    const remoteId = `message:${network.messages.write(tom, 'Achetez')}`
    const conversationRemoteId = network.messages.conversationWith(tom)
    const act = (what: 'block' | 'unblock', where?: string) => adapter.publisher.act!(session, { act: what, remoteId, conversationRemoteId: where })
    for (const [what, left] of [['block', ['2002']], ['block', ['2002']], ['unblock', []], ['unblock', []]] as const) {
      expect([valueOf(await act(what, conversationRemoteId)), network.messages.blocked()]).toEqual([null, left])
    }
    expect(server.requests.slice(-4).map(({ path, text }) => [path, text])).toEqual(['block', 'block', 'unblock', 'unblock'].map((what) => [`/2/users/2002/dm/${what}`, '']))
    const asked = server.requests.length
    for (const where of ['2002-3003', '1001-1001', '1582103724607971328', '', '../users/me', undefined]) expect(failureKind(await act('block', where)), where).toBe('rejected')
    expect(server.requests).toHaveLength(asked)
    server.spoil(({ path }) => path.endsWith('/dm/block'), answer(403, { title: 'Forbidden', detail: 'no' }), 1)
    expect(failureKind(await act('block', conversationRemoteId))).toBe('rejected')
    expect([network.messages.blocked(), paid]).toEqual([[], []])
  })

  it.skipIf(!hasSharedFolder)('has asked nothing in all of this that its description does not know', () => {
    expect(ledger.requests.length).toBeGreaterThan(30)
    expect(ledger.complaints(loadXDescription())).toEqual([])
  })
})
