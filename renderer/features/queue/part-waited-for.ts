import type { Job } from '../../../shared/outbox/job.ts'

/** The number of the part that has to be out before this one leaves; null when it waits for nothing of the kind. */
export function partWaitedFor({ state, part, nextAttemptAt }: Pick<Job, 'state' | 'part' | 'nextAttemptAt'>): number | null {
  if (part === undefined || state !== 'queued' || nextAttemptAt !== null) return null
  return part.number - 1
}
