import { expect, test } from 'vitest'
import { countDone, missedDecisions, missedEntries } from '../../../renderer/features/queue/missed/missed-entries.ts'
import { isMovable, momentOf } from '../../../renderer/features/calendar/calendar-events.ts'
import { actsOfOneKind, heldEntries } from '../../../renderer/features/safety/held-entries.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'

const job = (id: string, changes: Partial<Job> = {}): Job => ({
  id, kind: 'publish_post', state: 'missed', accountId: id, postId: 'post', conversationId: null, excerpt: 'Bonjour', dueAt: 5, nextAttemptAt: null, attempts: 0,
  failure: null, handOver: null, remoteUrl: null, cancelReason: null, createdAt: 0, finishedAt: null, ...changes
})

test('only what is missed for certain is decided together: nothing that may be out, failed, or is kept by the client’s answer', () => {
  const others = [
    job('doubt', { state: 'unknown_outcome' }), job('failed', { state: 'failed' }), job('held', { state: 'held' }), job('restored', { failure: studioError('restored_doubt', 'put back') }),
    job('refused', { stop: studioError('refused_by_client', 'no') }), job('reply', { kind: 'reply', postId: null }), job('cover', { kind: 'set_cover' }), job('waiting', { state: 'queued' })
  ]
  expect(missedEntries('client', [job('a'), ...others]).map(({ jobs }) => jobs)).toEqual([[{ jobId: 'a', seenDueAt: 5 }]])
})

test('a post stands once with all its accounts, a thread with the part whose turn it is, the earliest first', () => {
  const thread = [job('two', { postId: 'thread', accountId: 'x', dueAt: 3, part: { number: 2, of: 2 } }), job('one', { postId: 'thread', accountId: 'x', dueAt: 3, part: { number: 1, of: 2 } })]
  const entries = missedEntries('client', [job('a'), job('b'), ...thread])
  expect(entries.map(({ postId, accountIds, jobs }) => [postId, accountIds, jobs.map(({ jobId }) => jobId)])).toEqual([['thread', ['x'], ['one']], ['post', ['a', 'b'], ['a', 'b']]])
})

test('what has no fate is not decided, and what the engine refused is not counted as done', () => {
  const entries = missedEntries('client', [job('a'), job('b'), job('c', { postId: 'other', dueAt: 9 }), job('d', { postId: 'left', dueAt: 10 })])
  const fates = new Map([['post', { kind: 'publish_now' }], ['other', { kind: 'drop' }]] as const)
  expect(missedDecisions(entries, fates).map(({ jobId, seenDueAt, fate }) => [jobId, seenDueAt, fate.kind])).toEqual([['a', 5, 'publish_now'], ['b', 5, 'publish_now'], ['c', 9, 'drop']])
  expect([...countDone(entries, fates, ['b'])].map(([kind, of]) => [kind, of.map(({ postId }) => postId)])).toEqual([['publish_now', ['post']]])
})

test('of a post that is out in part the rest stands at its own time, and can be moved', () => {
  const post: Partial<PostSummary> = { id: 'post', status: 'needs_attention', publishedAt: 100, schedule: { localDateTime: '', timeZone: 'Europe/Paris', dueAt: 50 }, plan: null }
  const whole = post as PostSummary
  expect([momentOf(whole), isMovable(whole)]).toEqual([100, false])
  expect([momentOf({ ...whole, rest: ['b'] }), isMovable({ ...whole, rest: ['b'] })]).toEqual([50, true])
})

test('acts that a hold kept are decided together by kind; what deletes or rewrites something that is out never is', () => {
  const held = (id: string, kind: Job['kind']): Job => job(id, { kind, state: 'held', postId: null, failure: studioError('on_hold', 'held') })
  const entries = heldEntries('client', [held('a', 'like'), held('b', 'like'), held('c', 'repost'), held('d', 'delete'), held('e', 'delete'), held('f', 'edit'), held('g', 'edit'), held('h', 'reply'), held('i', 'reply')])
  expect([...actsOfOneKind(entries)]).toEqual([['like', ['client a', 'client b']]])
})
