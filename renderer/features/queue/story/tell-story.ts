import { assertNever } from '../../../../shared/errors/assert-never.ts'
import type { StudioError, StudioErrorCode } from '../../../../shared/errors/studio-error.ts'
import { isOfRemovedAccount } from '../../../../shared/outbox/account-removed.ts'
import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { followsFilm, isForPersonToSay } from '../../../../shared/outbox/job-nature.ts'
import { jobGroup } from '../../../../shared/outbox/job-groups.ts'
import { partWaitedFor } from '../part-waited-for.ts'
import { failureStory } from './failure-stories.ts'
import { actionOf, type Fault, type Remedy, type Safe, type Story, type What } from './story.ts'

export type ToldJob = Pick<Job, 'state' | 'attempts' | 'failure' | 'nextAttemptAt' | 'handOver' | 'cancelReason' | 'part' | 'remoteUrl' | 'byHand' | 'stop' | 'removedAt' | 'isSought' | 'stillAt' | 'leavesUntil'> & Partial<Pick<Job, 'kind' | 'about'>>

export interface Situation {
  readonly isOnHold: boolean
  readonly isWorkingOffline: boolean
  /** The network may have got it without telling. */
  readonly mayHaveArrived: boolean
  /** On its network the person publishes: nobody but they can say that it is out. */
  readonly isByHand: boolean
  /** It was out when its network was asked for another hour: `outBeforeMove`. */
  readonly outBeforeMove?: 'early' | 'unsure' | null
}

/** One job in plain words: what happened, whose fault, what is safe, what to do, and the button for it. Every state and every reason has its answer. */
export function tellStory(job: ToldJob, situation: Situation): Story {
  const told = tellState(job, situation)
  // Whatever it waits for, nothing is sent during a hold: the button would only be refused.
  return situation.isOnHold && sends.has(told.action) ? { ...told, remedy: 'lift_hold', action: 'lift_hold' } : told
}

const sends: ReadonlySet<Story['action']> = new Set(['publish_now', 'try_again', 'send_again'])

function tellState(job: ToldJob, situation: Situation): Story {
  const told = tellWithoutAnswer(job, situation)
  return job.stop === undefined ? told : tellStopped(job.stop, job, told, situation)
}

/** The client said no, or the yes is missing that posts need: whatever else is so, it does not leave while that stands. */
function tellStopped(stop: StudioError, job: ToldJob, told: Story, situation: Situation): Story {
  if (job.handOver !== null) return story('stopped_there', 'chosen', 'with_network', 'called_back')
  // Whether it is out is asked all the same; that it is not sent again is said, with the reason.
  if (told.remedy === 'look_yourself') return { ...told, remedy: stop.code === 'refused_by_client' ? 'look_refused' : 'look_lacks_yes' }
  if (!waits.has(job.state) && job.byHand !== true) return told
  if (stop.code === 'refused_by_client') return story('refused', 'nobody', unsent(situation), stop.details?.['needsYes'] === true ? 'change_or_yes' : 'change_or_send')
  // Why it did not go stays what it was; the missing yes is what stands in the way now.
  const isBefore = job.state === 'queued' || job.state === 'waiting_for_network'
  return isBefore ? story('lacks_yes', 'chosen', unsent(situation), 'approve_before') : story(told.what, told.fault, unsent(situation), 'approve')
}

const waits: ReadonlySet<ToldJob['state']> = new Set(['queued', 'waiting_for_network', 'failed', 'missed', 'held'])

function tellWithoutAnswer(job: ToldJob, situation: Situation): Story {
  switch (job.state) {
    case 'queued':
      return tellQueued(job, situation)
    case 'waiting_for_network':
      if (situation.isOnHold) return story('on_hold', 'chosen', unsent(situation), 'lift_hold')
      return situation.isWorkingOffline ? story('works_offline', 'chosen', unsent(situation), 'go_online') : story('offline', 'connection', unsent(situation), 'wait_for_connection')
    case 'sending':
      return story('sending', 'nobody', 'on_the_way', 'wait_for_answer')
    case 'unknown_outcome':
      return tellUnknown(job, situation)
    case 'pending_at_network':
      return tellPending(job, situation)
    case 'published':
      if (job.removedAt !== undefined) return story('removed', 'chosen', 'gone', 'write_again')
      return toSee(job, tellOut(job, situation))
    case 'failed':
      return tellFailed(job, situation)
    case 'missed':
      if (job.failure?.code === 'restored_doubt') return fromCopy
      return story('missed', job.failure === null ? 'computer' : failureStory(job.failure.code)[0], unsent(situation), 'decide')
    case 'held':
      return tellHeld(job, situation)
    case 'cancelled':
      return tellCancelled(job.cancelReason, situation)
    default:
      return assertNever(job.state, 'job state')
  }
}

function tellOut({ cancelReason }: ToldJob, { isByHand, outBeforeMove }: Situation): Story {
  if (cancelReason !== null) return story('out_after_all', 'nobody', 'out', 'was_too_late')
  if (outBeforeMove === 'early' || outBeforeMove === 'unsure') return story(`out_${outBeforeMove}`, 'nobody', 'out', 'was_too_late')
  return story(isByHand ? 'said_out' : 'out', 'nobody', 'out', 'nothing_more')
}

function story(what: What, fault: Fault, safe: Safe, remedy: Remedy): Story {
  return { what, fault, safe, remedy, action: actionOf[remedy] }
}

function tellQueued(job: ToldJob, situation: Situation): Story {
  const safe = unsent(situation)
  // Its time is still to come, and nothing leaves then unless this ends before.
  const isPlanned = jobGroup(job) === 'planned' && job.leavesUntil === undefined
  if (situation.isOnHold) return story('on_hold', 'chosen', safe, isPlanned ? 'lift_before' : 'lift_hold')
  // Where the person publishes, the card is got ready without a connection.
  if (situation.isWorkingOffline && !situation.isByHand) return isPlanned ? story('planned_offline', 'chosen', safe, 'go_online_before') : story('works_offline', 'chosen', safe, 'go_online')
  if (partWaitedFor(job) !== null) return story('part_waits', 'nobody', safe, 'wait_for_part')
  if (job.failure !== null) return story('retry', failureStory(job.failure.code)[0], safe, 'goes_on')
  return job.attempts > 0 ? story('retry', 'network', safe, 'goes_on') : story('planned', 'nobody', safe, 'wait_for_time')
}

function tellUnknown({ kind, about, failure, nextAttemptAt, cancelReason }: ToldJob, { isWorkingOffline }: Situation): Story {
  if (isOfRemovedAccount({ failure })) return story('unknown', 'chosen', 'perhaps_out', 'look_there')
  if (nextAttemptAt === null && needsLogin(failure?.code)) return story('unknown', 'access', 'perhaps_out', 'reconnect')
  if (nextAttemptAt === null) return story('unknown', failure === null ? 'network' : failureStory(failure.code)[0], 'perhaps_out', isForPersonToSay(kind, about) ? 'look_or_repeat' : 'look_yourself')
  if (cancelReason === null) return story('looking', 'network', 'perhaps_out', isWorkingOffline ? 'look_once_online' : 'being_looked_for')
  return story('withdrawn', 'network', 'perhaps_out', isWorkingOffline ? 'look_once_online' : 'being_withdrawn')
}

function tellPending({ handOver, nextAttemptAt, failure, byHand, isSought, stillAt }: ToldJob, { isWorkingOffline }: Situation): Story {
  if (byHand === true) return story('your_turn', 'nobody', 'kept', 'publish_yourself')
  if (isSought === true) return story('sought_there', 'computer', 'kept', 'stay_on')
  if (stillAt !== undefined) return story('moving_there', 'nobody', 'with_network', 'stay_until_moved')
  if (handOver !== null) return story('handed_over', 'nobody', 'with_network', 'computer_may_be_off')
  if (nextAttemptAt === null && needsLogin(failure?.code)) return story('pending_stuck', 'access', 'on_the_way', 'reconnect')
  return story('pending', 'nobody', 'on_the_way', isWorkingOffline ? 'look_once_online' : 'wait_there')
}

function tellFailed({ failure, kind }: ToldJob, situation: Situation): Story {
  if (failure === null) return story('failed', 'network', unsent(situation), 'try_again')
  const [fault, remedy] = failureStory(failure.code)
  const isGone = failure.code === 'rejected' && failure.details?.['reason'] === 'gone'
  return story('failed', fault, unsent(situation), isGone ? 'gone_there' : followsFilm(kind) && remedy === 'mend_post' ? 'try_again' : remedy)
}

/** A copy that was put back says nothing of what came after it. */
const fromCopy: Story = { what: 'from_copy', fault: 'computer', safe: 'perhaps_out', remedy: 'look_then_decide', action: actionOf.look_then_decide }

function tellHeld({ failure }: ToldJob, situation: Situation): Story {
  if (failure?.code === 'over_cap') return story('held', 'chosen', unsent(situation), 'raise_cap')
  if (failure?.code === 'restored_doubt') return fromCopy
  return story('held', 'chosen', unsent(situation), situation.isOnHold ? 'lift_hold' : 'decide')
}

/** Nobody decided these; they follow from something else. */
const consequences: ReadonlySet<CancelReason> = new Set(['replaced', 'part_given_up', 'missed_by_newer', 'film_gone'])

function tellCancelled(reason: CancelReason | null, { mayHaveArrived }: Situation): Story {
  const fault = reason === null || consequences.has(reason) ? 'nobody' : 'chosen'
  return mayHaveArrived ? story(reason ?? 'not_recorded', fault, 'perhaps_out', 'look_there') : story(reason ?? 'not_recorded', fault, 'nothing_left', 'plan_again')
}

function toSee({ remoteUrl }: ToldJob, told: Story): Story {
  return remoteUrl === null ? { ...told, action: 'open' } : told
}

/** Of what has not gone out. */
function unsent({ mayHaveArrived }: Situation): Safe {
  return mayHaveArrived ? 'once' : 'kept'
}

function needsLogin(code: StudioErrorCode | undefined): boolean {
  return code !== undefined && failureStory(code)[1] === 'reconnect'
}
