import { afterEach, expect, test } from 'vitest'
import { jobOf, publish } from './publish.ts'
import { handOverCall } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
const many = 600

let rig: OutboxRig
afterEach(() => rig.stop())

const waiting = (networkId: 'mastodon' | 'wordpress'): number => rig.server(networkId).scheduler.waiting.length

/** So many posts wait to be given to the first account's network, from three days on. */
async function planMany(): Promise<void> {
  const { database } = rig.run.context
  const first = rig.accounts[0]!
  for (let count = 0; count < many; count += 1) {
    const postId = await publish(rig, `Post ${count}`, { at: `2026-11-2${4 + (count % 6)}T1${count % 10}:00`, accountIds: [first.id] })
    await rig.run.outbox.handlers['handOver.start']?.({ workspaceId: rig.run.context.workspace().id, postId })
  }
  expect(database.prepare(`SELECT count(*) FROM hand_overs WHERE account_id = ? AND wish <> 'none'`).pluck().get(first.id)).toBe(many)
}

test('600 that cannot be handed over now do not keep the others from it', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon', 'wordpress'] })
  rig.setOnline(false)
  await planMany()
  rig.expire(rig.accounts[0]!.id)
  rig.setOnline(true)
  const postId = await publish(rig, 'The other account', { at: '2026-11-22T12:00', accountIds: [rig.accounts[1]!.id] })
  await handOverCall(rig, 'handOver.start', { postId })
  await rig.settle()
  expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'with_network' })
  expect([waiting('mastodon'), waiting('wordpress')]).toEqual([0, 1])
}, 60_000)

test('600 come and go: all are handed over, and a hold calls all back', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  await planMany()
  await rig.advance(5 * minute)
  expect(waiting('mastodon')).toBe(many)
  await rig.run.safety.handlers['safety.hold']?.({ workspaceId: rig.run.context.workspace().id, reason: 'A fire' })
  await rig.advance(5 * minute)
  expect(waiting('mastodon')).toBe(0)
}, 60_000)

test('without a network, the one that gets too near goes from here, whatever stands before it', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  rig.setOnline(false)
  await planMany()
  const postId = await publish(rig, 'Soon', { at: '2026-11-21T12:00' })
  await handOverCall(rig, 'handOver.start', { postId })
  await rig.advance(hour + 58 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null })
}, 60_000)

test('an engine that ends while a network does not answer ends at once, and looks for it at the next start', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  rig.server('mastodon').scheduler.next('never_answers')
  const postId = await publish(rig, 'Hello', { at: '2026-11-21T14:00' })
  await handOverCall(rig, 'handOver.start', { postId })
  await rig.settle()
  expect(rig.server('mastodon').scheduler.calls.handOver).toBe(1)
  rig.crash()
  expect(rig.errors).toEqual([])
  await rig.restart()
  await rig.advance(10 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'with_network' })
  expect(waiting('mastodon')).toBe(1)
})

test('a network that never answers does not keep its account for ever', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  rig.server('mastodon').scheduler.next('never_answers')
  const postId = await publish(rig, 'Hello', { at: '2026-11-21T14:00' })
  await handOverCall(rig, 'handOver.start', { postId })
  await rig.advance(20 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ handOver: 'with_network' })
  expect(waiting('mastodon')).toBe(1)
})
