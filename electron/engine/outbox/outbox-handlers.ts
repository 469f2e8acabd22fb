import { fail, succeed } from '../../../shared/contract/result.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { Clock } from '../time/clock.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import { unknownJob } from './decide-job.ts'
import type { DecideJob } from './decision-on-job.ts'
import type { JobRecord } from './job-record.ts'
import type { LedgerPages } from './ledger-pages.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { MediaService } from '../media/media-service.ts'
import { readByHand, readByHandFile } from './read-by-hand.ts'
import { readLastPosts, type LastPostsNeeds } from './read-last-posts.ts'
import type { SendGuard } from './send-guard.ts'
import { toldJob } from './told-job.ts'

export interface OutboxHandlersNeeds {
  readonly clock: Clock
  readonly accounts: LastPostsNeeds['accounts']
  /** Aborted when the engine stops. */
  readonly signal: AbortSignal
  readonly repository: OutboxRepository
  readonly attempts: AttemptsRepository
  readonly ledger: OutboxLedger
  readonly guard: SendGuard
  readonly decide: DecideJob
  readonly pages: LedgerPages
  readonly media: MediaService
}

export function createOutboxHandlers({ clock, accounts, signal, repository, attempts, ledger, guard, decide, pages, media }: OutboxHandlersNeeds): RequestHandlers {
  const told = (record: JobRecord): Job => toldJob({ guard, repository }, record)

  return {
    'outbox.list': ({ view, limit }) => {
      const records = view === 'open' ? repository.listOpen(limit) : repository.listFinished(limit)
      return succeed({ jobs: records.map(told) })
    },
    'outbox.export': ({ after, limit }) => succeed(pages(after, limit)),
    'outbox.readJob': ({ jobId }) => {
      const record = repository.read(jobId)
      return record === null ? fail(unknownJob) : succeed({ job: told(record), attempts: [...attempts.list(jobId)], moments: [...ledger.moments(jobId)] })
    },
    'outbox.decide': decide,
    'outbox.readLastPosts': ({ jobId }) => readLastPosts({ accounts, repository, clock, signal }, repository.read(jobId)),
    'outbox.readByHand': ({ jobId }) => readByHand(repository.read(jobId), media),
    'outbox.readByHandFile': ({ jobId, mediaId, offset }) => readByHandFile(repository.read(jobId), mediaId, media, offset)
  }
}
