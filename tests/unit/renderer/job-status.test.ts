import { describe, expect, test } from 'vitest'
import { inReadingOrder } from '../../../renderer/features/queue/in-reading-order.ts'
import { jobStatus } from '../../../renderer/features/queue/job-status.ts'
import type { Job } from '../../../shared/outbox/job.ts'

const job: Job = {
  id: 'a', kind: 'publish_post', state: 'cancelled', accountId: 'x', postId: 'p', conversationId: null, excerpt: '', dueAt: 1_000_000, nextAttemptAt: null,
  attempts: 0, failure: null, handOver: null, remoteUrl: null, cancelReason: null, createdAt: 0, finishedAt: 1_000
}

describe('the word for a job', () => {
  test('says taken back only where that was written down', () => {
    expect(jobStatus({ ...job, cancelReason: 'taken_back' })).toBe('taken_back')
    expect(jobStatus({ ...job, cancelReason: 'series_paused' })).toBe('taken_back')
    expect(jobStatus({ ...job, cancelReason: 'given_up' })).toBe('cancelled')
    expect(jobStatus({ ...job, cancelReason: 'account_removed' })).toBe('cancelled')
  })

  test('guesses nothing about what was cancelled before reasons were written down', () => {
    expect(jobStatus(job)).toBe('cancelled')
  })

  test('says on hold for what would leave by itself, and for nothing else', () => {
    const waits = { ...job, state: 'queued', finishedAt: null } as const
    expect([jobStatus(waits), jobStatus(waits, 'hold'), jobStatus({ ...waits, state: 'failed' }, 'hold')]).toEqual(['scheduled', 'on_hold', 'failed'])
  })

  test('has the calendar’s word for a post that waits for its time, and others for what is retried, at the network or kept by the user', () => {
    const waits = { ...job, state: 'queued', finishedAt: null } as const
    expect([jobStatus(waits), jobStatus({ ...waits, kind: 'reply' }), jobStatus({ ...waits, attempts: 1 })]).toEqual(['scheduled', 'queued', 'queued'])
    expect([jobStatus({ ...waits, state: 'pending_at_network', handOver: 'with_network' }), jobStatus({ ...waits, state: 'pending_at_network' })]).toEqual(['at_network', 'pending_at_network'])
    const due = { ...waits, state: 'waiting_for_network' } as const
    expect([jobStatus(due), jobStatus(due, 'working_offline'), jobStatus(waits, 'working_offline')]).toEqual(['waiting_for_network', 'working_offline', 'scheduled'])
  })

  test('names a like and a reply for what they are', () => {
    const out = { ...job, state: 'published' } as const
    expect([jobStatus(out), jobStatus({ ...out, kind: 'like' }), jobStatus({ ...out, kind: 'reply' }), jobStatus({ ...out, kind: 'mute' })]).toEqual(['published', 'liked', 'replied', 'done'])
  })
})

test('finished jobs of one post stand by when each was over, not by account', () => {
  const accounts = [{ id: 'x' }, { id: 'y' }]
  const jobs = [
    { ...job, id: 'first', accountId: 'x', finishedAt: 1_000 },
    { ...job, id: 'last', accountId: 'y', finishedAt: 3_000 },
    { ...job, id: 'middle', accountId: 'x', finishedAt: 2_000 }
  ]
  expect(inReadingOrder(jobs, 'finished', accounts).map(({ id }) => id)).toEqual(['last', 'middle', 'first'])
  expect(inReadingOrder(jobs.map((one) => ({ ...one, state: 'queued', finishedAt: null }) as const), 'open', accounts).at(-1)?.id).toBe('last')
})
