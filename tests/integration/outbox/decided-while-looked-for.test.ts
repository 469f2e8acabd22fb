import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Published } from '../../../electron/engine/networks/network-publisher.ts'
import type { UserDecision } from '../../../electron/engine/outbox/decide-by-user.ts'
import type { ScriptedServer } from '../../support/scripted-adapter.ts'
import { alertsIn, decide, jobOf, publish } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
let rig: OutboxRig
let server: ScriptedServer
let postId: string
let jobId: string

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['wordpress'] })
  server = rig.server('wordpress')
  server.nextSends('accept_then_cut')
  postId = await publish(rig, 'Once')
  await rig.settle()
  jobId = (await jobOf(rig, postId)).id
})
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const seenSend = () => rig.run.context.database.prepare<[], string>("SELECT id FROM job_attempts WHERE step = 'send' ORDER BY rowid DESC LIMIT 1").pluck().get() ?? null
const say = (decision: UserDecision): void => void rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId, decision, seenSend: seenSend() })

/** The first look finds it; what is given here happens before its answer is there. */
async function whileItIsLookedFor(meanwhile: () => void, found: Partial<Published> = {}): Promise<void> {
  vi.spyOn(server.adapter.publisher, 'findPublished').mockImplementationOnce(() => {
    meanwhile()
    return Promise.resolve({ ok: true, value: { remoteId: 'wordpress-1', url: null, ...found } })
  })
  await rig.advance(6000)
}

test.each<[string, () => void]>([
  ['held', () => void rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason: 'Storm' })],
  ['offline', () => goOffline()],
  ['offline until it is late', () => {
    goOffline()
    rig.changeWorkspace({ lateGraceMinutes: 0 })
    rig.jump(minute)
    rig.run.outbox.work.tick()
  }]
])('to be sent again, and %s before the look told that it is there: it is out, and not sent again', async (_name, meanwhile) => {
  await whileItIsLookedFor(() => {
    say('send_again')
    meanwhile()
  })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  rig.setOnline(true)
  await rig.run.safety.handlers['safety.lift']?.({ workspaceId: workspaceId() })
  await decide(rig, jobId, 'publish_now')
  await rig.advance(10 * minute)
  expect(server.records).toHaveLength(1)
})

function goOffline(): void {
  rig.setOnline(false)
  rig.run.outbox.work.tick()
}

test('to be sent again, and then given up, before the look told that it is there: it is not called cancelled', async () => {
  await whileItIsLookedFor(() => {
    say('send_again')
    say('drop')
  })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: 'given_up' })
})

test('to be sent again, and given up, and the look finds nothing: the other looks decide', async () => {
  server.nextLooks('not_shown_yet', 'not_shown_yet')
  vi.spyOn(server.adapter.publisher, 'findPublished').mockImplementationOnce(() => {
    say('send_again')
    say('drop')
    return Promise.resolve({ ok: true, value: 'none' })
  })
  await rig.advance(6000)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', cancelReason: 'given_up' })
  await rig.advance(10 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', cancelReason: 'given_up' })
  expect(server.calls.publish).toBe(1)
})

test('to be sent again before the look told that its film is still being worked on: no second one is sent', async () => {
  await whileItIsLookedFor(() => say('send_again'), { pending: { token: 'wordpress-1', askAgainAfterMs: 30_000 } })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'pending_at_network' })
  expect(server.calls.publish).toBe(1)
})

test('said to be there before the look told where: its place is known all the same, for the parts behind it', async () => {
  await whileItIsLookedFor(() => say('it_is_there'), { url: 'https://network.example/1' })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', remoteUrl: 'https://network.example/1' })
  expect(rig.run.outbox.service.readSent(jobId)).toMatchObject({ remoteId: 'wordpress-1' })
})

test('said to be there with its address before the look told where: the person\'s address stays', async () => {
  await whileItIsLookedFor(() => void rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: workspaceId(), jobId, decision: 'it_is_there', remoteUrl: 'https://network.example/mine' }), { url: 'https://network.example/1' })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', remoteUrl: 'https://network.example/mine' })
  expect(rig.run.outbox.service.readSent(jobId)).toMatchObject({ remoteId: 'wordpress-1' })
})

test('what may have arrived on a server that is gone for good is asked about after a day, and not before', async () => {
  server.otherwise({ look: () => 'unreachable' })
  await rig.advance(23 * 60 * minute)
  expect([(await jobOf(rig, postId)).nextAttemptAt, alertsIn(rig)]).toEqual([expect.any(Number), []])
  await rig.advance(2 * 60 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  expect(alertsIn(rig)).toMatchObject([{ kind: 'outcome_unknown' }])
})
