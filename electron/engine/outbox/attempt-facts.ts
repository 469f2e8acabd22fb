import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { JobEvent } from '../../../shared/outbox/move-job.ts'
import type { JobAttempt } from '../../../shared/outbox/job.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { JobRecord } from './job-record.ts'

/** How a call made for a job ended. */
export type AttemptAnswer =
  | { readonly kind: 'done'; readonly remoteId: string | null; readonly remoteUrl: string | null }
  | { readonly kind: 'pending'; readonly token: string; readonly askAgainAfterMs: number | null; readonly waitsForPerson?: true }
  /** Looked up: the network would certainly show it by now, and does not. */
  | { readonly kind: 'not_there' }
  | { readonly kind: 'cannot_tell' }
  | { readonly kind: 'failed'; readonly failure: NetworkFailure }
  /** A crash or the end of the engine cut the call off. */
  | { readonly kind: 'interrupted' }
  /** Found before anything was sent: the stored payload or one of its images cannot be read. */
  | { readonly kind: 'unsendable'; readonly error: StudioError }

/** Everything the decision after a call depends on. */
export interface AttemptFacts {
  /** As it was while the call was made: `attempts` counts the send that is decided on. */
  readonly job: Pick<JobRecord, 'kind' | 'attempts' | 'looks' | 'nones' | 'failedLooks' | 'firstSentAt' | 'lastSentAt' | 'failure' | 'pendingToken' | 'about' | 'cancelReason' | 'dueAt' | 'isPlanned'>
  readonly answer: AttemptAnswer
  readonly now: number
  /** Up to when (ms since the epoch) it may still go by itself; later it is `missed` (posts) or `failed` (replies, likes). */
  readonly deadline: number
  /** Whether the account's server can be reached as far as is known now. */
  readonly canReach: boolean
  readonly idempotency: NetworkCapabilities['idempotency']
  /** In [0, 1): spreads retries. */
  readonly fraction: number
}

/** What becomes of the job and of the attempt. */
export interface AttemptDecision {
  readonly event: JobEvent
  readonly outcome: JobAttempt['outcome']
  readonly failure: StudioError | null
  readonly changes: Partial<
    Pick<JobRecord, 'nextAttemptAt' | 'attempts' | 'looks' | 'nones' | 'failedLooks' | 'awaitsLogin' | 'pendingToken' | 'remoteId' | 'remoteUrl'>
  >
}
