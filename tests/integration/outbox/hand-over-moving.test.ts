import { afterEach, expect, test } from 'vitest'
import type { ScheduleMishap } from '../../support/scripted-scheduler.ts'
import { reschedule } from './publish.ts'
import { askHandOver, handOver, handOverCall, visible } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const old = new Date('2026-11-21T11:00Z').getTime()
const wished = new Date('2026-11-21T14:00Z').getTime()

let rig: OutboxRig
afterEach(() => rig.stop())

const network = () => rig.server('mastodon')

test.each<[ScheduleMishap]>([['server_error'], ['unreachable'], ['cut_before'], ['accept_then_cut'], ['never_answers']])('another hour whose call meets %s: the old one is told until the network has the new one, across a crash too', async (mishap) => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const postId = await handOver(rig)
  const told = (): Promise<unknown> => handOverCall(rig, 'handOver.read', { postId })
  expect(await told()).toMatchObject([{ state: 'with_network', dueAt: old, stillAt: null }])
  network().scheduler.otherwise(() => mishap)
  await reschedule(rig, postId, '2026-11-21T15:00')
  await rig.advance(minute)
  expect(await told()).toMatchObject([{ state: 'with_network', dueAt: wished, stillAt: old }])
  rig.crash()
  await rig.restart({ downForMs: minute })
  expect(await told()).toMatchObject([{ state: 'with_network', dueAt: wished, stillAt: old }])
  network().scheduler.otherwise(() => 'fine')
  await rig.advance(20 * minute)
  expect(await told()).toMatchObject([{ state: 'with_network', dueAt: wished, stillAt: null }])
  await rig.advance(6 * 60 * minute)
  expect(visible(rig)).toEqual(['14:00 Hello'])
})

test('while a change of hour is not confirmed, the outbox, the calendar and the counts name the hour that the network still has', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const postId = await handOver(rig)
  const counts = (): unknown => rig.run.outbox.counts?.()
  const [jobId] = rig.run.outbox.service.jobsOfPost(postId).map(({ id }) => id)
  expect(counts()).toMatchObject({ atNetwork: 1, movingThere: 0 })
  network().scheduler.otherwise(() => 'unreachable')
  await reschedule(rig, postId, '2026-11-21T15:00')
  await rig.advance(minute)
  expect(counts()).toMatchObject({ atNetwork: 1, movingThere: 1, outAtOldHour: 0 })
  expect(rig.run.outbox.service.toldOfPost(postId)).toMatchObject([{ dueAt: wished, stillAt: old }])
  expect(rig.run.outbox.service.jobsOfPosts([postId]).get(postId)).toMatchObject([{ dueAt: wished, stillAt: old }])
  expect(await askHandOver(rig, 'handOver.listOtherHours', {})).toMatchObject({ moving: [{ jobId, postId, dueAt: wished, oldHour: old, outAt: null }], out: [] })
  network().scheduler.otherwise(() => 'fine')
  await rig.advance(20 * minute)
  expect(counts()).toMatchObject({ movingThere: 0, outAtOldHour: 0 })
  expect(rig.run.outbox.service.toldOfPost(postId)[0]).not.toHaveProperty('stillAt')
  expect(await askHandOver(rig, 'handOver.listOtherHours', {})).toEqual({ moving: [], out: [] })
})

test('a first call whose answer was lost may have left its hour there: it is told as well', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  network().scheduler.otherwise(() => 'accept_then_cut')
  const postId = await handOver(rig)
  await reschedule(rig, postId, '2026-11-21T15:00')
  expect(rig.run.outbox.service.toldOfPost(postId)).toMatchObject([{ handOver: 'handing', dueAt: wished, stillAt: old }])
})

test.each([
  ['found out before the new hour', old + 60 * minute],
  ['found out when the new hour was too near to be asked for', wished - 2 * minute],
  ['found out after both', wished + 60 * minute]
])('what its network published at the old hour is something to know until somebody has read it, and stays in its story: %s', async (_, backAt) => {
  rig = await startOutboxRig({ accounts: ['mastodon'] })
  const postId = await handOver(rig)
  network().scheduler.otherwise(() => 'unreachable')
  await reschedule(rig, postId, '2026-11-21T15:00')
  await rig.advance(minute)
  network().scheduler.otherwise(() => 'fine')
  rig.crash()
  await rig.restart({ downForMs: backAt - rig.now() })
  await rig.advance(minute)
  const [job] = rig.run.outbox.service.toldOfPost(postId)
  expect(job).toMatchObject({ state: 'published', dueAt: wished, oldHour: old })
  expect(rig.run.outbox.counts?.()).toMatchObject({ movingThere: 0, outAtOldHour: 1, atNetwork: 0 })
  expect(await askHandOver(rig, 'handOver.listOtherHours', {})).toMatchObject({ moving: [], out: [{ jobId: job?.id, dueAt: wished, oldHour: old, outAt: job?.finishedAt }] })
  rig.crash()
  await rig.restart()
  expect(rig.run.outbox.counts?.()).toMatchObject({ outAtOldHour: 1 })
  await askHandOver(rig, 'handOver.dismissOldHours', { jobIds: [job?.id ?? ''] })
  expect(rig.run.outbox.counts?.()).toMatchObject({ outAtOldHour: 0 })
  expect(await askHandOver(rig, 'handOver.listOtherHours', {})).toEqual({ moving: [], out: [] })
  expect(rig.run.outbox.service.toldOfPost(postId)).toMatchObject([{ oldHour: old }])
  expect(visible(rig)).toHaveLength(1)
})
