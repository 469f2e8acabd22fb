import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import type { SendMishap } from '../../support/scripted-adapter.ts'
import { handOver } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { jobsOf, publish, publishContent, readPost, threadOf } from './publish.ts'

const minute = 60_000
const hour = 60 * minute

let rig: OutboxRig
/** The rig starts at 10:00 in Paris. */
const start = async (...accounts: readonly NetworkId[]): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts, lateGraceMinutes: 24 * 60 }))
afterEach(() => rig.stop())

const workspace = () => ({ workspaceId: rig.run.context.workspace().id })
const hold = async (): Promise<unknown> => rig.run.safety.handlers['safety.hold']?.({ ...workspace(), reason: 'A fire' })

async function lift(...decisions: readonly (readonly [string, HeldFate])[]): Promise<unknown> {
  await rig.run.safety.handlers['safety.lift']?.(workspace())
  const answer = await rig.run.safety.handlers['safety.decideHeld']?.({ ...workspace(), decisions: decisions.map(([postId, fate]) => ({ subject: { kind: 'post' as const, postId }, fate })) })
  await rig.settle()
  return answer
}

const statesOf = async (postId: string): Promise<readonly string[]> => (await jobsOf(rig, postId)).map(({ state, cancelReason }) => (cancelReason === null ? state : `${state}: ${cancelReason}`))
const out = (networkId: NetworkId): number => rig.server(networkId).records.length

/** Two accounts: of WordPress nobody knows whether it has it, and while that is looked into a hold stops Mastodon’s. */
async function heldBesideUnknown(mishap: SendMishap = 'accept_then_cut'): Promise<string> {
  await start('wordpress', 'mastodon')
  rig.server('wordpress').nextSends(mishap)
  rig.server('mastodon').nextSends('unreachable')
  const postId = await publish(rig, 'Hello')
  await rig.settle()
  await hold()
  await rig.settle()
  expect(await statesOf(postId)).toEqual(['unknown_outcome', 'held'])
  return postId
}

const tomorrow: HeldFate = { kind: 'move', localDateTime: '2026-11-22T09:00' }

describe('what a post’s accounts wait for differs', () => {
  test('given up: the held one at once, and the one in doubt is looked for and told as it is', async () => {
    const postId = await heldBesideUnknown()
    expect(await lift([postId, { kind: 'drop' }])).toMatchObject({ ok: true })
    expect(await statesOf(postId)).toEqual(['unknown_outcome: dropped_after_hold', 'cancelled: dropped_after_hold'])
    await rig.advance(10 * minute)
    expect(await statesOf(postId)).toEqual(['published: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect([out('wordpress'), out('mastodon')]).toEqual([1, 0])
    expect((await readPost(rig, postId)).post.status).toBe('partly_published')
  })

  test('moved: the held one, and the one in doubt turns out to be there', async () => {
    const postId = await heldBesideUnknown()
    expect(await lift([postId, tomorrow])).toMatchObject({ ok: true })
    await rig.advance(hour)
    expect(await statesOf(postId)).toEqual(['published', 'queued'])
    await rig.advance(24 * hour)
    expect(await statesOf(postId)).toEqual(['published', 'published'])
    expect([out('wordpress'), out('mastodon')]).toEqual([1, 1])
  })

  test('given up, and the one in doubt is not there after all: it is looked for, and never sent again', async () => {
    const postId = await heldBesideUnknown('cut_before')
    expect(await lift([postId, { kind: 'drop' }])).toMatchObject({ ok: true })
    await rig.advance(24 * hour)
    expect(await statesOf(postId)).toEqual(['cancelled: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect(rig.server('wordpress').calls).toMatchObject({ publish: 1, findPublished: 4 })
    expect((await readPost(rig, postId)).post.status).toBe('draft')
  })

  test('moved, and the one in doubt is not there after all: both go at the new hour, once', async () => {
    const postId = await heldBesideUnknown('cut_before')
    expect(await lift([postId, tomorrow])).toMatchObject({ ok: true })
    await rig.advance(22 * hour)
    expect(await statesOf(postId)).toEqual(['queued', 'queued'])
    expect(rig.server('wordpress').calls.publish).toBe(1)
    await rig.advance(2 * hour)
    expect(await statesOf(postId)).toEqual(['published', 'published'])
    expect([out('wordpress'), out('mastodon'), rig.server('wordpress').calls.publish]).toEqual([1, 1, 2])
  })

  test('one post that is partly on its way keeps no other decision from being taken', async () => {
    const postId = await heldBesideUnknown()
    const other = await publish(rig, 'Another')
    await rig.settle()
    expect(await lift([other, { kind: 'publish_now' }], [postId, { kind: 'drop' }])).toMatchObject({ ok: true })
    await rig.advance(10 * minute)
    expect(await statesOf(other)).toEqual(['published', 'published'])
  })
})

/** While WordPress is being called, a hold stops Mastodon’s, is lifted, and the user decides; then the call ends. */
async function decidedWhileSending(mishap: SendMishap, fate: HeldFate, texts: readonly string[] = ['Hello']): Promise<string> {
  await start('wordpress', 'mastodon')
  rig.server('mastodon').nextSends('rate_limited')
  rig.server('wordpress').nextSends('server_error', mishap)
  const postId = await publishContent(rig, threadOf(texts, rig.accounts.map(({ id }) => id)))
  await rig.settle()
  const { handlers } = rig.run.safety
  let answer: unknown = null
  rig.server('wordpress').onCall(() => {
    if (answer !== null) return
    void handlers['safety.hold']?.({ ...workspace(), reason: 'A fire' })
    void handlers['safety.lift']?.(workspace())
    answer = handlers['safety.decideHeld']?.({ ...workspace(), decisions: [{ subject: { kind: 'post', postId }, fate }] })
  })
  await rig.advance(30_000)
  expect(await answer).toMatchObject({ ok: true })
  return postId
}

async function logInEverywhere(): Promise<void> {
  for (const { id } of rig.accounts) await rig.logIn(id)
}

describe('one account is being sent at the moment of the decision', () => {
  test.each<[SendMishap]>([['server_error'], ['rate_limited'], ['unreachable'], ['offline'], ['rejected'], ['revoked'], ['cut_before']])('given up, and its call ends with %s: it is cancelled, and no retry, login or network sends it', async (mishap) => {
    const postId = await decidedWhileSending(mishap, { kind: 'drop' })
    await rig.advance(hour)
    await logInEverywhere()
    await rig.advance(24 * hour)
    expect(await statesOf(postId)).toEqual(['cancelled: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect([out('wordpress'), out('mastodon'), rig.server('wordpress').calls.publish]).toEqual([0, 0, 2])
    expect((await readPost(rig, postId)).post.status).toBe('draft')
  })

  test.each<[SendMishap]>([['fine'], ['accept_then_cut'], ['accept_then_hang'], ['pending']])('given up, and its call arrived (%s): it is out once, and says that it was taken back too late', async (mishap) => {
    const postId = await decidedWhileSending(mishap, { kind: 'drop' })
    rig.server('wordpress').finishPending()
    await rig.advance(hour)
    expect(await statesOf(postId)).toEqual(['published: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect([out('wordpress'), out('mastodon')]).toEqual([1, 0])
  })

  test('given up, and its call arrives only while it is looked for: out once, and it says so', async () => {
    const postId = await decidedWhileSending('deliver_late', { kind: 'drop' })
    await rig.advance(hour)
    expect(await statesOf(postId)).toEqual(['published: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect(out('wordpress')).toBe(1)
  })

  test('given up, and the engine is killed before the answer: looked for at the next start, and cancelled', async () => {
    const postId = await decidedWhileSending('hang', { kind: 'drop' })
    rig.crash()
    await rig.restart()
    await rig.advance(hour)
    expect(await statesOf(postId)).toEqual(['cancelled: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect(rig.server('wordpress').calls.publish).toBe(2)
  })

  test.each<[SendMishap]>([['server_error'], ['unreachable'], ['revoked'], ['cut_before']])('moved, and its call ends with %s: it waits for the new hour, whatever wakes it before', async (mishap) => {
    const postId = await decidedWhileSending(mishap, tomorrow)
    await rig.advance(hour)
    await logInEverywhere()
    await rig.advance(21 * hour)
    expect([out('wordpress'), out('mastodon'), rig.server('wordpress').calls.publish]).toEqual([0, 0, 2])
    await rig.advance(2 * hour)
    expect(await statesOf(postId)).toEqual(['published', 'published'])
    expect([out('wordpress'), out('mastodon')]).toEqual([1, 1])
  })
})

describe('a thread whose first part is in doubt', () => {
  async function threadInDoubt(mishap: SendMishap): Promise<string> {
    await start('mastodon')
    rig.server('mastodon').nextSends(mishap)
    rig.server('mastodon').nextLooks('server_error')
    const postId = await publishContent(rig, threadOf(['One', 'Two', 'Three'], rig.accounts.map(({ id }) => id)))
    await rig.settle()
    await hold()
    await rig.settle()
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['unknown_outcome', 'held', 'held'])
    return postId
  }
  const dropped = 'cancelled: dropped_after_hold'

  test('given up, and it is not there: nothing of it goes out', async () => {
    const postId = await threadInDoubt('cut_before')
    await lift([postId, { kind: 'drop' }])
    await rig.advance(24 * hour)
    expect(await statesOf(postId)).toEqual([dropped, dropped, dropped])
    expect(rig.server('mastodon').calls.publish).toBe(1)
  })

  test('given up, and it is there: nothing follows it', async () => {
    const postId = await threadInDoubt('accept_then_cut')
    await lift([postId, { kind: 'drop' }])
    await rig.advance(24 * hour)
    expect(await statesOf(postId)).toEqual(['published: dropped_after_hold', dropped, dropped])
    expect(out('mastodon')).toBe(1)
  })

  test('moved, and it is not there: the whole thread at the new hour, in its order', async () => {
    const postId = await threadInDoubt('cut_before')
    await lift([postId, tomorrow])
    await rig.advance(22 * hour)
    expect(out('mastodon')).toBe(0)
    await rig.advance(2 * hour)
    expect(await statesOf(postId)).toEqual(['published', 'published', 'published'])
    expect(rig.server('mastodon').records.map(({ text }) => text)).toEqual(['One', 'Two', 'Three'])
  })
})

/** Given to Mastodon's own schedule, which cannot be reached when a hold calls it back; Bluesky's part is held at its time. */
async function heldBesideHandedOver(): Promise<string> {
  await start('mastodon', 'bluesky')
  const postId = await handOver(rig)
  rig.server('mastodon').scheduler.otherwise(() => 'unreachable')
  rig.server('mastodon').scheduler.stopPublishing(true)
  await hold()
  await rig.advance(2 * hour + minute)
  expect((await jobsOf(rig, postId)).map(({ state, handOver: there }) => there ?? state)).toEqual(['taking_back', 'held'])
  return postId
}

function mastodonComesBack(): void {
  rig.server('mastodon').scheduler.otherwise(() => 'fine')
}

describe('part of the post waits with its network, which cannot be reached', () => {
  test('given up: it is called back all the same; what its network did after its time is asked about, and nothing goes out', async () => {
    const postId = await heldBesideHandedOver()
    expect(await lift([postId, { kind: 'drop' }])).toMatchObject({ ok: true })
    mastodonComesBack()
    await rig.advance(48 * hour)
    expect([out('mastodon'), out('bluesky'), rig.server('mastodon').scheduler.waiting.length]).toEqual([0, 0, 0])
    expect(await statesOf(postId)).toEqual(['unknown_outcome: dropped_after_hold', 'cancelled: dropped_after_hold'])
    expect((await readPost(rig, postId)).post.status).toBe('needs_attention')
  })

  test('moved: the other account goes at the new hour; of the one that was with its network nothing goes on a guess', async () => {
    const postId = await heldBesideHandedOver()
    expect(await lift([postId, tomorrow])).toMatchObject({ ok: true })
    mastodonComesBack()
    await rig.advance(hour)
    expect([out('mastodon'), out('bluesky')]).toEqual([0, 0])
    await rig.advance(24 * hour)
    expect([out('mastodon'), out('bluesky')]).toEqual([0, 1])
    expect(await statesOf(postId)).toEqual(['unknown_outcome', 'published'])
  })

  test('moved, and the network had published it after all: out once, at its old hour', async () => {
    const postId = await heldBesideHandedOver()
    await lift([postId, tomorrow])
    rig.server('mastodon').scheduler.stopPublishing(false)
    rig.server('mastodon').scheduler.publishDue()
    mastodonComesBack()
    await rig.advance(48 * hour)
    expect([out('mastodon'), out('bluesky')]).toEqual([1, 1])
    expect(await statesOf(postId)).toEqual(['published', 'published'])
  })
})
