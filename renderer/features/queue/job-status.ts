import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { jobGroup } from '../../../shared/outbox/job-groups.ts'
import type { Status } from '../../components/status-look.ts'
import type { KeptBy } from '../../shell/kept-by.ts'

/** Nobody gave these up: they were called back in time, and may well have been planned anew. */
const calledBack: ReadonlySet<CancelReason> = new Set(['taken_back', 'series_skipped', 'series_paused', 'series_ended', 'series_changed', 'zone_changed'])

export type StatusFacts = Pick<Job, 'state' | 'kind' | 'attempts' | 'failure' | 'nextAttemptAt' | 'handOver' | 'cancelReason' | 'byHand' | 'isPrivate' | 'stop' | 'removedAt' | 'isSought' | 'stillAt' | 'oldHour'>

/** The word and mark of a job: what it sends counts, not its state alone; a like is not “published”, and what a hold keeps does not merely wait. */
export function jobStatus(job: StatusFacts, keptBy: KeptBy = null): Status {
  if (job.stop !== undefined && keeps(job)) return job.stop.code === 'refused_by_client' ? 'refused' : 'unapproved'
  if (job.state === 'queued' || job.state === 'waiting_for_network') return waitingWord(job, keptBy)
  if (job.handOver !== null) return thereWord(job)
  if (job.byHand === true) return 'by_hand'
  if (job.state === 'published') return outStatus(job)
  if (wasTakenBack(job)) return 'taken_back'
  return job.state
}

/** What the client's answer keeps here, or calls back; what is on its way has left. */
function keeps({ state, handOver, byHand, stop }: StatusFacts): boolean {
  // Its hour passed because of the no, and that is what keeps it.
  if (state === 'missed') return stop?.code === 'refused_by_client'
  return state === 'queued' || state === 'waiting_for_network' || state === 'held' || handOver !== null || byHand === true
}

function thereWord({ isSought, stillAt }: StatusFacts): Status {
  if (isSought === true) return 'sought'
  return stillAt === undefined ? 'at_network' : 'moving_there'
}

function waitingWord(job: StatusFacts, keptBy: KeptBy): Status {
  if (keptBy === 'hold') return 'on_hold'
  if (job.state === 'waiting_for_network') return keptBy === 'working_offline' ? 'working_offline' : 'waiting_for_network'
  // The word that the calendar and the composer have for it.
  return job.kind === 'publish_post' && jobGroup(job) === 'planned' ? 'scheduled' : 'queued'
}

export function wasTakenBack({ state, cancelReason }: Pick<Job, 'state' | 'cancelReason'>): boolean {
  return state === 'cancelled' && cancelReason !== null && calledBack.has(cancelReason)
}

function outStatus({ removedAt, isPrivate, kind, oldHour }: StatusFacts): Status {
  if (removedAt !== undefined) return 'removed'
  if (oldHour !== undefined) return 'out_at_old_hour'
  return isPrivate === true ? 'sent' : outWord(kind)
}

function outWord(kind: Job['kind']): Status {
  switch (kind) {
    case 'publish_post':
      return 'published'
    case 'reply':
      return 'replied'
    case 'like':
      return 'liked'
    case 'repost':
      return 'reposted'
    case 'unlike':
    case 'set_cover':
    case 'add_to_list':
    case 'add_captions':
    case 'pass_on':
    case 'edit':
    case 'pin':
    case 'unpin':
    case 'unrepost':
    case 'delete':
    case 'hide':
    case 'unhide':
    case 'detach':
    case 'undetach':
    case 'lock':
    case 'unlock':
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
    case 'ban':
    case 'unban':
    case 'report':
      return 'done'
    default:
      return assertNever(kind, 'job kind')
  }
}
