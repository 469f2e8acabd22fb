import { afterEach, expect, test } from 'vitest'
import type { JobIntent } from '../../../electron/engine/outbox/outbox-service.ts'
import { alertsIn, decide, jobOf, publish } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
let rig: OutboxRig
afterEach(() => rig.stop())

const idOf = (place: number): string => `00000000-0000-4000-8000-0000000000a${String(place)}`
const textsOut = (): readonly string[] => rig.server('bluesky').records.map(({ text }) => text)
const read = (place: number) => rig.run.outbox.service.read(idOf(place))

function answer(place: number): void {
  const text = `Thank you ${String(place)}`
  const intent: JobIntent = {
    id: idOf(place), kind: 'reply', accountId: rig.accounts[0]?.id ?? '', postId: null, conversationId: '00000000-0000-4000-8000-0000000000c1', itemId: null, excerpt: text, dueAt: rig.now(), isPlanned: false,
    payload: { effect: 'create', title: '', text, document: { type: 'doc', content: [] }, media: [], replyTo: { remoteId: `remote-${String(place)}`, rootRemoteId: 'remote-1', authorHandle: '@noor' }, audience: 'public' }
  }
  rig.run.context.database.transaction(() => rig.run.outbox.service.enqueue(intent))()
  rig.run.outbox.service.wake([intent.id])
}

async function computerOff(downForMs: number): Promise<void> {
  rig.crash()
  await rig.restart({ downForMs })
}

/** The rig starts on Saturday at 10:00 in Paris. */
test('answers that waited offline go by themselves until the evening of the next day; later they ask, with one alert, and go once when told to', async () => {
  rig = await startOutboxRig({ accounts: ['bluesky'] })
  rig.setOnline(false)
  answer(1)
  answer(2)
  await rig.advance(minute)
  expect(read(1)).toMatchObject({ state: 'waiting_for_network', leavesUntil: Date.UTC(2026, 10, 22, 19) })
  await computerOff(40 * hour)
  rig.setOnline(true)
  await rig.advance(minute)
  expect([read(1)?.state, read(2)?.state]).toEqual(['missed', 'missed'])
  expect(textsOut()).toEqual([])
  expect(alertsIn(rig)).toMatchObject([{ kind: 'post_missed', count: 2 }])
  expect(await decide(rig, idOf(1), 'publish_now')).toMatchObject({ ok: true })
  expect(await decide(rig, idOf(2), 'drop')).toMatchObject({ ok: true })
  await rig.advance(minute)
  expect(textsOut()).toEqual(['Thank you 1'])
  expect([read(1)?.state, read(2)?.state]).toEqual(['published', 'cancelled'])
})

test('on the return the next day they go', async () => {
  rig = await startOutboxRig({ accounts: ['bluesky'] })
  rig.setOnline(false)
  answer(1)
  await rig.advance(minute)
  await computerOff(30 * hour)
  rig.setOnline(true)
  await rig.advance(minute)
  expect(textsOut()).toEqual(['Thank you 1'])
})

test('one that waited for its account to be connected again asks too, days later', async () => {
  rig = await startOutboxRig({ accounts: ['bluesky'] })
  rig.expire(rig.accounts[0]!.id)
  answer(1)
  await rig.advance(minute)
  expect(read(1)).toMatchObject({ state: 'failed' })
  await computerOff(60 * hour)
  await rig.logIn(rig.accounts[0]!.id)
  await rig.advance(minute)
  expect(read(1)).toMatchObject({ state: 'missed' })
  expect(textsOut()).toEqual([])
})

test('a post whose time has passed asks even while answers before it wait for the connection', async () => {
  rig = await startOutboxRig({ accounts: ['bluesky'], lateGraceMinutes: 30 })
  const postId = await publish(rig, 'High tide', { at: '2026-11-21T10:05' })
  rig.setOnline(false)
  answer(1)
  await rig.advance(hour)
  expect((await jobOf(rig, postId)).state).toBe('missed')
  expect(read(1)).toMatchObject({ state: 'waiting_for_network' })
})
