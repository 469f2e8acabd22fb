import { describe, expect, test } from 'vitest'
import { jobStates, type JobState } from '../../../shared/outbox/job.ts'
import { jobEvents, moveJob, type JobEvent } from '../../../shared/outbox/move-job.ts'

/** Written out once more, by hand, so that a change of the table has to be meant. */
const allowed: readonly (readonly [JobState, JobEvent, JobState])[] = [
  ['queued', 'network_gone', 'waiting_for_network'],
  ['queued', 'send_started', 'sending'],
  ['queued', 'confirmed', 'published'],
  ['queued', 'accepted', 'pending_at_network'],
  ['queued', 'outcome_lost', 'unknown_outcome'],
  ['queued', 'refused', 'failed'],
  ['queued', 'became_late', 'missed'],
  ['queued', 'dropped', 'cancelled'],
  ['queued', 'moved', 'queued'],
  ['queued', 'stopped', 'held'],
  ['queued', 'handed_over', 'pending_at_network'],
  ['queued', 'given_up_in_doubt', 'unknown_outcome'],
  ['waiting_for_network', 'given_up_in_doubt', 'unknown_outcome'],
  ['failed', 'given_up_in_doubt', 'unknown_outcome'],
  ['missed', 'given_up_in_doubt', 'unknown_outcome'],
  ['held', 'given_up_in_doubt', 'unknown_outcome'],
  ['waiting_for_network', 'confirmed', 'published'],
  ['waiting_for_network', 'accepted', 'pending_at_network'],
  ['missed', 'confirmed', 'published'],
  ['missed', 'accepted', 'pending_at_network'],
  ['held', 'confirmed', 'published'],
  ['held', 'accepted', 'pending_at_network'],
  ['waiting_for_network', 'network_back', 'queued'],
  ['waiting_for_network', 'became_late', 'missed'],
  ['waiting_for_network', 'dropped', 'cancelled'],
  ['waiting_for_network', 'moved', 'queued'],
  ['waiting_for_network', 'stopped', 'held'],
  ['sending', 'network_gone', 'waiting_for_network'],
  ['sending', 'confirmed', 'published'],
  ['sending', 'accepted', 'pending_at_network'],
  ['sending', 'not_delivered', 'queued'],
  ['sending', 'outcome_lost', 'unknown_outcome'],
  ['sending', 'refused', 'failed'],
  ['sending', 'became_late', 'missed'],
  ['sending', 'dropped', 'cancelled'],
  ['unknown_outcome', 'confirmed', 'published'],
  ['unknown_outcome', 'accepted', 'pending_at_network'],
  ['unknown_outcome', 'not_delivered', 'queued'],
  ['unknown_outcome', 'outcome_lost', 'unknown_outcome'],
  ['unknown_outcome', 'refused', 'failed'],
  ['unknown_outcome', 'became_late', 'missed'],
  ['unknown_outcome', 'dropped', 'cancelled'],
  ['unknown_outcome', 'asked_again', 'queued'],
  ['pending_at_network', 'confirmed', 'published'],
  ['pending_at_network', 'accepted', 'pending_at_network'],
  ['pending_at_network', 'outcome_lost', 'unknown_outcome'],
  ['pending_at_network', 'refused', 'failed'],
  ['pending_at_network', 'dropped', 'cancelled'],
  ['pending_at_network', 'taken_back', 'queued'],
  ['failed', 'confirmed', 'published'],
  ['failed', 'asked_again', 'queued'],
  ['failed', 'dropped', 'cancelled'],
  ['failed', 'moved', 'queued'],
  ['missed', 'asked_again', 'queued'],
  ['missed', 'dropped', 'cancelled'],
  ['missed', 'moved', 'queued'],
  ['held', 'asked_again', 'queued'],
  ['held', 'dropped', 'cancelled'],
  ['held', 'moved', 'queued']
]

describe('moveJob', () => {
  const every = jobStates.flatMap((state) => jobEvents.map((event) => [state, event] as const))

  test.each(every)('%s on %s goes where the table says, or nowhere', (state, event) => {
    const expected = allowed.find(([from, on]) => from === state && on === event)?.[2] ?? null
    expect(moveJob(state, event)).toBe(expected)
  })

  test('nothing leaves published or cancelled', () => {
    for (const event of jobEvents) {
      expect(moveJob('published', event)).toBeNull()
      expect(moveJob('cancelled', event)).toBeNull()
    }
  })

  test('what is held leaves only when somebody says so, or when it was there before', () => {
    expect(jobEvents.filter((event) => moveJob('held', event) !== null)).toEqual(['confirmed', 'accepted', 'dropped', 'asked_again', 'moved', 'given_up_in_doubt'])
  })

  test('what may have arrived is never merely held', () => {
    for (const state of ['sending', 'unknown_outcome', 'pending_at_network'] as const) expect(moveJob(state, 'stopped')).toBeNull()
  })

  test('only a job in the queue can be sent', () => {
    expect(jobStates.filter((state) => moveJob(state, 'send_started') !== null)).toEqual(['queued'])
  })
})
