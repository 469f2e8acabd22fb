import { isRepeatable } from '../../../shared/outbox/job-nature.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import { isByHand, type JobRecord } from './job-record.ts'
import { lookDelays } from './retry-times.ts'

/**
 * Whether the network may have it although nobody knows: then it is not called cancelled without a look, or a question. What waits for the person was sent by
 * nobody. After "send again" it counts as looked for, but a look that was under way then may still find it.
 */
export function mayBeThere(attempts: Pick<AttemptsRepository, 'wasEverUncertain' | 'isBeingLookedFor'>, job: JobRecord): boolean {
  if (isByHand(job) || (isRepeatable(job.kind) && job.about === undefined)) return false
  return attempts.isBeingLookedFor(job.id) || (job.nones < lookDelays.length && attempts.wasEverUncertain(job.id))
}
