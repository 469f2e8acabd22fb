import { earlyMs } from '../clock-doubts.ts'
import type { JobPayload } from '../job-payload.ts'
import type { JobRecord } from '../job-record.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import type { HandOverRepository } from './hand-over-repository.ts'

/** What the ledger knows of everything else that the account published, or will: two days of a series say the same. */
export interface KnownElsewhere {
  of(job: JobRecord, record: HandOverRecord): {
    isAnothers(remoteId: string, publishedAt: number): boolean
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
      isAnothers(remoteId, publishedAt) {
        const known = repository.ofRemote(job.accountId, remoteId)
        if (known !== null) return known.id !== job.id
        const distance = Math.min(Math.abs(publishedAt - askedDueAt), Math.abs(publishedAt - dueUntil))
        // Not found yet, and due nearer to that moment: it is that one's until that one is known under another name.
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
