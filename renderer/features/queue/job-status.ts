import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { Status } from '../../components/status-look.ts'

/** A take-back within the undo window comes a little after the time that was asked for. */
const latestTakeBackMs = 2 * 60_000

/** The word and mark of a job: what it sends counts, not its state alone; a like is not “published”, and what a hold keeps does not merely wait. */
export function jobStatus(job: Pick<Job, 'state' | 'kind' | 'attempts' | 'failure' | 'dueAt' | 'finishedAt'>, isOnHold = false): Status {
  if (isOnHold && (job.state === 'queued' || job.state === 'waiting_for_network')) return 'on_hold'
  if (job.state === 'published') return outWord(job.kind)
  if (job.state === 'cancelled' && wasTakenBack(job)) return 'taken_back'
  return job.state
}

/** Given up before its time came and before anything of it had left; its post may well be scheduled again. */
export function wasTakenBack({ state, attempts, failure, dueAt, finishedAt }: Pick<Job, 'state' | 'attempts' | 'failure' | 'dueAt' | 'finishedAt'>): boolean {
  return state === 'cancelled' && attempts === 0 && failure === null && finishedAt !== null && finishedAt <= dueAt + latestTakeBackMs
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
    case 'unrepost':
    case 'delete':
    case 'hide':
    case 'unhide':
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
    case 'report':
      return 'done'
    default:
      return assertNever(kind, 'job kind')
  }
}
