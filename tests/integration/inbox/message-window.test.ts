import { expect, test } from 'vitest'
import { incoming, startAt, startInboxRig } from './inbox-rig.ts'

const hour = 3_600_000
const replyId = '11111111-1111-4111-8111-111111111111'
const messageWindow = { value: 24 * hour, source: 'https://example.org', readOn: '2026-11-22' }

async function rigWith(kind: 'message' | 'comment', ago: number) {
  const rig = await startInboxRig({ capabilities: { messageWindow } })
  await rig.arrive([
    incoming({ kind, remoteId: 'q1', conversationRemoteId: 'c', createdAt: startAt - ago }),
    incoming({ kind, remoteId: 'a1', conversationRemoteId: 'c', createdAt: startAt - 60_000, isOwn: true })
  ])
  const { conversations } = await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: null, limit: 10 })
  const conversationId = conversations[0]!.id
  return { rig, read: () => rig.ask('inbox.read', { conversationId }), reply: () => rig.request('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' }) }
}

test('a message is answered until the network’s time after the other person’s last one, whatever we said since', async () => {
  const { rig, read, reply } = await rigWith('message', 23 * hour)
  expect(await read()).toMatchObject({ replyUntil: startAt + hour, canReply: true, canLike: false })
  expect(await reply()).toMatchObject({ ok: true })
  expect(rig.intents).toHaveLength(1)
})

test('later nothing is recorded, and it is said why', async () => {
  const { rig, read, reply } = await rigWith('message', 25 * hour)
  expect(await read()).toMatchObject({ replyUntil: startAt - hour })
  expect(await reply()).toMatchObject({ ok: false, error: { code: 'rejected', details: { reason: 'window_closed' } } })
  expect(rig.intents).toEqual([])
})

test('a comment is answered at any time', async () => {
  const { read, reply } = await rigWith('comment', 25 * hour)
  expect(await read()).toMatchObject({ replyUntil: null, canLike: true })
  expect(await reply()).toMatchObject({ ok: true })
})
