import { afterEach, expect, test } from 'vitest'
import type { HeldBack } from '../../../shared/outbox/hand-over.ts'
import { handOver } from './hand-over-calls.ts'
import { jobOf } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const hour = 60 * 60_000

let rig: OutboxRig
afterEach(() => rig.stop())

const network = () => rig.server('mastodon')
const workspace = () => ({ workspaceId: rig.run.context.workspace().id })
const waitsThere = (): readonly string[] => network().scheduler.waiting.map(({ text }) => text).toSorted()
const hold = () => rig.run.safety.handlers['safety.hold']?.({ ...workspace(), reason: 'A fire' })
const lift = () => rig.run.safety.handlers['safety.lift']?.(workspace())

async function asked(): Promise<readonly HeldBack[]> {
  const answer = await rig.run.outbox.handlers['handOver.readHeld']?.(workspace())
  if (answer?.ok !== true) throw new Error('not read')
  return answer.value.posts
}

async function decideHeld(postIds: readonly string[], decision: 'hand_over' | 'keep_here') {
  const answer = await rig.run.outbox.handlers['handOver.decideHeld']?.({ ...workspace(), postIds: [...postIds], decision })
  await rig.settle()
  return answer
}

test('what a hold called back is asked about after it, through a restart, until each is decided', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const [one, two, three] = [await handOver(rig, 'One', '2026-11-21T20:00'), await handOver(rig, 'Two', '2026-11-21T21:00'), await handOver(rig, 'Three', '2026-11-21T22:00')]
  await hold()
  await rig.settle()
  expect(waitsThere()).toEqual([])
  expect(await decideHeld([one], 'hand_over')).toMatchObject({ ok: false, error: { code: 'on_hold' } })
  await lift()
  rig.crash()
  await rig.restart()
  expect(await asked()).toMatchObject([{ postId: one, isBack: true, canHandOver: true, excerpt: 'A title' }, { postId: two }, { postId: three }])
  expect(await decideHeld([one], 'keep_here')).toEqual({ ok: true, value: { left: 0 } })
  expect((await asked()).map(({ postId }) => postId)).toEqual([two, three])
  expect(await decideHeld([two, three], 'hand_over')).toEqual({ ok: true, value: { left: 0 } })
  expect(await asked()).toEqual([])
  expect(waitsThere()).toEqual(['Three', 'Two'])
  expect(await jobOf(rig, one)).toMatchObject({ state: 'queued', handOver: null })
})

test('still on the way back, or too near by now: told, and not handed over', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const postId = await handOver(rig, 'One', '2026-11-21T12:00')
  rig.setOnline(false)
  await hold()
  await lift()
  expect(await asked()).toMatchObject([{ postId, isBack: false, canHandOver: false }])
  expect(await decideHeld([postId], 'hand_over')).toMatchObject({ ok: false })
  rig.setOnline(true)
  await rig.advance(2 * 60_000)
  expect(await asked()).toMatchObject([{ isBack: true, canHandOver: true }])
  await rig.advance(2 * hour - 6 * 60_000)
  expect(await asked()).toMatchObject([{ isBack: true, canHandOver: false }])
  await rig.advance(hour)
  expect(await asked()).toEqual([])
  expect(network().records).toHaveLength(1)
})

test('nobody is asked about what the user called back', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const postId = await handOver(rig)
  await rig.run.outbox.handlers['handOver.takeBack']?.({ ...workspace(), postId, afterwards: 'wait_here' })
  await rig.settle()
  await hold()
  await lift()
  expect(await asked()).toEqual([])
})
