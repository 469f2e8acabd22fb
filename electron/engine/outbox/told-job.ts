import type { Job } from '../../../shared/outbox/job.ts'
import { jobOf, type JobRecord } from './job-record.ts'
import type { SendGuard } from './send-guard.ts'

/** A job as people are told of it: with what would keep it from leaving as things stand. */
export function toldJob({ answerAgainst }: Pick<SendGuard, 'answerAgainst'>, record: JobRecord): Job {
  const stop = record.finishedAt === null ? answerAgainst(record) : null
  return stop === null ? jobOf(record) : { ...jobOf(record), stop }
}
