import { afterEach, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { jobOf, publish, unschedule } from './publish.ts'
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
