import { describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { IncomingItem, IncomingReview } from '../../../electron/engine/networks/network-incoming.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startAt, startInboxRig, type InboxRig } from './inbox-rig.ts'

const minute = 60_000
const day = 24 * 60 * minute
const { inbox } = capabilitiesOf('practice')

const review = (stars: IncomingReview['stars'], text: string, changes: Partial<IncomingReview> = {}): IncomingItem =>
  incoming({ remoteId: 'r1', conversationRemoteId: 'r1', kind: 'review', text, createdAt: startAt - 2 * day, review: { stars, editedAt: null, reply: null, ...changes } })
const reply = (text: string, writtenAt: number) => ({ remoteId: 'r1/reply', text, writtenAt, isHeld: false })

const startRig = (): Promise<InboxRig> => startInboxRig({ capabilities: { inbox } })

async function readOnly(rig: InboxRig) {
  const { conversations } = await rig.ask('inbox.page', { view: 'all', kind: 'review', accountId: null, before: null, limit: 10 })
  return rig.ask('inbox.read', { conversationId: conversations[0]!.id })
}

describe('a review', () => {
  it('comes in with its stars, with words or without, once', async () => {
    const rig = await startRig()
    await rig.arrive([review(4, '')])
    await rig.arrive([review(4, '')])
    expect(await readOnly(rig)).toMatchObject({
      conversation: { kind: 'review', stars: 4, unread: 1, state: 'open', waitingSince: startAt - 2 * day }, items: [{ text: '', stars: 4, isOwn: false }], canReply: true, canLike: false
    })
  })

  it('is answered when the owner answered there, by whoever it was', async () => {
    const rig = await startRig()
    await rig.arrive([review(4, 'Très bon.', { reply: reply('Merci !', startAt - day) })])
    expect(await readOnly(rig)).toMatchObject({
      conversation: { stars: 4, waitingSince: null, unread: 0, lastIsOwn: true, lastText: 'Merci !' }, items: [{ text: 'Très bon.' }, { text: 'Merci !', isOwn: true, authorName: 'Vigie', parentRemoteId: 'r1' }]
    })
    await rig.arrive([review(4, 'Très bon.', { reply: reply('Merci Léa !', startAt - minute) })])
    const { items } = await readOnly(rig)
    expect(items).toMatchObject([{ text: 'Très bon.' }, { text: 'Merci Léa !', editedAt: startAt - minute }])
  })

  it('that is changed after the answer is open and unread again, and what it said before is kept', async () => {
    const rig = await startRig()
    await rig.arrive([review(5, 'Parfait.', { reply: reply('Merci !', startAt - day) })])
    const { conversation } = await readOnly(rig)
    await rig.ask('inbox.setState', { conversationIds: [conversation.id], change: { state: 'done' } })
    await rig.arrive([review(2, 'Froid cette fois.', { editedAt: startAt - 5 * minute, reply: reply('Merci !', startAt - day) })])
    expect(await readOnly(rig)).toMatchObject({
      conversation: { state: 'open', stars: 2, unread: 1, waitingSince: startAt - 5 * minute, lastAt: startAt - 5 * minute, lastIsOwn: false, lastText: 'Froid cette fois.' },
      items: [{ text: 'Froid cette fois.', stars: 2, editedAt: startAt - 5 * minute, earlier: [{ stars: 5, text: 'Parfait.', until: startAt }] }, { text: 'Merci !' }]
    })
    // Read, and again from the network: nothing is new.
    await rig.ask('inbox.markRead', { conversationId: conversation.id, read: true })
    await rig.arrive([review(2, 'Froid cette fois.', { editedAt: startAt - 5 * minute, reply: reply('Merci !', startAt - day) })])
    expect((await readOnly(rig)).conversation).toMatchObject({ unread: 0 })
    expect(await rig.ask('inbox.search', { text: 'Parfait', limit: 10 })).toEqual({ hits: [] })
    expect((await rig.ask('inbox.search', { text: 'froid', limit: 10 })).hits).toHaveLength(1)
  })

  it('waits again when its answer was taken away there, and not because a list is a little behind', async () => {
    const rig = await startRig()
    await rig.arrive([review(3, 'Correct.', { reply: reply('Merci !', startAt - minute) })])
    await rig.arrive([review(3, 'Correct.')])
    expect((await readOnly(rig)).conversation.waitingSince).toBeNull()
    await rig.clock.advance(20 * minute)
    await rig.arrive([review(3, 'Correct.')])
    expect(await readOnly(rig)).toMatchObject({ conversation: { waitingSince: startAt - 2 * day, lastText: 'Correct.' }, items: [{}, { text: 'Merci !', goneAt: startAt + 20 * minute }] })
    await rig.arrive([review(3, 'Correct.', { reply: reply('Bonjour.', startAt + 21 * minute) })])
    const { items } = await readOnly(rig)
    expect(items[1]).toMatchObject({ text: 'Bonjour.', createdAt: startAt + 21 * minute })
    expect(items[1]).not.toHaveProperty('goneAt')
  })
})

describe('what is kept of reviews is looked at now and then', () => {
  it('so one that was deleted is marked, stays with what it said, and takes no answer', async () => {
    let there: IncomingItem | 'gone' = review(1, 'Déçue.')
    const asked: string[] = []
    const rig = await startInboxRig({ capabilities: { inbox }, readReview: async (_session, remoteId) => {
      asked.push(remoteId)
      return { ok: true, value: there }
    } })
    await rig.arrive([review(1, 'Déçue.')])
    expect(asked).toEqual(['r1'])
    await rig.arrive([])
    expect(asked).toEqual(['r1'])
    there = 'gone'
    const unanswered = async () => (await rig.ask('inbox.page', { view: 'all', kind: 'review', accountId: null, reviews: 'unanswered', before: null, limit: 10 })).conversations.length
    expect(await unanswered()).toBe(1)
    await rig.clock.advance(61 * minute)
    await rig.arrive([])
    expect(await unanswered()).toBe(0)
    expect(await readOnly(rig)).toMatchObject({ conversation: { waitingSince: null }, items: [{ text: 'Déçue.', goneAt: rig.clock.now() }], canReply: false })
    await rig.clock.advance(61 * minute)
    await rig.arrive([])
    expect(asked.filter((id) => id === 'r1').length).toBe(2)
  })

  it('so what kept an answer of ours from going out is seen at the next turn', async () => {
    let there = review(1, 'Déçue.')
    const rig = await startInboxRig({ capabilities: { inbox }, readReview: async () => ({ ok: true, value: there }) })
    await rig.arrive([there])
    const { conversation } = await readOnly(rig)
    there = review(1, 'Déçue.', { reply: reply('Écrivez-nous.', startAt) })
    const job = await rig.ask('inbox.reply', { conversationId: conversation.id, replyId: '11111111-1111-4111-8111-111111111111', itemId: null, text: 'Désolés !' })
    rig.settle(job.id, 'failed')
    await rig.arrive([])
    expect((await readOnly(rig)).items).toMatchObject([{ text: 'Déçue.' }, { text: 'Écrivez-nous.', isOwn: true }])
  })

  it('and one that its network does not give keeps no other one waiting', async () => {
    const asked: string[] = []
    const named = (id: string): IncomingItem => ({ ...review(4, id), remoteId: id, conversationRemoteId: id })
    const rig = await startInboxRig({ capabilities: { inbox }, readReview: async (_session, remoteId) => {
      asked.push(remoteId)
      return remoteId === 'a' ? { ok: false, failure: { kind: 'bug', error: studioError('unexpected_answer', 'another shape') } } : { ok: true, value: named(remoteId) }
    } })
    await rig.arrive(['a', 'b', 'c', 'd', 'e'].map(named))
    await rig.arrive([])
    expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    // Not asked again at each turn.
    await rig.arrive([])
    expect(asked).toHaveLength(5)
  })

  it('and none is, as long as the network takes no calls', async () => {
    let calls = 0
    const rig = await startInboxRig({ capabilities: { inbox }, readReview: async () => {
      calls += 1
      return { ok: false, failure: { kind: 'server_error', error: studioError('server_error', 'not now') } }
    } })
    await rig.arrive([review(4, 'Bon.')])
    await rig.arrive([])
    expect(calls).toBe(2)
  })

  it('so an answer that somebody wrote there comes in', async () => {
    const rig = await startInboxRig({ capabilities: { inbox }, readReview: async () => ({ ok: true, value: review(1, 'Déçue.', { reply: reply('Écrivez-nous.', startAt) }) }) })
    await rig.arrive([review(1, 'Déçue.')])
    expect(await readOnly(rig)).toMatchObject({ conversation: { waitingSince: null }, items: [{ text: 'Déçue.' }, { text: 'Écrivez-nous.', isOwn: true }] })
  })
})

it('lists reviews by few stars, and by what nobody answered', async () => {
  const rig = await startRig()
  const named = (id: string, stars: IncomingReview['stars'], text: string | null): IncomingItem => ({ ...review(stars, id, text === null ? {} : { reply: { ...reply(text, startAt - day), remoteId: `${id}/reply` } }), remoteId: id, conversationRemoteId: id })
  await rig.arrive([named('a', 5, null), named('b', 3, null), named('c', 1, 'Désolés !'), incoming({ remoteId: 'd', conversationRemoteId: 'd' })])
  const listed = async (reviews: 'few_stars' | 'unanswered', view: 'all' | 'unread' | 'open') => (await rig.ask('inbox.page', { view, kind: 'review', accountId: null, reviews, before: null, limit: 10 })).conversations.map(({ stars }) => stars ?? 0).toSorted((a, b) => a - b)
  expect(await listed('few_stars', 'all')).toEqual([1, 3])
  expect(await listed('unanswered', 'all')).toEqual([3, 5])
  expect(await listed('few_stars', 'unread')).toEqual([3])
  expect(await listed('unanswered', 'open')).toEqual([3, 5])
})

describe('answering a review', () => {
  it('says what the person saw there, and stands in its place once it is out', async () => {
    const rig = await startRig()
    await rig.arrive([review(2, 'Froid.')])
    const { conversation } = await readOnly(rig)
    const send = async (replyId: string, text: string) => rig.ask('inbox.reply', { conversationId: conversation.id, replyId, itemId: null, text })
    const first = await send('11111111-1111-4111-8111-111111111111', 'Désolés !')
    rig.settle(first.id, 'published', 'r1/reply')
    expect(await readOnly(rig)).toMatchObject({ conversation: { waitingSince: null, lastIsOwn: true }, items: [{ text: 'Froid.' }, { text: 'Désolés !', isOwn: true }] })
    await rig.clock.advance(minute)
    const second = await send('22222222-2222-4222-8222-222222222222', 'Désolés, Léa.')
    rig.settle(second.id, 'published', 'r1/reply')
    const { items } = await readOnly(rig)
    expect(items).toMatchObject([{ text: 'Froid.' }, { text: 'Désolés, Léa.', editedAt: startAt + minute }])
    expect(rig.intents.map(({ payload }) => (payload.effect === 'create' ? payload.replyTo?.review : null))).toEqual([{ replyWas: null }, { replyWas: 'Désolés !' }])
  })

  it('is not taken back by a list that was read before it went out', async () => {
    const rig = await startRig()
    const before = review(2, 'Froid.', { reply: reply('Désolés !', startAt - day) })
    await rig.arrive([before])
    const { conversation } = await readOnly(rig)
    const job = await rig.ask('inbox.reply', { conversationId: conversation.id, replyId: '11111111-1111-4111-8111-111111111111', itemId: null, text: 'Désolés, Léa.' })
    rig.settle(job.id, 'published', 'r1/reply')
    await rig.arrive([before])
    expect((await readOnly(rig)).items[1]).toMatchObject({ text: 'Désolés, Léa.' })
    // It is believed once it is no longer of a moment ago.
    await rig.clock.advance(20 * minute)
    await rig.arrive([before])
    expect((await readOnly(rig)).items[1]).toMatchObject({ text: 'Désolés !' })
  })

  it('knows an answer of ours that is still on its way', async () => {
    const rig = await startRig()
    await rig.arrive([review(2, 'Froid.')])
    const { conversation } = await readOnly(rig)
    await rig.ask('inbox.reply', { conversationId: conversation.id, replyId: '11111111-1111-4111-8111-111111111111', itemId: null, text: 'Désolés !' })
    await rig.ask('inbox.reply', { conversationId: conversation.id, replyId: '22222222-2222-4222-8222-222222222222', itemId: null, text: 'Désolés, Léa.' })
    expect(rig.intents.at(-1)).toMatchObject({ payload: { replyTo: { remoteId: 'r1', review: { replyWas: 'Désolés !' } } } })
  })

  it('knows that one that was refused stands nowhere, so that what stands there can be written over', async () => {
    const rig = await startRig()
    await rig.arrive([review(2, 'Froid.')])
    const { conversation } = await readOnly(rig)
    const refused = await rig.ask('inbox.reply', { conversationId: conversation.id, replyId: '11111111-1111-4111-8111-111111111111', itemId: null, text: 'Désolés !' })
    rig.settle(refused.id, 'failed')
    await rig.arrive([review(2, 'Froid.', { reply: reply('Écrivez-nous.', startAt) })])
    await rig.ask('inbox.reply', { conversationId: conversation.id, replyId: '22222222-2222-4222-8222-222222222222', itemId: null, text: 'Désolés, Léa.' })
    expect(rig.intents.at(-1)).toMatchObject({ payload: { replyTo: { review: { replyWas: 'Écrivez-nous.' } } } })
  })

  it('is taken away by deleting it, and the review waits again', async () => {
    const rig = await startRig()
    await rig.arrive([review(2, 'Froid.', { reply: reply('Désolés !', startAt - day) })])
    const { items } = await readOnly(rig)
    expect(await rig.request('inbox.act', { itemId: items[0]!.id, act: 'report', requestId: '33333333-3333-4333-8333-333333333333' })).toMatchObject({ ok: false })
    const job = await rig.ask('inbox.act', { itemId: items[1]!.id, act: 'delete', requestId: '44444444-4444-4444-8444-444444444444' })
    rig.settle(job.id, 'published')
    expect(await readOnly(rig)).toMatchObject({ conversation: { waitingSince: startAt - 2 * day }, items: [{}, { text: 'Désolés !', goneAt: startAt }] })
    // Read before it was taken away.
    await rig.arrive([review(2, 'Froid.', { reply: reply('Désolés !', startAt - day) })])
    expect((await readOnly(rig)).items[1]).toMatchObject({ goneAt: startAt })
  })

  it('is no longer than the network takes, in bytes', async () => {
    const rig = await startRig()
    await rig.arrive([review(2, 'Froid.')])
    const { conversation } = await readOnly(rig)
    const send = (replyId: string, text: string) => rig.request('inbox.reply', { conversationId: conversation.id, replyId, itemId: null, text })
    expect(await send('11111111-1111-4111-8111-111111111111', 'é'.repeat(2049))).toMatchObject({ ok: false, error: { code: 'post_has_problems' } })
    expect(await send('22222222-2222-4222-8222-222222222222', 'é'.repeat(2048))).toMatchObject({ ok: true })
  })
})

it('a client from before there were reviews keeps its conversations, and takes some', async () => {
  const database = openDatabase(':memory:')
  await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 106)), async () => undefined)
  const conversation = (id: string, kind: string) =>
    `INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, handled_until) VALUES ('${id}', 'a', '${kind}', '${id}', '', '', '', 0, 0, 0, 'open', 0);`
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
    ${conversation('c', 'comment')}
    INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, author_name, author_handle, is_own, text, created_at, is_read, is_liked, is_held, attachment_count)
    VALUES (1, 'i', 'c', 'a', 't1_a', 'Tom', 'u/tom', 0, 'bonjour', 0, 0, 0, 0, 0);
  `)
  expect(() => database.exec(conversation('r', 'review'))).toThrow(/CHECK/)
  await migrate(database, workspaceMigrations, async () => undefined)
  database.exec(conversation('r', 'review'))
  expect(() => database.exec(conversation('x', 'nonsense'))).toThrow(/CHECK/)
  expect(() => database.exec(`UPDATE conversations SET stars = 6 WHERE id = 'r'`)).toThrow(/CHECK/)
  expect(database.prepare('SELECT id, kind, stars, looked_at FROM conversations ORDER BY id').all()).toEqual([{ id: 'c', kind: 'comment', stars: null, looked_at: null }, { id: 'r', kind: 'review', stars: null, looked_at: null }])
  expect(database.prepare('SELECT id, text, stars, edited_at, gone_at FROM inbox_items').all()).toEqual([{ id: 'i', text: 'bonjour', stars: null, edited_at: null, gone_at: null }])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
})
