import { afterEach, describe, expect, test, vi } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { NativeScheduler } from '../../../electron/engine/networks/network-scheduler.ts'
import { attemptsOf, decide, jobOf, publish } from './publish.ts'
import { handOver, handOverCall, visible } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let rig: OutboxRig
/** The rig starts at 10:00 in Paris. */
const start = async (): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts: ['mastodon'], lateGraceMinutes: 24 * 60 }))
afterEach(() => rig.stop())

const network = () => rig.server('mastodon')
const dies = async (downForMs: number): Promise<void> => {
  rig.crash()
  await rig.restart({ downForMs })
}

/** It was deleted between the last look and its time, or something else happened to it there: nobody knows. */
async function lose(): Promise<string> {
  const postId = await handOver(rig)
  network().scheduler.waiting.pop()
  await dies(4 * hour)
  await rig.advance(10 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  return postId
}

describe('nobody knows what became of it there', () => {
  test('looking again never sends it, however often', async () => {
    await start()
    const postId = await lose()
    for (let time = 0; time < 3; time += 1) {
      await decide(rig, (await jobOf(rig, postId)).id, 'look_again')
      expect(await jobOf(rig, postId)).toMatchObject({ state: 'pending_at_network', handOver: 'taking_back' })
      await rig.advance(20 * minute)
      expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    }
    expect(network().calls.publish).toBe(0)
    expect(visible(rig)).toEqual([])
  })

  test('it shows up late, and looking again finds it', async () => {
    await start()
    const postId = await lose()
    network().scheduler.waiting.push({ scheduledId: 'late', handle: 'account-0', text: 'Hello', dueAt: rig.now(), key: 'late' })
    network().scheduler.publishDue()
    await decide(rig, (await jobOf(rig, postId)).id, 'look_again')
    await rig.advance(minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', remoteUrl: 'https://network.example/mastodon-1' })
  })

  test('looked for and nowhere, it goes from here when the user says so', async () => {
    await start()
    const postId = await lose()
    await decide(rig, (await jobOf(rig, postId)).id, 'send_again')
    await rig.advance(minute)
    expect(visible(rig)).toHaveLength(1)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  })

  test('it may still wait there, since no look succeeded: "send again" looks and calls it back before anything', async () => {
    await start()
    const postId = await handOver(rig)
    network().scheduler.stopPublishing(true)
    network().scheduler.otherwise(() => 'server_error')
    await rig.advance(2 * day)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome' })
    expect(network().scheduler.waiting).toHaveLength(1)
    await decide(rig, (await jobOf(rig, postId)).id, 'send_again')
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome' })
    expect(network().calls.publish).toBe(0)
    network().scheduler.otherwise(() => 'fine')
    await decide(rig, (await jobOf(rig, postId)).id, 'send_again')
    await rig.advance(20 * minute)
    expect(network().scheduler.waiting).toEqual([])
    expect(visible(rig)).toEqual([])
    network().scheduler.stopPublishing(false)
    await decide(rig, (await jobOf(rig, postId)).id, 'send_again')
    await rig.advance(minute)
    expect(visible(rig)).toHaveLength(1)
  })
})

test('a computer that slept over the day, and meets a bad minute when it wakes, looks again instead of asking', async () => {
  await start()
  const postId = await handOver(rig)
  network().scheduler.otherwise(() => 'server_error')
  await dies(2 * day)
  await rig.advance(2 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'pending_at_network' })
  network().scheduler.otherwise(() => 'fine')
  await rig.advance(10 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
})

describe('two that say the same', () => {
  test('the one that was deleted there is asked about, though the other is out', async () => {
    await start()
    const first = await handOver(rig, 'Hello', '2026-11-21T12:00')
    const second = await handOver(rig, 'Hello', '2026-11-21T14:00')
    network().scheduler.waiting.shift()
    await dies(6 * hour)
    await rig.advance(10 * minute)
    expect(await jobOf(rig, first)).toMatchObject({ state: 'unknown_outcome' })
    expect(await jobOf(rig, second)).toMatchObject({ state: 'published', remoteUrl: 'https://network.example/mastodon-1' })
    expect(visible(rig)).toEqual(['13:00 Hello'])
  })

  test('both out, each finds its own', async () => {
    await start()
    const first = await handOver(rig, 'Hello', '2026-11-21T12:00')
    const second = await handOver(rig, 'Hello', '2026-11-22T12:00')
    await dies(2 * day)
    await rig.advance(10 * minute)
    expect((await jobOf(rig, first)).remoteUrl).toBe('https://network.example/mastodon-1')
    expect((await jobOf(rig, second)).remoteUrl).toBe('https://network.example/mastodon-2')
  })
})

test('out before its time by a network’s clock that is ahead, beside another that says the same: nothing calls it gone and hands it over again', async () => {
  await start()
  const twin = await publish(rig, 'Hello', { at: '2026-11-21T10:18' })
  network().scheduler.isAheadBy(47 * minute)
  network().scheduler.next('accept_then_cut')
  const postId = await handOver(rig, 'Hello', '2026-11-21T10:12')
  await rig.advance(17 * minute)
  expect(visible(rig)).toEqual(['09:47 Hello'])
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'pending_at_network' })
  await rig.advance(30 * minute)
  expect(visible(rig)).toEqual(['09:47 Hello', '09:18 Hello'])
  expect(await jobOf(rig, twin)).toMatchObject({ state: 'published', remoteUrl: 'https://network.example/mastodon-2' })
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', remoteUrl: 'https://network.example/mastodon-1' })
})

describe('the post’s story', () => {
  test('tells each call to the network, what it asked and what was answered; looks that say the same are one line', async () => {
    await start()
    network().scheduler.next('fine', 'server_error')
    const postId = await handOver(rig, 'Hello', '2026-11-21T14:00')
    const due = Date.UTC(2026, 10, 21, 13)
    await rig.advance(2 * hour)
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'wait_here' })
    const attempts = await attemptsOf(rig, (await jobOf(rig, postId)).id)
    expect(attempts.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual(['hand_over waits_there', 'read_there failed', 'read_there waits_there', 'take_back gone_there'])
    expect(attempts[0]).toMatchObject({ detail: { dueAt: due, foundAt: due }, failure: null, endedAt: expect.any(Number) })
    expect(attempts[1]).toMatchObject({ failure: { code: 'server_error' } })
    expect(attempts[2]?.detail?.times).toBeGreaterThan(2)
    expect(attempts[2]?.detail?.since).toBeLessThan(attempts[2]?.startedAt ?? 0)
  })

  test('a detail that cannot be read is left out, and what the network answers next is written down', async () => {
    await start()
    const postId = await handOver(rig, 'Hello', '2026-11-21T14:00')
    const { id } = await jobOf(rig, postId)
    await rig.advance(hour)
    rig.run.context.database.exec(`UPDATE job_attempts SET detail = '{"dueAt":17'`)
    expect((await attemptsOf(rig, id)).map(({ step, detail }) => [step, detail])).toEqual([['hand_over', null], ['read_there', null]])
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'wait_here' })
    await rig.advance(hour)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'queued', handOver: null })
    expect(rig.errors).toEqual([])
  })

  test('a call that the end of the engine cut off says so', async () => {
    await start()
    rig.crashAt('hand_over_claimed')
    const postId = await handOver(rig)
    expect(rig.hasCrashed()).toBe(true)
    await rig.restart()
    await rig.advance(10 * minute)
    const attempts = await attemptsOf(rig, (await jobOf(rig, postId)).id)
    expect(attempts[0]).toMatchObject({ step: 'hand_over', outcome: 'interrupted', endedAt: null })
    expect(attempts.at(-1)).toMatchObject({ step: 'hand_over', outcome: 'waits_there' })
  })
})

test('refused for an old access while the account is connected anew: it is looked at again, since no login will come to wake it', async () => {
  await start()
  const postId = await handOver(rig)
  const scheduler = network().adapter.scheduler as NativeScheduler
  let refuse = (): void => undefined
  vi.spyOn(scheduler, 'read').mockImplementationOnce(() => new Promise((resolve) => (refuse = () => resolve({ ok: false, failure: { kind: 'auth_revoked', error: studioError('auth_revoked', 'the old access') } }))))
  await rig.advance(31 * minute)
  // The login is faster than the answer.
  await rig.logIn(rig.accounts[0]?.id ?? '')
  refuse()
  await rig.advance(3 * hour)
  expect(visible(rig)).toEqual(['11:00 Hello'])
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
})
