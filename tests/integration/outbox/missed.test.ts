import { afterEach, describe, expect, test } from 'vitest'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { alertsIn, decide, jobsOf, publish, readPost, reschedule } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'], ...options }))
afterEach(() => rig.stop())

const texts = (networkId: 'bluesky' | 'mastodon'): readonly string[] => rig.server(networkId).records.map(({ text }) => text)

test('given another time, what was missed leaves at that time on all accounts that have missed it', async () => {
  await start()
  const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
  rig.crash()
  await rig.restart({ downForMs: 3 * hour })
  expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['missed', 'missed'])
  expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: true, value: { post: { status: 'scheduled' } } })
  await rig.advance(4 * hour)
  expect([texts('bluesky'), texts('mastodon')]).toEqual([['Both'], ['Both']])
})

test('what was missed is moved although another account is on its way, and that one is not sent anew', async () => {
  await start()
  rig.server('bluesky').nextSends('accept_then_hang')
  const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
  rig.expire(rig.accounts[1]!.id)
  await rig.advance(5 * minute)
  // Connected again long after its hour, while the other one still waits for its answer.
  rig.jump(2 * hour)
  await rig.logIn(rig.accounts[1]!.id)
  await rig.settle()
  expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['sending', 'missed'])
  expect(await reschedule(rig, postId, '2026-11-21T15:00')).toMatchObject({ ok: true })
  await rig.advance(4 * hour)
  expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['published', 'published'])
  expect([texts('bluesky'), texts('mastodon')]).toEqual([['Both'], ['Both']])
})

test('what can be given another time is named among the posts of the calendar', async () => {
  await start()
  const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
  rig.crash()
  await rig.restart({ downForMs: 3 * hour })
  const listed = await rig.run.posts.handlers['posts.list']?.({ workspaceId: rig.run.context.workspace().id, from: 0, until: rig.now() * 2, drafts: false })
  expect(listed).toMatchObject({ ok: true, value: { posts: [{ id: postId, status: 'needs_attention', isToMove: true }] } })
  expect((await readPost(rig, postId)).post.status).toBe('needs_attention')
})

describe('told to leave on the return online', () => {
  test('it does so although more than the grace has passed, over a crash and a restart, and only once', async () => {
    await start({ lateGraceMinutes: 1 })
    rig.setOnline(false)
    const postId = await publish(rig, 'Both')
    await rig.advance(3 * hour)
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['waiting_for_network', 'waiting_for_network'])
    rig.crash()
    await rig.restart({ downForMs: 2 * hour })
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['waiting_for_network', 'waiting_for_network'])
    rig.setOnline(true)
    await rig.advance(minute)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['Both'], ['Both']])
  })

  test('up to the evening of the next day; then it asks, and what was planned behind it asked at its own time', async () => {
    await start({ lateGraceMinutes: 30 })
    rig.setOnline(false)
    const told = await publish(rig, 'Told')
    const planned = await publish(rig, 'Planned', { at: '2026-11-21T11:00' })
    await rig.advance(3 * hour)
    expect((await jobsOf(rig, planned)).map(({ state, leavesUntil }) => [state, leavesUntil])).toEqual([['missed', undefined], ['missed', undefined]])
    // Said as long as it waits, and not once it asks.
    expect((await jobsOf(rig, told)).map(({ leavesUntil }) => leavesUntil)).toEqual([Date.UTC(2026, 10, 22, 19), Date.UTC(2026, 10, 22, 19)])
    // Saturday, 10:00 in Paris; Sunday, 20:00 is 34 hours away.
    await rig.advance(30 * hour + 59 * minute)
    expect((await jobsOf(rig, told)).map(({ state }) => state)).toEqual(['waiting_for_network', 'waiting_for_network'])
    await rig.advance(2 * minute)
    expect((await jobsOf(rig, told)).map(({ state, leavesUntil }) => [state, leavesUntil])).toEqual([['missed', undefined], ['missed', undefined]])
  })

  test('so does a missed post that is published now while offline; sent online, it has the grace of any other', async () => {
    await start({ lateGraceMinutes: 30 })
    const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
    rig.crash()
    await rig.restart({ downForMs: 3 * hour })
    rig.setOnline(false)
    for (const { id } of await jobsOf(rig, postId)) expect(await decide(rig, id, 'publish_now')).toMatchObject({ ok: true })
    await rig.advance(5 * hour)
    rig.setOnline(true)
    await rig.advance(minute)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['Both'], ['Both']])
  })

  test('what was sent online, and lost its connection before it left, asks after the grace', async () => {
    await start({ lateGraceMinutes: 30 })
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 15 } })
    const postId = await publish(rig, 'Both')
    rig.setOnline(false)
    await rig.advance(hour)
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['missed', 'missed'])
  })
})

describe('a decision that is taken back in time', () => {
  async function missedByTwo(): Promise<string> {
    await start({ lateGraceMinutes: 30 })
    rig.changeWorkspace({ safety: { ...defaultSafety, undoSeconds: 15 } })
    const postId = await publish(rig, 'Both', { at: '2026-11-21T10:05' })
    rig.crash()
    await rig.restart({ downForMs: 3 * hour })
    return postId
  }
  const undo = async (postId: string) => {
    const answer = await rig.run.posts.handlers['posts.unschedule']?.({ workspaceId: rig.run.context.workspace().id, postId, isUndo: true })
    await rig.settle()
    return answer
  }

  test('brings back exactly what was: both accounts ask, with their hour, and the post keeps its day', async () => {
    const postId = await missedByTwo()
    const before = await readPost(rig, postId)
    const alerts = alertsIn(rig).length
    expect(await decide(rig, before.jobs[0]!.id, 'publish_now')).toMatchObject({ ok: true, value: { state: 'queued' } })
    expect(rig.run.outbox.leaving?.()).toMatchObject([{ postId, askedBefore: true }])
    expect(await undo(postId)).toMatchObject({ ok: true })
    expect(await readPost(rig, postId)).toEqual(before)
    expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 1, waiting: 0 })
    expect(alertsIn(rig)).toHaveLength(alerts)
    await rig.advance(hour)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([[], []])
  })

  test('too late, it says so, and the other account goes on asking', async () => {
    const postId = await missedByTwo()
    rig.server('bluesky').nextSends('accept_then_hang')
    await decide(rig, (await jobsOf(rig, postId))[0]!.id, 'publish_now')
    await rig.advance(16_000)
    expect(await undo(postId)).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect((await jobsOf(rig, postId)).map(({ state }) => state)).toEqual(['sending', 'missed'])
  })

  test('what is sent again after that leaves once', async () => {
    const postId = await missedByTwo()
    const [first] = await jobsOf(rig, postId)
    await decide(rig, first!.id, 'publish_now')
    await undo(postId)
    await decide(rig, first!.id, 'publish_now')
    await rig.advance(minute)
    expect([texts('bluesky'), texts('mastodon')]).toEqual([['Both'], []])
  })
})
