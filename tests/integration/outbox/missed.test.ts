import { afterEach, expect, test } from 'vitest'
import { jobsOf, publish, readPost, reschedule } from './publish.ts'
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
