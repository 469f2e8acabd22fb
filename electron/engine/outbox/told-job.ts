import type { Job } from '../../../shared/outbox/job.ts'
import { jobOf, type JobRecord } from './job-record.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { SendGuard } from './send-guard.ts'

export interface TellNeeds {
  readonly guard: Pick<SendGuard, 'answerAgainst'>
  readonly repository: Pick<OutboxRepository, 'isSought'>
}

/** A job as people are told of it: with what would keep it from leaving as things stand, and whether it is only looked for with its network. */
export function toldJob({ guard, repository }: TellNeeds, record: JobRecord): Job {
  const stop = record.finishedAt === null ? guard.answerAgainst(record) : null
  const isSought = record.handOver !== null && repository.isSought(record.id)
  return { ...jobOf(record), ...(stop === null ? {} : { stop }), ...(isSought ? { isSought } : {}) }
}
