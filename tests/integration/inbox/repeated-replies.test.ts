import { expect, it } from 'vitest'
import { incoming, startAt, startInboxRig, type InboxRig } from './inbox-rig.ts'

const minute = 60_000
const replyId = '11111111-1111-4111-8111-111111111111'

async function rigWithQuestion(): Promise<{ rig: InboxRig; conversationId: string }> {
  const rig = await startInboxRig()
  await rig.arrive([incoming({ remoteId: 'q1', conversationRemoteId: 'root', authorHandle: '@hugo', createdAt: startAt - 5 * minute })])
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  return { rig, conversationId: conversations[0]!.id }
}

it('a reply with the id of one that is there, but other words or another conversation, is refused, and the words stay', async () => {
  const { rig, conversationId } = await rigWithQuestion()
  await rig.arrive([incoming({ kind: 'message', conversationRemoteId: 'private' })])
  const [other] = (await rig.ask('inbox.page', { view: 'open', kind: 'message', accountId: null, before: null, limit: 1 })).conversations
  await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
  await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonjour Hugo' })
  expect(await rig.request('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour Hugo', thenDone: true })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await rig.request('inbox.reply', { conversationId: other!.id, replyId, itemId: null, text: 'Bonjour' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(rig.intents).toHaveLength(1)
  expect(await rig.ask('inbox.read', { conversationId })).toMatchObject({ replyDraft: 'Bonjour Hugo', conversation: { state: 'open' } })
})

it('a reply asked for again settles its conversation all the same, and takes its own words out of the draft', async () => {
  const { rig, conversationId } = await rigWithQuestion()
  const reply = () => rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour', thenDone: true })
  await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
  await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonjour' })
  await reply()
  expect(await rig.ask('inbox.read', { conversationId })).toMatchObject({ replyDraft: '', conversation: { state: 'done' } })
  expect(rig.intents).toHaveLength(1)
  rig.settle(replyId, 'failed')
  await reply()
  expect(await rig.ask('inbox.read', { conversationId })).toMatchObject({ conversation: { state: 'open' } })
})
