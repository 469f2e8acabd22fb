import { describe, expect, test } from 'vitest'
import { jobStatus } from '../../../renderer/features/queue/job-status.ts'
import { outBeforeMove } from '../../../renderer/features/queue/story/hour-there.ts'
import { tellStory } from '../../../renderer/features/queue/story/tell-story.ts'
import type { JobAttempt } from '../../../shared/outbox/job.ts'

const [eleven, three] = [11 * 3_600_000, 15 * 3_600_000]
const call = (step: JobAttempt['step'], outcome: JobAttempt['outcome'], dueAt: number, foundAt?: number): JobAttempt => ({ id: `${step} ${outcome}`, jobId: 'j', startedAt: 1, endedAt: 2, step, outcome, failure: null, detail: { dueAt, ...(foundAt === undefined ? {} : { foundAt }) }, calls: null })
const handed = call('hand_over', 'waits_there', eleven, eleven)
const calm = { isOnHold: false, isWorkingOffline: false, mayHaveArrived: false, isByHand: false }
const job = { state: 'pending_at_network', handOver: 'with_network', dueAt: three, finishedAt: null, attempts: 0, failure: null, nextAttemptAt: null, cancelReason: null, remoteUrl: null } as const

describe('another hour for what waits with its network', () => {
  test.each(['with_network', 'handing'] as const)('is not told as if it had arrived while the engine says that it has not (%s)', (handOver) => {
    expect(tellStory({ ...job, handOver, stillAt: eleven }, calm)).toMatchObject({ what: 'moving_there', remedy: 'stay_until_moved' })
    expect(jobStatus({ ...job, kind: 'publish_post', handOver, stillAt: eleven })).toBe('moving_there')
  })

  test('is what the network has once it says so, and the computer may be off', () => {
    expect(tellStory(job, calm)).toMatchObject({ what: 'handed_over', remedy: 'computer_may_be_off' })
    expect(jobStatus({ ...job, kind: 'publish_post' })).toBe('at_network')
  })

  test('never arrived where it was out before: that is said, by the ledger or, of what an earlier version followed, by the answer to the move', () => {
    const out = { ...job, state: 'published', handOver: null, finishedAt: eleven + 60_000 } as const
    const calls = [handed, call('move_there', 'failed', three), call('move_there', 'published', three)]
    expect(outBeforeMove(out, calls)).toBe('early')
    expect(outBeforeMove({ ...out, oldHour: eleven }, [])).toBe('early')
    expect(jobStatus({ ...out, kind: 'publish_post', oldHour: eleven })).toBe('out_at_old_hour')
    expect(tellStory(out, { ...calm, outBeforeMove: 'early' })).toMatchObject({ what: 'out_early', remedy: 'was_too_late' })
    expect(outBeforeMove({ ...out, finishedAt: three + 60_000 }, calls)).toBe('unsure')
    expect(outBeforeMove({ ...out, finishedAt: three + 60_000, oldHour: eleven }, [])).toBe('unsure')
    expect(outBeforeMove(out, [handed, call('move_there', 'waits_there', three, three), call('read_there', 'published', three)])).toBeNull()
  })
})
