import { describe, expect, test } from 'vitest'
import { inReadingOrder } from '../../../renderer/features/queue/in-reading-order.ts'
import { jobStatus } from '../../../renderer/features/queue/job-status.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

const job: Job = {
  id: 'a', kind: 'publish_post', state: 'cancelled', accountId: 'x', postId: 'p', conversationId: null, excerpt: '', dueAt: 1_000_000, nextAttemptAt: null,
  attempts: 0, failure: null, handOver: null, remoteUrl: null, finishedAt: 1_000
}

describe('the word for a job', () => {
  test('says taken back when it was called back before its time, or within the undo window', () => {
    expect(jobStatus(job)).toBe('taken_back')
    expect(jobStatus({ ...job, finishedAt: job.dueAt + 30_000 })).toBe('taken_back')
  })

  test('says given up when it was late, refused, held or sent before', () => {
    expect(jobStatus({ ...job, finishedAt: job.dueAt + 3_600_000 })).toBe('cancelled')
    expect(jobStatus({ ...job, attempts: 1 })).toBe('cancelled')
    expect(jobStatus({ ...job, failure: studioError('on_hold', 'held') })).toBe('cancelled')
  })

  test('says on hold for what would leave by itself, and for nothing else', () => {
    const waits = { ...job, state: 'queued', finishedAt: null } as const
    expect([jobStatus(waits), jobStatus(waits, true), jobStatus({ ...waits, state: 'failed' }, true)]).toEqual(['queued', 'on_hold', 'failed'])
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
