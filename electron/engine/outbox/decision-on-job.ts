import type { Result } from '../../../shared/contract/result.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { Job } from '../../../shared/outbox/job.ts'

export type Decided = Pick<RequestInput<'outbox.decide'>, 'jobId' | 'decision' | 'remoteUrl' | 'seenSend' | 'seen'>

/** Carries out what a person decided about one job, in a transaction of its own. */
export type DecideJob = (decided: Decided) => Result<Job>
