import type { JobState } from './job.ts'

/**
 * What can happen to a job.
 * network_gone, network_back: the account's server cannot, can be reached · send_started: the request is about to leave ·
 * confirmed: the network has it, or the user saw it there · accepted: the network took it and is still at work ·
 * not_delivered: certainly nothing arrived; it may be sent (again) · outcome_lost: it may have arrived ·
 * refused: the network, or a check before sending, said no · became_late: later than the workspace's grace ·
 * dropped: the user gave it up, or a newer job took its place · asked_again: the user (or a login) wants it sent · moved: it got another time ·
 * stopped: its time came while everything was on hold, or while it lacked what it needs (an approval) ·
 * given_up_in_doubt: the user gave it up, and an earlier send of it may have arrived: it is looked for first ·
 * handed_over: the network is asked to publish it by itself at its time · taken_back: certainly the network does not have it any more.
 */
export const jobEvents = [
  'network_gone', 'network_back', 'send_started', 'confirmed', 'accepted', 'not_delivered', 'outcome_lost', 'refused', 'became_late', 'dropped', 'asked_again', 'moved', 'stopped', 'handed_over', 'taken_back', 'given_up_in_doubt'
] as const
export type JobEvent = (typeof jobEvents)[number]
/** What ends a job is told with its reason, see `CancelReason`. */
export type JobStep = Exclude<JobEvent, 'dropped'>

/**
 * The only way from one state to another. What is not named here is refused: above all nothing leads from `unknown_outcome` to `sending`
 * without `not_delivered` (looked up, certainly not there) or `asked_again` (the user looked), and nothing leaves `published`.
 */
const moves: Readonly<Record<JobState, Partial<Readonly<Record<JobEvent, JobState>>>>> = {
  queued: {
    network_gone: 'waiting_for_network',
    send_started: 'sending',
    // A look-up that was under way when the user asked to send again, and found it after all.
    confirmed: 'published',
    accepted: 'pending_at_network',
    // The key that made a repeat harmless is too old by now: it has to be looked up again.
    outcome_lost: 'unknown_outcome',
    refused: 'failed',
    became_late: 'missed',
    dropped: 'cancelled',
    moved: 'queued',
    stopped: 'held',
    handed_over: 'pending_at_network',
    given_up_in_doubt: 'unknown_outcome'
  },
  // As above: it was parked, held or became late while that look-up was under way.
  waiting_for_network: { confirmed: 'published', accepted: 'pending_at_network', network_back: 'queued', became_late: 'missed', dropped: 'cancelled', moved: 'queued', stopped: 'held', given_up_in_doubt: 'unknown_outcome' },
  sending: {
    network_gone: 'waiting_for_network',
    confirmed: 'published',
    accepted: 'pending_at_network',
    not_delivered: 'queued',
    outcome_lost: 'unknown_outcome',
    refused: 'failed',
    became_late: 'missed',
    dropped: 'cancelled'
  },
  unknown_outcome: {
    confirmed: 'published',
    accepted: 'pending_at_network',
    not_delivered: 'queued',
    outcome_lost: 'unknown_outcome',
    refused: 'failed',
    became_late: 'missed',
    dropped: 'cancelled',
    asked_again: 'queued'
  },
  pending_at_network: {
    confirmed: 'published',
    accepted: 'pending_at_network',
    outcome_lost: 'unknown_outcome',
    refused: 'failed',
    dropped: 'cancelled',
    taken_back: 'queued'
  },
  published: {},
  // The user looked, after a copy was put back that calls it failed.
  failed: { confirmed: 'published', asked_again: 'queued', dropped: 'cancelled', moved: 'queued', given_up_in_doubt: 'unknown_outcome' },
  missed: { confirmed: 'published', accepted: 'pending_at_network', asked_again: 'queued', dropped: 'cancelled', moved: 'queued', given_up_in_doubt: 'unknown_outcome' },
  held: { confirmed: 'published', accepted: 'pending_at_network', asked_again: 'queued', dropped: 'cancelled', moved: 'queued', given_up_in_doubt: 'unknown_outcome' },
  cancelled: {}
}

/** The state after the event; null when the event cannot happen in this state. */
export function moveJob(state: JobState, event: JobEvent): JobState | null {
  return moves[state][event] ?? null
}
