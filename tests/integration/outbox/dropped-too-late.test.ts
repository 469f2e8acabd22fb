import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../shared/outbox/job.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { decide, jobOf, publish, readPost } from './publish.ts'

const minute = 60_000
const hour = 60 * minute
let rig: OutboxRig
let postId: string

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['wordpress'], lateGraceMinutes: 30 })
  postId = await publish(rig, 'Late', { at: '2026-11-21T11:00' })
})
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const job = () => jobOf(rig, postId)
const sent = () => rig.server('wordpress').records.map(({ text }) => text)

async function missed(): Promise<Job> {
  rig.jump(3 * hour)
  await rig.advance(minute)
  const asked = await job()
  expect(asked).toMatchObject({ state: 'missed' })
  return asked
}

/** From a question that was asked while the job stood like this. */
async function drop({ id, state, dueAt }: Pick<Job, 'id' | 'state' | 'dueAt'>) {
  const answer = await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId: id, decision: 'drop', seen: { state, dueAt } })
  await rig.settle()
  return answer
}
const refused = { ok: false, error: { code: 'conflict', details: { reason: 'changed_since' } } }

test('what is as it was when the person was asked is dropped, and again it is done already', async () => {
  const asked = await missed()
  expect(await drop(asked)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  expect(await drop(asked)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
})

test('what was moved elsewhere since is not dropped: it goes at its new time, also where that was missed again', async () => {
  const asked = await missed()
  await rig.run.posts.handlers['posts.reschedule']?.({ workspaceId: workspaceId(), postId, localDateTime: '2026-11-21T18:00' })
  expect(await drop(asked)).toMatchObject(refused)
  rig.jump(8 * hour)
  await rig.advance(minute)
  expect(await job()).toMatchObject({ state: 'missed' })
  expect(await drop(asked)).toMatchObject(refused)
  await decide(rig, asked.id, 'publish_now')
  await rig.advance(minute)
  expect(sent()).toEqual(['Late'])
})

test('what was let go elsewhere since is not dropped while it can still be taken back, nor once it is out', async () => {
  rig.changeWorkspace({ safety: { ...rig.run.context.workspace().safety, undoSeconds: 30 } })
  const asked = await missed()
  await decide(rig, asked.id, 'publish_now')
  expect(await job()).toMatchObject({ state: 'queued' })
  expect(await drop(asked)).toMatchObject(refused)
  await rig.advance(minute)
  expect(await drop(asked)).toMatchObject(refused)
  expect([sent(), (await readPost(rig, postId)).post.status]).toEqual([['Late'], 'published'])
})

test('what waits for a connection by now is dropped all the same', async () => {
  rig.setOnline(false)
  const asked = await job()
  await rig.advance(65 * minute)
  expect(await job()).toMatchObject({ state: 'waiting_for_network' })
  expect(await drop({ ...asked, state: 'queued' })).toMatchObject({ ok: true, value: { state: 'cancelled' } })
})
