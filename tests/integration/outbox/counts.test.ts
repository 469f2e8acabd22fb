import { afterEach, expect, test } from 'vitest'
import type { Job } from '../../../shared/outbox/job.ts'
import { foldThreads, openSection, openSections } from '../../../shared/outbox/open-section.ts'
import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { handOver } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { publish, publishContent, readPost, threadOf } from './publish.ts'

const minute = 60_000

let rig: OutboxRig
afterEach(() => rig.stop())

/** What the outbox lists in each section. */
function listed(): Readonly<Record<string, number>> {
  const result = rig.run.outbox.handlers['outbox.list']?.({ workspaceId: rig.run.context.workspace().id, view: 'open', limit: 500 }) as { value: { jobs: Job[] } }
  const folded = foldThreads(result.value.jobs)
  // A post is one, on however many accounts.
  const count = (section: string): number => new Set(folded.filter((job) => openSection(job) === section).map(({ postId, id }) => postId ?? id)).size
  return Object.fromEntries(openSections.map((section) => [section, count(section)]))
}

/** What the foot of the window and the rail say. */
function counted(): Readonly<Record<string, number>> {
  const counts = rig.run.outbox.counts?.()
  return { asks: counts?.needsAttention ?? -1, to_go_out: counts?.waiting ?? -1, at_network: counts?.atNetwork ?? -1, sought: counts?.soughtThere ?? -1 }
}

test('the counts and the list agree: posts once, what is at its network apart, what asks apart', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon', 'bluesky'] })
  const ids = rig.accounts.map(({ id }) => id)
  await publishContent(rig, threadOf(['One', 'Two', 'Three'], ids), { at: '2026-11-22T09:00' })
  await publish(rig, 'Later', { at: '2026-11-22T10:00' })
  await handOver(rig, 'There', '2026-11-22T12:00')
  // A thread and two posts on two accounts each, one of which waits with a network for one of them.
  expect(counted()).toEqual({ asks: 0, to_go_out: 3, at_network: 1, sought: 0 })
  expect(listed()).toEqual(counted())

  rig.server('mastodon').nextSends('fine', 'rejected')
  await publishContent(rig, threadOf(['First', 'Second', 'Third'], ids.slice(0, 1)))
  await rig.advance(5 * minute)
  expect(counted()).toEqual({ asks: 1, to_go_out: 3, at_network: 1, sought: 0 })
  expect(listed()).toEqual(counted())

  rig.server('bluesky').nextSends('accept_then_cut')
  await publish(rig, 'Who knows')
  expect(listed()).toEqual(counted())
})

test('whoever quits is told of posts, not of their accounts: what leaves in a moment, and what is due today', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon', 'bluesky'] })
  await publish(rig, 'Tonight', { at: '2026-11-21T20:00' })
  await publish(rig, 'Tomorrow', { at: '2026-11-22T09:00' })
  expect(rig.run.outbox.pendingWork?.()).toMatchObject({ leaving: 0, dueToday: 1 })
  rig.changeWorkspace({ safety: { ...rig.run.context.workspace().safety, undoSeconds: 30 } })
  await publish(rig, 'Now')
  expect(rig.run.outbox.pendingWork?.()).toMatchObject({ leaving: 1, dueToday: 1 })
  expect(counted()).toEqual({ asks: 0, to_go_out: 3, at_network: 0, sought: 0 })
})

test('what the client refused does not go out: it asks, and its hour is not the next one', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon', 'bluesky'] })
  const postId = await publish(rig, 'Tonight', { at: '2026-11-21T20:00' })
  await publishContent(rig, threadOf(['One', 'Two'], rig.accounts.map(({ id }) => id)), { at: '2026-11-22T09:00' })
  const tonight = rig.run.outbox.counts?.().nextDueAt ?? 0
  await say(postId, { kind: 'refused', by: 'Claire Petit', channel: 'phone', comment: 'Not before Monday' })
  expect(counted()).toEqual({ asks: 1, to_go_out: 1, at_network: 0, sought: 0 })
  expect(listed()).toEqual(counted())
  expect(rig.run.outbox.counts?.().nextDueAt).toBeGreaterThan(tonight)
  expect(rig.run.outbox.pendingWork?.()).toMatchObject({ leaving: 0, dueToday: 0 })

  // Asked again, the no stands; a yes, and it goes out.
  await say(postId, { kind: 'asked', note: '' })
  expect(counted()).toEqual({ asks: 1, to_go_out: 1, at_network: 0, sought: 0 })
  expect(listed()).toEqual(counted())
  await say(postId, { kind: 'approved', by: 'Claire Petit', channel: 'phone', note: '' })
  expect(counted()).toEqual({ asks: 0, to_go_out: 2, at_network: 0, sought: 0 })
  expect(listed()).toEqual(counted())
  expect(rig.run.outbox.counts?.().nextDueAt).toBe(tonight)
})

async function say(postId: string, approval: ApprovalEntry): Promise<void> {
  const { post } = await readPost(rig, postId)
  await rig.run.posts.handlers['posts.recordApproval']?.({ workspaceId: rig.run.context.workspace().id, postId, revision: post.revision, approval })
  await rig.settle()
}
