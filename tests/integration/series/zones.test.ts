import { afterEach, expect, test } from 'vitest'
import { publish, readPost, reschedule } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { daysOf, live, published, readSeries, repeat } from './repeat.ts'

const day = 86_400_000

let rig: OutboxRig
afterEach(() => rig.stop())

const ask = async () => {
  const answer = await rig.run.zones.handlers['zones.question']?.({ workspaceId: rig.run.context.workspace().id })
  return answer?.ok === true ? answer.value.question : answer
}
const settle = async (keep: 'hour' | 'moment') => {
  const answer = await rig.run.zones.handlers['zones.settle']?.({ workspaceId: rig.run.context.workspace().id, keep })
  await rig.settle()
  return answer
}

async function moveToNewYork(): Promise<string> {
  rig = await startOutboxRig()
  const postId = await publish(rig, 'Single', { at: '2026-11-25T09:00' })
  await repeat(rig, { text: 'Repeated', end: { kind: 'count', count: 2 } })
  expect(await ask()).toBeNull()
  rig.changeWorkspace({ timeZone: 'America/New_York' })
  expect(await ask()).toEqual({ from: ['Europe/Paris'], to: 'America/New_York', posts: 1, series: 1 })
  return postId
}

test('nothing moves before the user said how', async () => {
  await moveToNewYork()
  rig.crash()
  await rig.restart()
  await live(rig, 20 * day)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Repeated', '2026-11-25T08:00 Single', '2026-12-01T08:00 Repeated'])
})

test('the same hour in the new zone', async () => {
  const postId = await moveToNewYork()
  await settle('hour')
  expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-11-25T09:00', timeZone: 'America/New_York' })
  expect(await ask()).toBeNull()
  await live(rig, 20 * day)
  expect(published(rig)).toEqual(['2026-11-24T14:00 Repeated', '2026-11-25T14:00 Single', '2026-12-01T14:00 Repeated'])
})

test('the same moment, and a series that keeps to the clocks of its own zone', async () => {
  const postId = await moveToNewYork()
  await settle('moment')
  expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-11-25T03:00', timeZone: 'America/New_York' })
  expect(await ask()).toBeNull()
  expect((await readSeries(rig)).plan.timeZone).toBe('Europe/Paris')
  await live(rig, 20 * day)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Repeated', '2026-11-25T08:00 Single', '2026-12-01T08:00 Repeated'])
})

test('an hour that would be over already keeps its moment', async () => {
  rig = await startOutboxRig()
  // 21 November, 10:00 in Paris; in Tokyo it is 18:00.
  await publish(rig, 'Soon', { at: '2026-11-21T12:00' })
  rig.changeWorkspace({ timeZone: 'Asia/Tokyo' })
  await settle('hour')
  await live(rig, day)
  expect(published(rig)).toEqual(['2026-11-21T11:00 Soon'])
})

test('an hour given after the change is one of the new zone', async () => {
  const postId = await moveToNewYork()
  await reschedule(rig, postId, '2026-11-25T10:00')
  expect((await readPost(rig, postId)).post.schedule).toMatchObject({ localDateTime: '2026-11-25T10:00', timeZone: 'America/New_York' })
})

test('new rules of a zone: the hour stays, its moment follows at the next start', async () => {
  rig = await startOutboxRig()
  await publish(rig, 'Single', { at: '2026-11-25T09:00' })
  await repeat(rig, { text: 'Repeated', end: { kind: 'count', count: 1 } })
  const { database } = rig.run.context
  // As if planned while the tables said that Paris is an hour farther east.
  database.exec('UPDATE posts SET due_at = due_at - 3600000')
  database.exec('UPDATE outbox_jobs SET due_at = due_at - 3600000, next_attempt_at = next_attempt_at - 3600000, intent_at = intent_at - 3600000')
  rig.crash()
  await rig.restart()
  expect(daysOf(await readSeries(rig))).toEqual(['2026-11-24'])
  await live(rig, 20 * day)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Repeated', '2026-11-25T08:00 Single'])
})
