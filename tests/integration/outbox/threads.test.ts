import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { RemoteRecord, SendMishap } from '../../support/scripted-adapter.ts'
import { contentOf, decide, jobsOf, publishContent, readPost, reschedule, threadOf, unschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

const ids = () => rig.accounts.map((account) => account.id)
const publishThread = (texts: readonly string[], options: { at?: string } = {}) => publishContent(rig, threadOf(texts, ids()), options)
const statesOf = async (postId: string) => (await jobsOf(rig, postId)).map((job) => job.state)
const recordsOn = (networkId: NetworkId): readonly RemoteRecord[] => rig.server(networkId).records
const textsOn = (networkId: NetworkId) => recordsOn(networkId).map((record) => record.text)

/** Each part once, each answering the one before it. */
function expectThread(networkId: NetworkId, texts: readonly string[]): void {
  const records = recordsOn(networkId)
  expect(records.map((record) => record.text)).toEqual(texts)
  expect(records.map((record) => record.replyTo)).toEqual([null, ...records.slice(0, -1).map((record) => record.remoteId)])
}

test('goes out part by part, each answering the one before, each a job with a key of its own', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  const postId = await publishThread(['One', 'Two', 'Three'])
  await rig.settle()
  for (const network of ['bluesky', 'mastodon'] as const) expectThread(network, ['One', 'Two', 'Three'])
  expect(new Set(recordsOn('mastodon').map((record) => record.idempotencyKey)).size).toBe(3)
  const { post, jobs } = await readPost(rig, postId)
  expect(post.status).toBe('published')
  expect(jobs.map((job) => job.part)).toEqual([1, 2, 3, 1, 2, 3].map((number) => ({ number, of: 3 })))
})

test('a network without threads gets all parts as one post', async () => {
  await start({ accounts: ['wordpress'] })
  const postId = await publishThread(['One', 'Two'])
  await rig.settle()
  expect(textsOn('wordpress')).toEqual(['One\n\nTwo'])
  expect(await jobsOf(rig, postId)).toHaveLength(1)
})

test('the second part waits as long as nobody knows of the first, and counts neither as waiting nor as due', async () => {
  await start({ accounts: ['mastodon'] })
  rig.server('mastodon').nextSends('rejected')
  const postId = await publishThread(['One', 'Two'])
  await rig.advance(30 * minute)
  expect(await statesOf(postId)).toEqual(['failed', 'queued'])
  expect((await readPost(rig, postId)).post.status).toBe('needs_attention')
  expect(rig.run.outbox.counts?.()).toEqual({ needsAttention: 1, waiting: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: null })
  expect(rig.run.outbox.pendingWork?.()).toMatchObject({ sending: 0, dueToday: 0 })
  expect(rig.server('mastodon').calls.publish).toBe(1)
  await decide(rig, (await jobsOf(rig, postId))[0]?.id ?? '', 'try_again')
  expectThread('mastodon', ['One', 'Two'])
})

test('one network that fails in the middle neither holds up nor repeats the other', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  rig.server('bluesky').nextSends('fine', 'rejected')
  const postId = await publishThread(['One', 'Two', 'Three'])
  await rig.advance(5 * minute)
  expectThread('mastodon', ['One', 'Two', 'Three'])
  expect(textsOn('bluesky')).toEqual(['One'])
  expect((await readPost(rig, postId)).post.status).toBe('needs_attention')
  await decide(rig, (await jobsOf(rig, postId))[1]?.id ?? '', 'try_again')
  expectThread('bluesky', ['One', 'Two', 'Three'])
  expectThread('mastodon', ['One', 'Two', 'Three'])
})

describe.each<[string, NetworkId]>([['a client-chosen id', 'bluesky'], ['an idempotency header', 'mastodon']])('with %s', (_name, networkId) => {
  const cases = (['claimed', 'answered', 'recorded'] as const).flatMap((point) =>
    (['fine', 'accept_then_cut', 'cut_before', 'rate_limited', 'deliver_late'] satisfies SendMishap[]).flatMap((mishap) => [1, 2].map((part) => [part, point, mishap] as const))
  )
  test.each(cases)('part %i: the engine dies when it has %s, and the send went %s', async (part, point, mishap) => {
    await start({ accounts: [networkId], server: { deliverLaterMs: 20_000 } })
    rig.server(networkId).nextSends(...Array.from({ length: part - 1 }, () => 'fine' as const), mishap)
    // It dies once: when the part before has been called for (the next claim is this part's), or when this part has.
    const fatalCall = point === 'claimed' ? part - 1 : part
    let calls = 0
    rig.server(networkId).onCall(() => {
      calls += 1
      if (calls === fatalCall) rig.crashAt(point)
    })
    if (fatalCall === 0) rig.crashAt(point)
    const postId = await publishThread(['One', 'Two', 'Three'])
    await rig.advance(minute)
    expect(rig.hasCrashed()).toBe(true)
    await rig.restart({ downForMs: 2000 })
    await rig.advance(30 * minute)
    expectThread(networkId, ['One', 'Two', 'Three'])
    expect((await readPost(rig, postId)).post.status).toBe('published')
  })
})

test('taken back half way, it is partly out, and goes on later after its last confirmed part', async () => {
  await start({ accounts: ['mastodon'] })
  rig.server('mastodon').nextSends('fine', 'rejected')
  const postId = await publishThread(['One', 'Two', 'Three'])
  await rig.settle()
  expect(await unschedule(rig, postId)).toMatchObject({ ok: true })
  expect(await statesOf(postId)).toEqual(['published', 'cancelled', 'cancelled'])
  const { post } = await readPost(rig, postId)
  expect(post.status).toBe('partly_published')
  const scheduled = await rig.run.posts.handlers['posts.schedule']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: post.revision, when: { kind: 'now' } })
  expect(scheduled).toMatchObject({ ok: true })
  await rig.settle()
  expectThread('mastodon', ['One', 'Two', 'Three'])
  const after = await readPost(rig, postId)
  expect(after.post.status).toBe('published')
  expect(after.jobs.slice(3).map((job) => job.part)).toEqual([{ number: 2, of: 3 }, { number: 3, of: 3 }])
})

test('of a thread that is too long for its server by now nothing leaves, and what the server takes is known from then on', async () => {
  await start({ accounts: ['mastodon'] })
  const postId = await publishThread(['One', 'x'.repeat(300), 'Three'], { at: '2026-11-21T10:30' })
  rig.server('mastodon').limits.say({ maxCharacters: 299 })
  await rig.advance(60 * minute)
  expect(recordsOn('mastodon')).toEqual([])
  const [first] = await jobsOf(rig, postId)
  expect(await statesOf(postId)).toEqual(['failed', 'queued', 'queued'])
  expect(first?.failure?.details).toMatchObject({ reason: 'limits_shrank', part: 2 })
  expect(rig.accounts[0]?.serverLimits.maxCharacters).toBe(299)
  rig.server('mastodon').limits.say({ maxCharacters: 300 })
  await decide(rig, first?.id ?? '', 'try_again')
  expectThread('mastodon', ['One', 'x'.repeat(300), 'Three'])
})

test('dropping a part drops those behind it, and never those of another account', async () => {
  await start({ accounts: ['bluesky', 'mastodon'] })
  rig.server('bluesky').nextSends('fine', 'rejected')
  rig.server('mastodon').nextSends('rejected')
  const postId = await publishThread(['One', 'Two', 'Three'])
  await rig.settle()
  await decide(rig, (await jobsOf(rig, postId))[1]?.id ?? '', 'drop')
  expect(await statesOf(postId)).toEqual(['published', 'cancelled', 'cancelled', 'failed', 'queued', 'queued'])
})

test('missed while the computer slept: one question, and "publish now" brings all parts', async () => {
  await start({ accounts: ['mastodon'] })
  const postId = await publishThread(['One', 'Two', 'Three'], { at: '2026-11-21T10:30' })
  rig.crash()
  await rig.restart({ downForMs: 5 * 60 * minute })
  await rig.settle()
  expect(await statesOf(postId)).toEqual(['missed', 'queued', 'queued'])
  expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 1 })
  await decide(rig, (await jobsOf(rig, postId))[0]?.id ?? '', 'publish_now')
  expectThread('mastodon', ['One', 'Two', 'Three'])
})

test('moved to another day, the first part leaves then and the others behind it', async () => {
  await start({ accounts: ['mastodon'] })
  const postId = await publishThread(['One', 'Two'], { at: '2026-11-21T10:30' })
  expect(await reschedule(rig, postId, '2026-11-21T14:00')).toMatchObject({ ok: true })
  await rig.advance(3 * 60 * minute)
  expect(textsOn('mastodon')).toEqual([])
  await rig.advance(2 * 60 * minute)
  expectThread('mastodon', ['One', 'Two'])
})

test('a part that somebody gives a time by hand still does not overtake the one before it', async () => {
  await start({ accounts: ['mastodon'] })
  rig.server('mastodon').nextSends('rejected')
  const postId = await publishThread(['One', 'Two'])
  await rig.settle()
  rig.run.context.database.prepare(`UPDATE outbox_jobs SET next_attempt_at = 0 WHERE part = 2`).run()
  await rig.advance(5 * minute)
  expect(await statesOf(postId)).toEqual(['failed', 'queued'])
  expect(rig.server('mastodon').calls.publish).toBe(1)
})

test('a part confirmed by eye has no address to answer: the next one says so instead of standing alone', async () => {
  await start({ accounts: ['mastodon'] })
  rig.server('mastodon').nextSends('accept_then_cut')
  rig.server('mastodon').otherwise({ look: () => 'server_error' })
  const postId = await publishThread(['One', 'Two'])
  await rig.advance(6 * 60 * minute)
  const [first] = await jobsOf(rig, postId)
  expect(first).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
  await decide(rig, first?.id ?? '', 'it_is_there')
  await rig.advance(minute)
  const jobs = await jobsOf(rig, postId)
  expect(jobs[1]?.state === 'missed' || jobs[1]?.failure?.code === 'thread_place_unknown').toBe(true)
  expect(textsOn('mastodon')).toEqual(['One'])
})

test('two living jobs for one part of a post are refused by the database itself', async () => {
  await start({ accounts: ['mastodon'] })
  await publishThread(['One', 'Two'], { at: '2026-11-21T11:00' })
  expect(() => rig.run.context.database.exec(`UPDATE outbox_jobs SET part = 1 WHERE part = 2`)).toThrow(/UNIQUE/)
})

test('a post of one part is as it was: no part, no chain', async () => {
  await start({ accounts: ['mastodon'] })
  const postId = await publishContent(rig, contentOf('Alone', ids()))
  await rig.settle()
  const [job] = await jobsOf(rig, postId)
  expect(job).not.toHaveProperty('part')
})

test('a held part that is given up takes the held parts behind it along', async () => {
  await start()
  const postId = await publishThread(['One', 'Two', 'Three'], { at: '2026-11-21T11:00' })
  const workspaceId = rig.run.context.workspace().id
  await rig.run.safety.handlers['safety.hold']?.({ workspaceId, reason: 'A fire' })
  await rig.advance(61 * minute)
  expect(await statesOf(postId)).toEqual(['held', 'held', 'held'])
  await rig.run.safety.handlers['safety.lift']?.({ workspaceId })
  const [first] = await jobsOf(rig, postId)
  await decide(rig, first?.id ?? '', 'drop')
  expect((await jobsOf(rig, postId)).map(({ state, cancelReason }) => [state, cancelReason])).toEqual([['cancelled', 'given_up'], ['cancelled', 'part_given_up'], ['cancelled', 'part_given_up']])
  expect(textsOn('bluesky')).toEqual([])
})
