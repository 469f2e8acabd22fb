import { assertNever } from '../errors/assert-never.ts'
import type { Job } from './job.ts'

/**
 * Where a job stands for people: `planned` waits for its time, `under_way` goes on by itself, `asks` waits for the user, `out` and `dropped`
 * are over.
 */
export type JobGroup = 'planned' | 'under_way' | 'asks' | 'out' | 'dropped'

export function jobGroup(job: Pick<Job, 'state' | 'attempts' | 'failure' | 'nextAttemptAt' | 'handOver'>): JobGroup {
  // It waits for its time with the network.
  if (job.state === 'pending_at_network' && job.handOver !== null) return 'planned'
  switch (job.state) {
    case 'queued':
      // Refused for now (rate limit) or tried already: its time has come.
      return job.attempts === 0 && job.failure === null ? 'planned' : 'under_way'
    case 'waiting_for_network':
    case 'sending':
      return 'under_way'
    case 'unknown_outcome':
    case 'pending_at_network':
      return job.nextAttemptAt === null ? 'asks' : 'under_way'
    case 'failed':
    case 'missed':
    case 'held':
      return 'asks'
    case 'published':
      return 'out'
    case 'cancelled':
      return 'dropped'
    default:
      return assertNever(job.state, 'job state')
  }
}

/** The network may have it: it can be neither moved nor withdrawn until that is known. */
export function isOnItsWay(job: Pick<Job, 'state'>): boolean {
  return job.state === 'sending' || job.state === 'unknown_outcome' || job.state === 'pending_at_network'
}
