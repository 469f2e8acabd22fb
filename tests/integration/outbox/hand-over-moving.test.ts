import { afterEach, expect, test } from 'vitest'
import type { ScheduleMishap } from '../../support/scripted-scheduler.ts'
import { reschedule } from './publish.ts'
import { handOver, handOverCall, visible } from './hand-over-calls.ts'
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
