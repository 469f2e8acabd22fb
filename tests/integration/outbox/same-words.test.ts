import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handOver } from './hand-over-calls.ts'
import { jobOf, publish, unschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const second = 1000
const minute = 60 * second

let rig: OutboxRig

/** Two posts say the same on one account, and nobody knows of either whether it arrived: a network that is searched by words shows one for both. */
beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['mastodon'], lateGraceMinutes: 24 * 60 })
  const server = rig.server('mastodon')
  vi.spyOn(server.adapter.publisher, 'findPublished').mockImplementation(async (_session, draft, { since = 0, isAnothers }) => {
    const found = server.records.find(({ text, at, remoteId }) => text === draft.text && at >= since && isAnothers?.(remoteId) !== true)
    return { ok: true, value: found === undefined ? 'none' : { remoteId: found.remoteId, url: null } }
  })
})
afterEach(() => rig.stop())

async function sendTwice(...[first, second_]: readonly ['accept_then_cut' | 'cut_before', 'accept_then_cut' | 'cut_before']): Promise<readonly string[]> {
  rig.server('mastodon').nextSends(first, second_)
  const posts = [await publish(rig, 'High tide at nine'), await publish(rig, 'High tide at nine')]
  await rig.settle()
  return posts
}

const states = (posts: readonly string[]) => Promise.all(posts.map(async (postId) => (await jobOf(rig, postId)).state))
const keys = () => new Set(rig.server('mastodon').records.map(({ idempotencyKey }) => idempotencyKey)).size

test.each([
  ['cut_before', 'accept_then_cut'],
  ['accept_then_cut', 'cut_before'],
  ['accept_then_cut', 'accept_then_cut'],
  ['cut_before', 'cut_before']
] as const)('%s and %s: each is out once, and none takes the other one for itself', async (first, second_) => {
  const posts = await sendTwice(first, second_)
  await rig.advance(10 * minute)
  expect(await states(posts)).toEqual(['published', 'published'])
  expect(rig.server('mastodon').records).toHaveLength(2)
  expect(keys()).toBe(2)
})

test('a network that names for one what it named for the other is not believed', async () => {
  const posts = await sendTwice('accept_then_cut', 'cut_before')
  const server = rig.server('mastodon')
  const publishFor = server.adapter.publisher.publish.bind(server.adapter.publisher)
  vi.spyOn(server.adapter.publisher, 'publish').mockImplementation(async (...call) => {
    const answer = await publishFor(...call)
    return answer.ok ? { ok: true, value: { remoteId: 'mastodon-1', url: null } } : answer
  })
  await rig.advance(10 * minute)
  expect(await states(posts)).toEqual(['published', 'published'])
  const remoteIds = rig.run.context.database.prepare('SELECT remote_id FROM outbox_jobs ORDER BY remote_id').pluck().all()
  expect(remoteIds).toEqual(['mastodon-1', 'mastodon-2'])
})

// A key that is never used again tells nobody anything: what was given up is looked for by its words, beside a twin too.
test.each([
  ['accept_then_cut', 'accept_then_cut', ['published', 'published'], 2],
  ['accept_then_cut', 'cut_before', ['cancelled', 'published'], 1],
  ['cut_before', 'accept_then_cut', ['cancelled', 'published'], 1],
  ['cut_before', 'cut_before', ['cancelled', 'cancelled'], 0]
] as const)('%s and %s, and both are taken back: what is there is known, and nothing more is sent', async (first, second_, wanted, there) => {
  const server = rig.server('mastodon')
  server.nextSends(first, second_, 'server_error', 'server_error')
  const posts = [await publish(rig, 'High tide at nine'), await publish(rig, 'High tide at nine')]
  await rig.advance(8 * second)
  expect(await states(posts)).toEqual(['queued', 'queued'])
  for (const postId of posts) await unschedule(rig, postId)
  await rig.advance(20 * minute)
  expect((await states(posts)).toSorted()).toEqual(wanted)
  expect(server.records).toHaveLength(there)
  expect(server.calls.publish).toBe(4)
})

test('one is taken back while the other still goes: it waits for the other, and each is told of its own', async () => {
  const server = rig.server('mastodon')
  server.nextSends('cut_before', 'accept_then_cut', 'server_error', 'server_error')
  const posts = [await publish(rig, 'High tide at nine'), await publish(rig, 'High tide at nine')]
  await rig.advance(8 * second)
  expect(await states(posts)).toEqual(['queued', 'queued'])
  await unschedule(rig, posts[0] ?? '')
  await rig.advance(20 * minute)
  expect(await states(posts)).toEqual(['cancelled', 'published'])
  expect(server.records).toHaveLength(1)
})

test('what the network published of one that waited there, under a name that nobody has read yet, is not taken for the other', async () => {
  const there = await handOver(rig, 'High tide at nine', '2026-11-21T12:00')
  const server = rig.server('mastodon')
  server.nextSends('cut_before')
  const here = await publish(rig, 'High tide at nine')
  await rig.settle()
  expect(await states([here, there])).toEqual(['unknown_outcome', 'pending_at_network'])
  // The network publishes by itself while the line is cut, longer than a key is good.
  rig.setOnline(false)
  await rig.advance(125 * minute)
  rig.setOnline(true)
  await rig.advance(60 * minute)
  expect(await states([here, there])).toEqual(['published', 'published'])
  expect(server.records).toHaveLength(2)
})
