import { expect, test } from 'vitest'
import { wordOf } from '../../../renderer/features/safety/deed-words.ts'
import { clientsSending, fatesOf, heldEntries } from '../../../renderer/features/safety/held-entries.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Job } from '../../../shared/outbox/job.ts'

const held = (id: string, kind: Job['kind'], postId: string | null): Job => ({
  id, kind, state: 'held', accountId: 'account', postId, conversationId: null, excerpt: 'Bonjour', dueAt: 1, nextAttemptAt: null, attempts: 0,
  failure: studioError('on_hold', 'held'), handOver: null, remoteUrl: null, cancelReason: null, createdAt: 0, finishedAt: null
})

test('“publish now” is said of posts and replies alone: a deletion is called what it does, and so is keeping the post', () => {
  for (const kind of ['publish_post', 'reply'] as const) expect([wordOf(kind, 'publish_now'), wordOf(kind, 'drop')]).toEqual(['publish_now', 'drop'])
  for (const kind of ['like', 'set_cover', 'block', 'report', 'unrepost'] as const) expect([wordOf(kind, 'publish_now'), wordOf(kind, 'drop')]).toEqual(['do_it', 'leave_it'])
  expect([wordOf('delete', 'publish_now'), wordOf('delete', 'drop')]).toEqual(['delete_there', 'leave_there'])
})

test('a film’s cover is a line of its own, beside its post on another account, and is decided about by itself', () => {
  const entries = heldEntries('client', [held('post-a', 'publish_post', 'post'), held('post-b', 'publish_post', 'post'), held('cover', 'set_cover', 'post'), held('deletion', 'delete', null)])
  expect(entries.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['publish_post', { kind: 'post', postId: 'post' }], ['set_cover', { kind: 'job', jobId: 'cover' }], ['delete', { kind: 'job', jobId: 'deletion' }]
  ])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(3)
  expect(fatesOf(entries[1]!)).toEqual(['publish_now', 'drop'])
})

test('a post names every account it would go to, and what leaves at once is a matter of its client', () => {
  const entries = heldEntries('client', [{ ...held('a', 'publish_post', 'post'), accountId: 'one' }, { ...held('b', 'publish_post', 'post'), accountId: 'two' }, held('reply', 'reply', null)])
  expect(entries.map(({ accountIds }) => accountIds)).toEqual([['one', 'two'], ['account']])
  const [post, reply] = entries.map(({ key }) => key)
  expect(clientsSending(entries, new Map([[post!, { kind: 'publish_now' }]]))).toEqual(['client'])
  expect(clientsSending(entries, new Map([[post!, { kind: 'drop' }], [reply!, { kind: 'publish_now' }]]))).toEqual([])
})
