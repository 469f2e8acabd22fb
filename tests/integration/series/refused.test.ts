import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { contentOf, jobsOf, readPost } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { readSeries, repeat } from './repeat.ts'

const day = 24 * 60 * 60_000

let rig: OutboxRig
let postIds: readonly string[]

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky'] })
  await repeat(rig, { at: '2026-11-22T09:00', rule: { every: 'day' }, end: { kind: 'count', count: 4 } })
  postIds = (await readSeries(rig)).occurrences.flatMap(({ postId }) => postId ?? [])
})
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const no: ApprovalEntry = { kind: 'refused', by: 'Claire Petit', channel: 'mail', comment: 'Not this offer' }

async function say(postId: string, approval: ApprovalEntry): Promise<void> {
  const { post } = await readPost(rig, postId)
  const answer = await rig.run.posts.handlers['posts.recordApproval']?.({ workspaceId: workspaceId(), postId, revision: post.revision, approval })
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
  await rig.settle()
}

const sent = () => rig.server('bluesky').records.length

describe('a client says no to one day of a series', () => {
  test('the other days that say the same have the same no, each says so, and none goes out', async () => {
    expect(postIds.length).toBeGreaterThan(2)
    await say(postIds[0] ?? '', no)
    for (const postId of postIds) {
      const { post, jobs } = await readPost(rig, postId)
      expect(post.approval).toMatchObject({ kind: 'refused', by: 'Claire Petit', comment: 'Not this offer' })
      // What keeps it stands with its jobs too.
      expect(jobs).toMatchObject([{ stop: { code: 'refused_by_client' } }])
      const job = await rig.run.outbox.handlers['outbox.readJob']?.({ workspaceId: workspaceId(), jobId: jobs[0]?.id ?? '' })
      expect(job).toMatchObject({ ok: true, value: { moments: [{ kind: 'client_said_no', reason: 'Not this offer' }] } })
    }
    await rig.advance(1.5 * day)
    expect(sent()).toBe(0)
  })

  test('a day that was written anew is not meant by it', async () => {
    const [first = '', second = ''] = postIds
    await rig.run.posts.handlers['posts.unschedule']?.({ workspaceId: workspaceId(), postId: second })
    const { post } = await readPost(rig, second)
    await rig.run.posts.handlers['posts.saveDraft']?.({ workspaceId: workspaceId(), postId: second, revision: post.revision, content: contentOf('Something else', rig.accounts.map(({ id }) => id)) })
    await say(first, no)
    expect((await readPost(rig, second)).post.approval).toEqual({ kind: 'none' })
  })

  test('what is out keeps its word', async () => {
    await rig.advance(day)
    expect(sent()).toBe(1)
    await say(postIds[1] ?? '', no)
    expect((await readPost(rig, postIds[0] ?? '')).post.approval).toEqual({ kind: 'none' })
    expect((await jobsOf(rig, postIds[2] ?? ''))[0]).toMatchObject({ stop: { code: 'refused_by_client' } })
  })
})
