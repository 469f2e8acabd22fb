import type { Job } from '../../../shared/outbox/job.ts'
import { jobOf, type JobRecord } from './job-record.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { SendGuard } from './send-guard.ts'

export interface TellNeeds {
  readonly guard: Pick<SendGuard, 'answerAgainst'>
  readonly repository: Pick<OutboxRepository, 'isSought' | 'hoursThere'>
}

/** A job as people are told of it: with what would keep it from leaving as things stand, and whether it is only looked for with its network. */
export function toldJob({ guard, repository }: TellNeeds, record: JobRecord): Job {
  const stop = record.finishedAt === null ? guard.answerAgainst(record) : null
  return { ...jobOf(record), ...(stop === null ? {} : { stop }), ...toldThere(repository, record) }
}

/** What is known of its stay with its network: that it is only looked for there, the hour that it has there, or had, where another one is wished, and what follows once it is back. */
export function toldThere(repository: TellNeeds['repository'], { id, kind, state, handOver }: JobRecord): Pick<Job, 'isSought' | 'stillAt' | 'oldHour' | 'afterReturn'> {
  if (handOver === null) {
    const oldHour = kind === 'publish_post' && state === 'published' ? repository.hoursThere(id).oldHour : null
    return oldHour === null ? {} : { oldHour }
  }
  if (repository.isSought(id)) return { isSought: true }
  const { stillAt, afterReturn } = repository.hoursThere(id)
  return { ...(stillAt === null ? {} : { stillAt }), ...(handOver === 'taking_back' && afterReturn !== null ? { afterReturn } : {}) }
}
