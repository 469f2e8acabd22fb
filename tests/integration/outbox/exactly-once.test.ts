import { lastSendOf } from '../../../shared/outbox/last-send.ts'
import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { SendMishap } from '../../support/scripted-adapter.ts'
import { attemptsOf, decide, jobOf, jobsOf, publish, readJob, readPost } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** One network of each kind of idempotency. */
const kinds: readonly (readonly [string, NetworkId])[] = [
  ['a client-chosen id', 'bluesky'],
  ['an idempotency header', 'mastodon'],
  ['look-up only', 'wordpress']
]

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

const textsOn = (networkId: NetworkId) => rig.server(networkId).records.map((record) => record.text)

test('publishes now, and remembers the network’s id and address', async () => {
  await start()
  const postId = await publish(rig, 'Hello')
  await rig.settle()
  const { post, jobs } = await readPost(rig, postId)
  expect(post).toMatchObject({ status: 'published', publishedAt: rig.now() })
  expect(jobs).toMatchObject([{ state: 'published', attempts: 1, remoteUrl: 'https://network.example/bluesky-1', failure: null }])
  expect(await attemptsOf(rig, jobs[0]?.id ?? '')).toMatchObject([{ step: 'send', outcome: 'published' }])
  expect(textsOn('bluesky')).toEqual(['Hello'])
})

describe.each(kinds)('with %s', (_name, networkId) => {
  const accounts = [networkId]

  test('an answer that is cut off after the network accepted is looked up, not sent again', async () => {
    await start({ accounts })
    rig.server(networkId).nextSends('accept_then_cut')
    const postId = await publish(rig, 'Once')
    await rig.settle()
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome' })
    await rig.advance(5 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published', remoteUrl: `https://network.example/${networkId}-1` })
    expect(rig.server(networkId).calls.publish).toBe(1)
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  test('a request that was lost on its way is sent again once that is certain', async () => {
    await start({ accounts })
    rig.server(networkId).nextSends('cut_before')
    const postId = await publish(rig, 'Once')
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  test('a request that arrives half a minute after its answer was given up makes one post', async () => {
    await start({ accounts, server: { deliverLaterMs: 30 * second } })
    rig.server(networkId).nextSends('deliver_late')
    const postId = await publish(rig, 'Once')
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  test.each([['hang'], ['accept_then_hang']] as const)('a call that never ends (%s) is given up and looked up', async (mishap) => {
    await start({ accounts })
    rig.server(networkId).nextSends(mishap)
    const postId = await publish(rig, 'Once')
    await rig.advance(15 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  test('an answer that nobody understands counts as "may have arrived"', async () => {
    await start({ accounts })
    rig.server(networkId).nextSends('unreadable_answer')
    const postId = await publish(rig, 'Once')
    await rig.settle()
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', failure: { code: 'unexpected_answer' } })
    await rig.advance(5 * minute)
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  describe.each(['claimed', 'answered', 'recorded'] as const)('the engine dies when it has %s', (point) => {
    test.each<[SendMishap]>([['fine'], ['accept_then_cut'], ['cut_before'], ['unreachable'], ['rate_limited'], ['server_error']])('and the send went %s', async (mishap) => {
      await start({ accounts })
      rig.server(networkId).nextSends(mishap)
      rig.crashAt(point)
      const postId = await publish(rig, 'Once')
      await rig.settle()
      expect(rig.hasCrashed()).toBe(true)
      await rig.restart({ downForMs: 2 * second })
      await rig.advance(20 * minute)
      expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
      expect(textsOn(networkId)).toEqual(['Once'])
    })
  })

  test('the engine dies at each step of looking it up', async () => {
    await start({ accounts })
    rig.server(networkId).nextSends('cut_before')
    const postId = await publish(rig, 'Once')
    await rig.settle()
    for (const point of ['claimed', 'answered', 'recorded', 'claimed', 'answered'] as const) {
      rig.crashAt(point)
      await rig.advance(3 * minute)
      if (rig.hasCrashed()) await rig.restart()
    }
    await rig.advance(20 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  test('a network that may not show it yet is asked until it is certain, or protected by the key', async () => {
    await start({ accounts })
    rig.server(networkId).nextSends('accept_then_cut')
    rig.server(networkId).nextLooks('not_shown_yet', 'cut', 'server_error', 'rate_limited', 'unreachable')
    const postId = await publish(rig, 'Once')
    await rig.advance(30 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(textsOn(networkId)).toEqual(['Once'])
  })

  test('planned offline, it waits, survives a crash, and goes once when the network is back', async () => {
    await start({ accounts })
    rig.setOnline(false)
    const postId = await publish(rig, 'Once', { at: '2026-11-21T10:05' })
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'waiting_for_network', attempts: 0 })
    expect((await readPost(rig, postId)).post.status).toBe('publishing')
    rig.crash()
    await rig.restart()
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'waiting_for_network', attempts: 0 })
    rig.crashAt('claimed')
    rig.setOnline(true)
    await rig.settle()
    await rig.restart()
    await rig.advance(10 * minute)
    expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
    expect(textsOn(networkId)).toEqual(['Once'])
  })
})

test('Mastodon’s key is not trusted after an hour of sleep: it is looked up as if there were none', async () => {
  await start({ accounts: ['mastodon'], lateGraceMinutes: 24 * 60 })
  rig.server('mastodon').nextSends('accept_then_cut')
  // One look says "not there", because it is not shown yet; then the computer falls asleep with the job in the queue.
  rig.server('mastodon').nextLooks('not_shown_yet')
  const postId = await publish(rig, 'Once')
  await rig.settle()
  rig.crashAt('recorded')
  await rig.advance(6 * second)
  expect(rig.hasCrashed()).toBe(true)
  await rig.restart({ downForMs: 3 * hour })
  await rig.advance(10 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  expect(textsOn('mastodon')).toEqual(['Once'])
})

test('the age of a key counts from the first send, however often it was used since', async () => {
  await start({ accounts: ['mastodon'], lateGraceMinutes: 24 * 60 })
  rig.server('mastodon').nextSends('accept_then_cut', 'cut_before')
  rig.server('mastodon').otherwise({ look: () => 'cannot_tell' })
  const postId = await publish(rig, 'Once')
  await rig.settle()
  for (const sends of [2, 2]) {
    rig.crash()
    await rig.restart({ downForMs: 40 * minute })
    await rig.advance(10 * second)
    expect(rig.server('mastodon').calls.publish).toBe(sends)
  }
  await rig.advance(hour)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  expect(textsOn('mastodon')).toEqual(['Once'])
})

test('without key and without a network that can tell, the user is asked, and nothing is sent again', async () => {
  await start({ accounts: ['wordpress'] })
  rig.server('wordpress').nextSends('cut_before')
  rig.server('wordpress').otherwise({ look: () => 'cannot_tell' })
  const postId = await publish(rig, 'Perhaps')
  await rig.advance(30 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  expect((await readPost(rig, postId)).post.status).toBe('needs_attention')
  expect(rig.server('wordpress').calls.publish).toBe(1)
  expect(rig.events.filter((event) => event.name === 'alert.raised')).toMatchObject([{ payload: { kind: 'outcome_unknown', count: 1 } }])
  expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 1, waiting: 0 })
})

test.each([
  ['send_again', 'published', 1],
  ['it_is_there', 'published', 0],
  ['drop', 'cancelled', 0]
] as const)('asked about an unknown outcome, the user says %s', async (decision, state, records) => {
  await start({ accounts: ['wordpress'] })
  rig.server('wordpress').nextSends('cut_before')
  rig.server('wordpress').otherwise({ look: () => 'cannot_tell' })
  const postId = await publish(rig, 'Perhaps')
  await rig.advance(30 * minute)
  const { id } = await jobOf(rig, postId)
  expect(await decide(rig, id, decision)).toMatchObject({ ok: true })
  expect((await jobsOf(rig, postId))[0]).toMatchObject({ state })
  expect(textsOn('wordpress')).toHaveLength(records)
  // The same answer again (the first reply was lost) changes nothing.
  expect(await decide(rig, id, decision)).toMatchObject({ ok: true })
  expect(textsOn('wordpress')).toHaveLength(records)
})

test('sent again twice from one stale dialog: the second press is no look at the second attempt, and changes nothing', async () => {
  await start({ accounts: ['wordpress'] })
  rig.server('wordpress').nextSends('cut_before', 'accept_then_cut')
  rig.server('wordpress').otherwise({ look: () => 'cannot_tell' })
  const postId = await publish(rig, 'Perhaps')
  await rig.advance(30 * minute)
  const { id } = await jobOf(rig, postId)
  const looked = { workspaceId: rig.run.context.workspace().id, jobId: id, decision: 'send_again', seenSend: lastSendOf(await attemptsOf(rig, id)) } as const
  expect(await rig.run.outbox.handlers['outbox.decide']?.(looked)).toMatchObject({ ok: true })
  await rig.advance(30 * minute)
  const before = await readJob(rig, id)
  expect(before.job).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  expect(await rig.run.outbox.handlers['outbox.decide']?.(looked)).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'sent_since' } } })
  await rig.advance(30 * minute)
  expect(await readJob(rig, id)).toEqual(before)
  expect(textsOn('wordpress')).toHaveLength(1)
  // Whoever looked at this one decides about it.
  expect(await decide(rig, id, 'it_is_there')).toMatchObject({ ok: true, value: { state: 'published' } })
})

test('look_again asks the network once more', async () => {
  await start({ accounts: ['wordpress'] })
  rig.server('wordpress').nextSends('accept_then_cut')
  rig.server('wordpress').nextLooks('cannot_tell', 'cannot_tell', 'cannot_tell', 'cannot_tell')
  const postId = await publish(rig, 'It is')
  await rig.advance(30 * minute)
  const { id } = await jobOf(rig, postId)
  await decide(rig, id, 'look_again')
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  expect(textsOn('wordpress')).toEqual(['It is'])
})

test('what the network is still working on is asked after, over a crash, and never sent again', async () => {
  await start()
  rig.server('bluesky').nextSends('pending')
  const postId = await publish(rig, 'A film')
  await rig.advance(2 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'pending_at_network' })
  rig.crash()
    await rig.restart()
  await rig.advance(2 * minute)
  rig.server('bluesky').finishPending()
  await rig.advance(2 * minute)
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
  expect(rig.server('bluesky').calls.publish).toBe(1)
})

test('nothing else of an account leaves while a call of it is under way', async () => {
  await start({ accounts: ['bluesky'] })
  rig.server('bluesky').nextSends('hang')
  await publish(rig, 'One')
  await rig.settle()
  await publish(rig, 'Two')
  await rig.advance(10 * second)
  expect([rig.server('bluesky').calls.publish, textsOn('bluesky')]).toEqual([1, []])
})
