import { describe, expect, test } from 'vitest'
import { jobStates, type JobState } from '../../../shared/outbox/job.ts'
import { moveJob } from '../../../shared/outbox/move-job.ts'
import { decideByUser, type UserDecision } from '../../../electron/engine/outbox/decide-by-user.ts'
import type { JobRecord } from '../../../electron/engine/outbox/job-record.ts'

const now = 1_000_000
const facts = { now, mayRefreshIntent: true, undoSeconds: 0 }
const decisions: readonly UserDecision[] = ['publish_now', 'try_again', 'look_again', 'it_is_there', 'send_again', 'drop']

function job(state: JobState, changes: Partial<JobRecord> = {}): JobRecord {
  return {
    id: 'j', kind: 'publish_post', state, accountId: 'a', postId: 'p', conversationId: null, itemId: null, afterJobId: null, excerpt: '', dueAt: now - 1000, nextAttemptAt: null, attempts: 3,
    failure: null, remoteUrl: null, finishedAt: null, idempotencyKey: 'k', intentAt: 5, payload: null, payloadText: '', isPlanned: true, undoUntil: null, promisedUntil: null, beforeNow: null, cancelReason: null, textDigest: null, firstSentAt: 1, lastSentAt: 1,
    looks: 2, nones: 1, failedLooks: 3, awaitsLogin: true, pendingToken: null, handOver: null, remoteId: null, createdAt: 0, isDoubtful: false, ...changes
  }
}

/** Which answers change something, in which state. */
const changing: Readonly<Partial<Record<JobState, readonly UserDecision[]>>> = {
  queued: ['drop'],
  waiting_for_network: ['drop'],
  unknown_outcome: ['look_again', 'it_is_there', 'send_again', 'drop'],
  failed: ['try_again', 'drop'],
  missed: ['publish_now', 'drop'],
  held: ['publish_now', 'drop']
}

describe('decideByUser', () => {
  test.each(jobStates.flatMap((state) => decisions.map((decision) => [state, decision] as const)))('a job that is %s: %s', (state, decision) => {
    const effect = decideByUser(job(state), decision, facts)
    expect(effect.kind === 'change').toBe((changing[state]?.includes(decision) ?? false) && decision !== 'drop')
    expect(effect.kind === 'drop').toBe(decision === 'drop' && (changing[state]?.includes(decision) ?? false))
    if (effect.kind === 'change') expect(moveJob(state, effect.event)).not.toBeNull()
  })

  test('sent now, it is due now, with fresh patience, and nobody is surprised by a notification', () => {
    expect(decideByUser(job('missed'), 'publish_now', facts)).toEqual({
      kind: 'change',
      event: 'asked_again',
      changes: { dueAt: now, nextAttemptAt: now, undoUntil: null, promisedUntil: null, beforeNow: null, isPlanned: false, isDoubtful: false, attempts: 0, failure: null, awaitsLogin: false, nones: 1, cancelReason: null, intentAt: now }
    })
  })

  test('sent while its account cannot be reached, a post has a promise; while it can be taken back, what it was is kept', () => {
    const effect = decideByUser(job('missed', { dueAt: now - 5 }), 'publish_now', { ...facts, undoSeconds: 15, promisedUntil: now + 9 })
    expect(effect).toMatchObject({ changes: { promisedUntil: now + 9, beforeNow: { state: 'missed', dueAt: now - 5 } } })
  })

  test('what may have arrived once keeps its key’s moment for good', () => {
    const missed = decideByUser(job('missed'), 'publish_now', { ...facts, mayRefreshIntent: false })
    expect(missed.kind === 'change' && missed.changes).not.toHaveProperty('intentAt')
    const unknown = decideByUser(job('unknown_outcome'), 'send_again', facts)
    expect(unknown.kind === 'change' && unknown.changes).not.toHaveProperty('intentAt')
  })

  test.each<[JobState, UserDecision]>([
    ['sending', 'publish_now'], ['published', 'try_again'], ['queued', 'send_again'], ['waiting_for_network', 'publish_now'], ['published', 'it_is_there'], ['cancelled', 'drop']
  ])('a job that is %s: %s has come true already', (state, decision) => {
    expect(decideByUser(job(state), decision, facts)).toEqual({ kind: 'already' })
  })

  test('a job that waits for tomorrow is not "already" published now', () => {
    expect(decideByUser(job('queued', { dueAt: now + 1 }), 'publish_now', facts)).toEqual({ kind: 'impossible' })
  })
})
