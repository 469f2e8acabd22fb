import { earlyMs } from '../clock-doubts.ts'
import type { JobPayload } from '../job-payload.ts'
import type { JobRecord } from '../job-record.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import type { HandOverRepository } from './hand-over-repository.ts'

/** What the ledger knows of everything else that the account published, or will: two days of a series say the same. */
export interface KnownElsewhere {
  of(job: JobRecord, record: HandOverRecord): {
    /** The ledger knows it as another job's. */
    isAnothers(remoteId: string): boolean
    /** Another job that says the same was expected nearer to that moment, and has no publication yet. */
    mayBeAnothers(publishedAt: number): boolean
    isAnothersThere(scheduledId: string): boolean
  }
}

interface Needs {
  readonly repository: Pick<OutboxRepository, 'ofRemote' | 'openDueBetween'>
  readonly handOvers: Pick<HandOverRepository, 'isAnothers'>
}

export function createKnownElsewhere({ repository, handOvers }: Needs): KnownElsewhere {
  return {
    of: (job, { askedDueAt, dueUntil }) => ({
      isAnothers(remoteId) {
        const known = repository.ofRemote(job.accountId, remoteId)
        return known !== null && known.id !== job.id
      },
      mayBeAnothers(publishedAt) {
        const distance = Math.min(Math.abs(publishedAt - askedDueAt), Math.abs(publishedAt - dueUntil))
        return repository
          .openDueBetween(job.accountId, publishedAt - distance + 1, publishedAt + Math.min(earlyMs, distance - 1))
          .some((other) => other.id !== job.id && saysTheSame(other.payload, job.payload))
      },
      isAnothersThere: (scheduledId) => handOvers.isAnothers(job.accountId, job.id, scheduledId)
    })
  }
}

function saysTheSame(one: JobPayload | null, other: JobPayload | null): boolean {
  if (one?.effect !== 'create' || other?.effect !== 'create') return false
  return one.text.trim() === other.text.trim() && one.title.trim() === other.title.trim() && one.media.length === other.media.length
}
