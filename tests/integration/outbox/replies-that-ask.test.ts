import { afterEach, expect, test } from 'vitest'
import type { JobIntent } from '../../../electron/engine/outbox/outbox-service.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { decide } from './publish.ts'

const minute = 60_000
const replyId = '00000000-0000-4000-8000-0000000000a1'
let rig: OutboxRig
let heard: string[]
afterEach(() => rig.stop())

async function start(networkId: NetworkId): Promise<void> {
  rig = await startOutboxRig({ accounts: [networkId] })
  heard = []
  rig.run.outbox.service.onSettled(({ job }) => void heard.push(job.state))
}

async function reply(): Promise<void> {
  const { outbox, context } = rig.run
  const intent: JobIntent = {
    id: replyId, kind: 'reply', accountId: rig.accounts[0]?.id ?? '', postId: null, conversationId: '00000000-0000-4000-8000-0000000000c1', itemId: null, excerpt: 'Thank you', dueAt: context.clock.now(), isPlanned: false,
    payload: { effect: 'create', title: '', text: 'Thank you', document: { type: 'doc', content: [] }, media: [], replyTo: { remoteId: 'remote-9', rootRemoteId: 'remote-1', authorHandle: '@noor' }, audience: 'public' }
  }
  context.database.transaction(() => outbox.service.enqueue(intent))()
  outbox.service.wake([replyId])
  await rig.settle()
}

const workspace = () => ({ workspaceId: rig.run.context.workspace().id })

test('a reply that a hold keeps is told of, and once more when it is out', async () => {
  await start('bluesky')
  await rig.run.safety.handlers['safety.hold']?.({ ...workspace(), reason: 'A fire' })
  await reply()
  expect(heard).toEqual(['held'])
  await rig.run.safety.handlers['safety.lift']?.(workspace())
  await decide(rig, replyId, 'publish_now')
  await rig.advance(minute)
  expect(heard).toEqual(['held', 'published'])
})

test('a reply of which nobody can tell is told of when the person is asked, each time, and not while it is looked for', async () => {
  await start('wordpress')
  rig.server('wordpress').nextSends('cut_before')
  rig.server('wordpress').otherwise({ look: () => 'cannot_tell' })
  await reply()
  await rig.advance(minute)
  expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: expect.any(Number) })
  expect(heard).toEqual([])
  await rig.advance(5 * minute)
  expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  expect(heard).toEqual(['unknown_outcome'])
  await decide(rig, replyId, 'look_again')
  await rig.advance(5 * minute)
  expect(heard).toEqual(['unknown_outcome', 'unknown_outcome'])
})

test('a reply that is to be looked for, and whose account has to be connected again first, is told of', async () => {
  await start('wordpress')
  rig.server('wordpress').nextSends('cut_before')
  await reply()
  rig.expire(rig.accounts[0]?.id ?? '')
  await rig.advance(minute)
  expect(rig.run.outbox.service.read(replyId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  expect(heard).toEqual(['unknown_outcome'])
})
