import { describe, expect, test } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { jobGroup } from '../../../shared/outbox/job-groups.ts'
import type { JobState } from '../../../shared/outbox/job.ts'
import { isPostEditable, postStatus } from '../../../shared/posts/post-status.ts'

const job = (state: JobState, accountId = 'a', nextAttemptAt: number | null = 1, attempts = 0) => ({ state, accountId, attempts, nextAttemptAt, failure: null, handOver: null })

describe('postStatus', () => {
  test.each([
    ['no jobs', [], 'draft'],
    ['only cancelled jobs', [job('cancelled')], 'draft'],
    ['all wait for their time', [job('queued'), job('queued', 'b')], 'scheduled'],
    ['a cancelled job does not count beside a waiting one', [job('cancelled'), job('queued')], 'scheduled'],
    ['one waits for the network', [job('waiting_for_network', 'a', null), job('queued', 'b')], 'publishing'],
    ['one is being sent', [job('sending'), job('queued', 'b')], 'publishing'],
    ['one was tried and waits for the next try', [job('queued', 'a', 1, 1)], 'publishing'],
    ['one is out and one waits', [job('published'), job('queued', 'b')], 'publishing'],
    ['one is looked up', [job('unknown_outcome'), job('published', 'b')], 'publishing'],
    ['nobody knows and nobody looks any more', [job('unknown_outcome', 'a', null), job('published', 'b')], 'needs_attention'],
    ['one failed, one is being sent', [job('failed'), job('sending', 'b')], 'needs_attention'],
    ['one was missed', [job('missed'), job('published', 'b')], 'needs_attention'],
    ['one is held', [job('held')], 'needs_attention'],
    ['all are out', [job('published'), job('published', 'b')], 'published'],
    ['one is out, the other was given up', [job('published'), job('cancelled', 'b')], 'partly_published'],
    ['given up once, out the second time', [job('cancelled', 'b'), job('published'), job('published', 'b')], 'published']
  ] as const)('%s', (_name, jobs, expected) => {
    expect(postStatus(['a', 'b'], [...jobs])).toBe(expected)
  })

  test('a target without any job keeps the post from being published as a whole', () => {
    expect(postStatus(['a', 'b'], [job('published', 'a')])).toBe('partly_published')
    expect(postStatus(['a'], [job('published', 'a')])).toBe('published')
  })

  test('a job that the network asked to wait is under way, though no attempt was spent', () => {
    expect(jobGroup({ ...job('queued'), failure: studioError('rate_limited', 'later') })).toBe('under_way')
  })
})

test('what waits with its network is planned, and can be edited only once it is back', () => {
  const there = { ...job('pending_at_network', 'a', null), handOver: 'with_network' as const }
  expect(jobGroup(there)).toBe('planned')
  expect(postStatus(['a', 'b'], [there, job('queued', 'b')])).toBe('scheduled')
  expect(isPostEditable([there])).toBe(false)
})

describe('isPostEditable', () => {
  test('only when nothing is planned, under way or asked', () => {
    expect(isPostEditable([])).toBe(true)
    expect(isPostEditable([job('published'), job('cancelled')])).toBe(true)
    for (const state of ['queued', 'waiting_for_network', 'sending', 'unknown_outcome', 'pending_at_network', 'failed', 'missed', 'held'] as const) {
      expect(isPostEditable([job('published'), job(state)])).toBe(false)
    }
  })
})
