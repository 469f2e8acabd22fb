import { expect, test } from 'vitest'
import { incoming, startAt, startInboxRig } from './inbox-rig.ts'

const day = 86_400_000
const replyId = '11111111-1111-4111-8111-111111111111'
const privateReply = { value: 7 * day, source: 'https://example.org', readOn: '2026-11-23' }

async function rigWith({ kind = 'comment', ago = day, isOffered = true }: { kind?: 'message' | 'comment' | 'mention'; ago?: number; isOffered?: boolean } = {}) {
  const rig = await startInboxRig({ capabilities: isOffered ? { privateReply } : {} })
  await rig.arrive([incoming({ kind, remoteId: 'q1', conversationRemoteId: 'c', createdAt: startAt - ago })])
  const { conversations } = await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: null, limit: 10 })
  const conversationId = conversations[0]!.id
  const reply = (id = replyId, more = {}) => rig.request('inbox.reply', { conversationId, replyId: id, itemId: null, text: 'Écrivez-nous', inPrivate: true, ...more })
  return { rig, conversationId, read: () => rig.ask('inbox.read', { conversationId }), reply }
}

test('a comment is answered in private as a message, once, and is done with it; it stands in no thread of comments', async () => {
  const { rig, read, reply } = await rigWith()
  expect(await read()).toMatchObject({ privateReply: { until: startAt + 6 * day, isUsed: false } })
  expect(await reply()).toMatchObject({ ok: true })
  expect(rig.intents[0]?.payload).toMatchObject({ audience: 'message', replyTo: { remoteId: 'q1', inPrivate: true } })
  rig.settle(replyId, 'published', 'm_1')
  const after = await read()
  expect([after.conversation.state, after.items.map(({ remoteId }) => remoteId)]).toEqual(['done', ['q1']])
})

test('whom a private answer reaches is whoever wrote the newest comment, and the page names that comment', async () => {
  const { rig, read, reply } = await rigWith()
  const first = (await read()).privateReply!
  await rig.arrive([incoming({ remoteId: 'q2', conversationRemoteId: 'c', authorName: 'Nour', authorHandle: '@nour', createdAt: startAt })])
  const { privateReply: second, items, conversation } = await read()
  expect(second).toMatchObject({ person: 'Nour', itemId: items.find(({ remoteId }) => remoteId === 'q2')!.id })
  // The conversation bears the name of who began it.
  expect(conversation.authorName).not.toBe('Nour')
  await reply(replyId, { itemId: first.itemId })
  expect(rig.intents[0]?.payload).toMatchObject({ replyTo: { remoteId: 'q1', inPrivate: true } })
})

test('a comment that is followed by another stays open', async () => {
  const { rig, read, reply } = await rigWith()
  await reply()
  await rig.arrive([incoming({ remoteId: 'q2', conversationRemoteId: 'c', createdAt: startAt })])
  rig.settle(replyId, 'published', 'm_1')
  expect((await read()).conversation.state).toBe('open')
})

test('one that did not go out gives its words back', async () => {
  const { rig, read, reply } = await rigWith()
  await reply()
  rig.settle(replyId, 'cancelled', null)
  expect(await read()).toMatchObject({ replyDraft: 'Écrivez-nous', conversation: { state: 'open' } })
})

test.each([
  ['a week later', { ago: 8 * day }, 'private_reply_over'],
  ['a mention', { kind: 'mention' }, undefined],
  ['a message', { kind: 'message' }, undefined],
  ['a network without', { isOffered: false }, undefined]
] as const)('%s: nothing is recorded', async (_what, given, reason) => {
  const { rig, read, reply } = await rigWith(given)
  if (reason === undefined) expect((await read()).privateReply).toBeNull()
  const answer = await reply()
  expect(answer).toMatchObject({ ok: false, error: reason === undefined ? { code: 'invalid_input' } : { code: 'rejected', details: { reason } } })
  expect(rig.intents).toEqual([])
})

test('in public it goes as before', async () => {
  const { rig, reply } = await rigWith({ ago: 8 * day })
  expect(await reply(replyId, { inPrivate: false })).toMatchObject({ ok: true })
  expect(rig.intents[0]?.payload).toMatchObject({ audience: 'public', replyTo: { remoteId: 'q1' } })
  expect(rig.intents[0]?.payload).not.toHaveProperty('replyTo.inPrivate')
})

test('an account whose login has no right to messages is not offered it', async () => {
  const { rig, read } = await rigWith()
  const [id, account] = [...rig.accounts][0]!
  rig.accounts.set(id, { ...account, lacksRights: ['dm.write'] })
  expect((await read()).privateReply).toBeNull()
})
