import type { OtherHour } from '../../../../shared/outbox/hand-over.ts'
import type { JobRecord } from '../job-record.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import type { HandOverRepository } from './hand-over-repository.ts'

interface OtherHoursNeeds {
  readonly repository: Pick<OutboxRepository, 'read' | 'hoursThere'>
  readonly handOvers: Pick<HandOverRepository, 'read' | 'put' | 'atOtherHour' | 'outAtOldHour'>
}

/** What may still go at an hour that is not wished any more; what went so, and nobody has read it. */
export function listOtherHours({ repository, handOvers }: OtherHoursNeeds): { moving: OtherHour[]; out: OtherHour[] } {
  function told(jobId: string, oldHour: number | null): readonly OtherHour[] {
    const job = repository.read(jobId)
    if (job === null || oldHour === null) return []
    return [{ jobId, postId: job.postId, accountId: job.accountId, excerpt: job.excerpt, dueAt: job.dueAt, oldHour, outAt: job.finishedAt }]
  }
  return {
    moving: handOvers.atOtherHour().flatMap(({ jobId }) => told(jobId, repository.hoursThere(jobId).stillAt)).filter(({ outAt }) => outAt === null),
    out: handOvers.outAtOldHour().flatMap(({ jobId, oldHour }) => told(jobId, oldHour)).filter(({ outAt }) => outAt !== null)
  }
}

/** Inside a transaction: somebody has read at which hour they went. It stays in their stories. */
export function dismissOldHours({ repository, handOvers }: OtherHoursNeeds, jobIds: readonly string[]): readonly JobRecord[] {
  const read = jobIds.flatMap((jobId) => handOvers.read(jobId) ?? [])
  for (const record of read) handOvers.put({ ...record, isOldHourRead: true })
  return read.flatMap(({ jobId }) => repository.read(jobId) ?? [])
}
