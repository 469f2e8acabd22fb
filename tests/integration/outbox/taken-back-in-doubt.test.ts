import { afterEach, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { jobOf, publish, reschedule, unschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

let rig: OutboxRig
afterEach(() => rig.stop())

test.each<[NetworkId]>([['mastodon'], ['bluesky']])('%s: taken back after a send that may have arrived, and certainly not there: it is cancelled and never sent again', async (networkId) => {
  rig = await startOutboxRig({ accounts: [networkId], lateGraceMinutes: 24 * 60 })
  rig.server(networkId).nextSends('cut_before', 'unreachable')
  const postId = await publish(rig, 'Once')
  await rig.advance(10_000)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued' })
  await unschedule(rig, postId)
  await rig.advance(20 * 60_000)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'cancelled', cancelReason: 'taken_back' })
  expect(rig.server(networkId).records).toEqual([])
  expect(rig.server(networkId).calls.publish).toBe(2)
})

test('while nobody knows whether it arrived, it can be neither taken back, moved nor removed: that is said, and it is sent once', async () => {
  rig = await startOutboxRig({ accounts: ['wordpress'], lateGraceMinutes: 24 * 60 })
  rig.server('wordpress').nextSends('cut_before')
  const postId = await publish(rig, 'Once')
  await rig.settle()
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome' })
  const refused = { ok: false, error: { code: 'post_not_editable' } }
  expect(await unschedule(rig, postId)).toMatchObject(refused)
  expect(await reschedule(rig, postId, '2026-11-22T09:00')).toMatchObject(refused)
  expect(await rig.run.posts.handlers['posts.remove']?.({ workspaceId: rig.run.context.workspace().id, postId })).toMatchObject(refused)
  await rig.advance(20 * 60_000)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: null })
  expect(rig.server('wordpress').records).toHaveLength(1)
})
