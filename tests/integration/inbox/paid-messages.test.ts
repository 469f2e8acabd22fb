import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFakeX, type FakeX } from '../../contract/fake-x.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'
import { createXWire, type XWire } from '../../support/x-wire.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const tom = { id: '2002', name: 'Tom', username: 'tom' }
const ana = { id: '30', name: 'Ana', username: 'ana' }
/** The most that one call can cost, and one look. */
const [mostOfCall, mostOfLook] = [200, 400]

let x: FakeX
let wire: XWire
let engine: TestEngine
let workspaceId: string
let accountId: string

async function connect(name: string): Promise<{ readonly workspaceId: string; readonly accountId: string }> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('workspaces.update', { workspaceId: id, changes: { safety: { undoSeconds: 0 } } })
  await engine.ask('ownApps.save', { workspaceId: id, networkId: 'x', scope: 'workspace', clientId: 'app', clientSecret: '', redirectUri: '' })
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId: id, networkId: 'x', serverUrl: 'x.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return { workspaceId: id, accountId: completed.value.account.id }
}

beforeEach(async () => {
  x = createFakeX()
  wire = createXWire(x)
  engine = await startTestEngine({ http: wire.http })
  ;({ workspaceId, accountId } = await connect('Maison Lune'))
})
afterEach(() => engine.stop())

const isEvents = ({ method, path }: FakeRequest): boolean => method === 'GET' && path.endsWith('/dm_events')
const isSend = ({ method, path }: FakeRequest): boolean => method === 'POST' && path.endsWith('/messages')
const readings = (): number => wire.requests.filter(isEvents).length
const read = () => engine.request('inbox.readMessages', { workspaceId, accountId })
const looks = async () => (await engine.ask('inbox.messageLooks', { workspaceId })).looks
const conversations = async (of = workspaceId) => (await engine.ask('inbox.page', { workspaceId: of, view: 'all', kind: 'message', accountId: null, before: null, limit: 50 })).conversations
const costs = () => engine.ask('costs.read', { workspaceId })
const cap = (monthlyCapMills: number | null) => engine.ask('workspaces.update', { workspaceId, changes: { safety: { monthlyCapMills } } })
async function reply(text: string): Promise<string> {
  const replyId = engine.random.id()
  await engine.ask('inbox.reply', { workspaceId, conversationId: (await conversations())[0]!.id, replyId, itemId: null, text })
  await engine.advance(2_000)
  return replyId
}
const jobOf = async (jobId: string) => (await engine.ask('outbox.readJob', { workspaceId, jobId })).job

it('are never read by themselves: neither in the background, nor with the rest', async () => {
  x.messages.write(tom, 'Bonjour')
  x.hear('en public')
  await engine.ask('inbox.refresh', { workspaceId })
  await engine.advance(2 * 3_600_000)
  expect([readings(), await conversations(), (await costs()).months]).toEqual([0, [], []])
  expect(await looks()).toEqual([{ accountId, lookedAt: null, hasMore: false }])
})

it('come in when the person asks, in private, and what was read is counted; an answer too', async () => {
  x.messages.write(tom, 'Bonjour')
  x.messages.write(ana, 'Ouvert dimanche ?')
  expect(await read()).toMatchObject({ ok: true, value: { arrived: 2, messages: 2, mills: 40, hasMore: false } })
  expect(await looks()).toEqual([{ accountId, lookedAt: engine.now(), hasMore: false }])
  expect((await conversations()).map(({ kind, authorName, unread }) => `${kind} ${authorName} ${unread}`).toSorted()).toEqual(['message Ana 1', 'message Tom 1'])
  expect((await costs()).months).toEqual([{ month: '2026-11', posts: 0, withLink: 0, messagesSent: 0, messagesRead: 2, mills: 40 }])
  const jobId = await reply('Bonjour, voir https://exemple.fr')
  expect([await jobOf(jobId), x.messages.sent()]).toMatchObject([{ state: 'published' }, ['Bonjour, voir https://exemple.fr']])
  // A link makes a post dearer, and not a message.
  expect((await costs()).months).toEqual([{ month: '2026-11', posts: 0, withLink: 0, messagesSent: 1, messagesRead: 2, mills: 55 }])
  expect(await read()).toMatchObject({ ok: true, value: { arrived: 0, messages: 3, hasMore: false } })
  expect(await conversations()).toHaveLength(2)
})

it('a conversation of several people says so: all of them read an answer', async () => {
  x.messages.write(tom, 'À deux')
  x.messages.write(ana, 'À plusieurs', { groupId: '1582103724607971328' })
  await read()
  const isGroup = await Promise.all((await conversations()).map(async ({ id, lastText }) => `${lastText} ${(await engine.ask('inbox.read', { workspaceId, conversationId: id })).isGroup}`))
  expect(isGroup.toSorted()).toEqual(['À deux false', 'À plusieurs true'])
})

it('what is more than one look reads waits for the next one, and says so', async () => {
  x.messages.write(tom, 'connu')
  await read()
  for (let count = 0; count < 25; count += 1) x.messages.write(tom, `n° ${count}`)
  expect(await read()).toMatchObject({ ok: true, value: { arrived: 20, messages: 20, hasMore: true } })
  expect(await looks()).toMatchObject([{ hasMore: true }])
  expect(await read()).toMatchObject({ ok: true, value: { arrived: 5, messages: 6, hasMore: false } })
})

it('are not read beyond the cap of the month, and no answer goes out beyond it', async () => {
  for (let count = 0; count < 25; count += 1) x.messages.write(tom, `n° ${count}`)
  await cap(mostOfCall - 1)
  expect(await read()).toMatchObject({ ok: false, error: { code: 'over_cap', details: { reason: 'reading', mills: mostOfCall, left: mostOfCall - 1 } } })
  expect([readings(), (await costs()).months]).toEqual([0, []])
  // Enough for one call of the two.
  await cap(mostOfLook - 100)
  expect(await read()).toMatchObject({ ok: true, value: { messages: 10, mills: 110, hasMore: true } })
  await cap(120)
  const jobId = await reply('Bonjour')
  expect([await jobOf(jobId), x.messages.sent()]).toMatchObject([{ state: 'held', failure: { code: 'over_cap', details: { mills: 15, left: 10, reason: 'message' } } }, []])
  await cap(1_000)
  await engine.ask('outbox.decide', { workspaceId, jobId, decision: 'publish_now' })
  await engine.advance(2_000)
  expect([(await jobOf(jobId)).state, x.messages.sent()]).toEqual(['published', ['Bonjour']])
})

it('a reading whose answer is lost is counted at its most, one that X refused is not', async () => {
  x.messages.write(tom, 'Bonjour')
  wire.next(isEvents, 'lost')
  expect(await read()).toMatchObject({ ok: false })
  expect((await costs()).months).toMatchObject([{ messagesRead: 0, mills: mostOfCall }])
  wire.next(isEvents, { status: 403, json: { title: 'Forbidden', detail: 'You are not permitted.', status: 403 } }, { status: 429, json: {} }, 'not_sent')
  expect(await read()).toMatchObject({ ok: false, error: { code: 'rejected', details: { reason: 'messages_not_allowed', said: 'You are not permitted.' } } })
  expect((await costs()).months).toMatchObject([{ mills: mostOfCall }])
  await read()
  expect((await costs()).months).toMatchObject([{ mills: mostOfCall }])
  expect(await conversations()).toEqual([])
})

it('a crash in the middle leaves the most counted, and nothing twice', async () => {
  x.messages.write(tom, 'Bonjour')
  wire.next(isEvents, 'hangs')
  void read()
  await engine.until(() => readings() === 1)
  await engine.restart({ crash: true })
  expect((await costs()).months).toMatchObject([{ messagesRead: 0, mills: mostOfCall }])
  expect(await read()).toMatchObject({ ok: true, value: { arrived: 1 } })
  expect([(await conversations()).length, (await costs()).months]).toMatchObject([1, [{ messagesRead: 1, mills: mostOfCall + 20 }]])
})

it('an answer whose arrival nobody saw is looked for before anything else, sent once, and the look is counted', async () => {
  x.messages.write(tom, 'Bonjour')
  await read()
  wire.next(isSend, 'lost')
  const jobId = await reply('Oui')
  await engine.advance(10 * 60_000)
  expect([(await jobOf(jobId)).state, x.messages.sent(), wire.requests.filter(isSend).length]).toEqual(['published', ['Oui'], 1])
  const [month] = (await costs()).months
  expect(month).toMatchObject({ messagesSent: 1 })
  expect(month!.messagesRead).toBeGreaterThanOrEqual(3)
  // What the next look brings of it is the same message.
  await read()
  expect((await engine.ask('inbox.read', { workspaceId, conversationId: (await conversations())[0]!.id })).items.map(({ text }) => text)).toEqual(['Bonjour', 'Oui'])
})

it('an answer that cannot be looked for is never sent again without a person', async () => {
  x.messages.write(tom, 'Bonjour')
  await read()
  wire.next((request) => isSend(request) || isEvents(request), 'lost', ...Array.from({ length: 40 }, () => ({ status: 403, json: { title: 'Forbidden', detail: 'No.', status: 403 } })))
  const jobId = await reply('Oui')
  await engine.advance(2 * 3_600_000)
  expect([x.messages.sent(), wire.requests.filter(isSend).length]).toEqual([['Oui'], 1])
  expect((await jobOf(jobId)).state).toBe('unknown_outcome')
})

it('a press that is delivered twice, or twice at once, is one reading', async () => {
  x.messages.write(tom, 'Bonjour')
  const requestId = engine.random.id()
  const [first, second] = await Promise.all([engine.request('inbox.readMessages', { workspaceId, accountId, requestId }), read()])
  expect([first, readings()]).toEqual([second, 1])
  expect(await engine.request('inbox.readMessages', { workspaceId, accountId, requestId })).toEqual(first)
  expect(readings()).toBe(1)
})

it('stay with their client, also where another one has the same account', async () => {
  x.messages.write(tom, 'Pour la Maison Lune')
  const other = await connect('Librairie du Port')
  await read()
  expect([await conversations(), await conversations(other.workspaceId)]).toMatchObject([[{ lastText: 'Pour la Maison Lune' }], []])
  expect(await engine.request('inbox.readMessages', { workspaceId: other.workspaceId, accountId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect((await engine.ask('costs.read', { workspaceId: other.workspaceId })).months).toEqual([])
  expect(readings()).toBe(1)
})

it('an account without such messages has none to read', async () => {
  expect(await engine.request('inbox.readMessages', { workspaceId, accountId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

it('are blocked from the inbox of whoever wrote them, not in a group and not without the right, and an answer to a post of theirs stays possible', async () => {
  x.messages.write(tom, 'Achetez')
  x.messages.write(ana, 'À plusieurs', { groupId: '1582103724607971328' })
  await read()
  const all = await conversations()
  const openOf = async (handle: string) => engine.ask('inbox.read', { workspaceId, conversationId: all.find(({ authorHandle }) => authorHandle === handle)!.id })
  const [inGroup] = (await openOf('@ana')).items
  expect(inGroup).toMatchObject({ authorIsOutOfReach: true })
  expect(await engine.request('inbox.act', { workspaceId, itemId: inGroup!.id, act: 'block' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  const [item] = (await openOf('@tom')).items
  expect(item).not.toHaveProperty('authorIsOutOfReach')
  for (const [act, blocked] of [['block', ['2002']], ['unblock', []]] as const) {
    await engine.ask('inbox.act', { workspaceId, itemId: item!.id, act })
    await engine.advance(2_000)
    const { items, isBlocked } = await openOf('@tom')
    expect([x.messages.blocked(), isBlocked, items[0]!.inForce]).toEqual([blocked, act === 'block', act === 'block' ? ['block'] : []])
  }
})

it('that are blocked are done, and what the same person asked in public still waits for an answer', async () => {
  x.messages.write(tom, 'Achetez')
  x.hear('Ouvert dimanche ?')
  await read()
  await engine.ask('inbox.refresh', { workspaceId })
  await engine.advance(60_000)
  const [message] = await conversations()
  const open = async () => (await engine.ask('inbox.page', { workspaceId, view: 'all', kind: null, accountId: null, before: null, limit: 50 })).conversations.map(({ kind, authorHandle, state }) => `${kind} ${authorHandle} ${state}`).toSorted()
  expect(await open()).toEqual(['mention @tom open', 'message @tom open'])
  const { items } = await engine.ask('inbox.read', { workspaceId, conversationId: message!.id })
  await engine.ask('inbox.act', { workspaceId, itemId: items[0]!.id, act: 'block' })
  await engine.advance(2_000)
  expect([x.messages.blocked(), await open()]).toEqual([['2002'], ['mention @tom open', 'message @tom done']])
})
