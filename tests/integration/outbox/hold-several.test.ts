import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import { handOver } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { jobsOf, publish, readPost } from './publish.ts'

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
async function heldBesideUnknown(): Promise<string> {
  await start('wordpress', 'mastodon')
  rig.server('wordpress').nextSends('accept_then_cut')
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
    expect(await statesOf(postId)).toEqual(['unknown_outcome', 'cancelled: dropped_after_hold'])
    await rig.advance(10 * minute)
    expect(await statesOf(postId)).toEqual(['published', 'cancelled: dropped_after_hold'])
    expect([out('wordpress'), out('mastodon')]).toEqual([1, 0])
    expect((await readPost(rig, postId)).post.status).toBe('partly_published')
  })

  test('moved: the held one, and the one in doubt keeps its time', async () => {
    const postId = await heldBesideUnknown()
    expect(await lift([postId, tomorrow])).toMatchObject({ ok: true })
    await rig.advance(hour)
    expect(await statesOf(postId)).toEqual(['published', 'queued'])
    await rig.advance(24 * hour)
    expect(await statesOf(postId)).toEqual(['published', 'published'])
    expect([out('wordpress'), out('mastodon')]).toEqual([1, 1])
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
