import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Job, JobState } from '../../../shared/outbox/job.ts'
import { lastSendOf } from '../../../shared/outbox/last-send.ts'
import type { Clock } from '../time/clock.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import { decideByUser, type UserDecision } from './decide-by-user.ts'
import type { Decided, DecideJob } from './decision-on-job.ts'
import { accountGone } from './end-with-account.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { PromiseOf } from './promise-of.ts'
import { objectionToSending, type SendGuard } from './send-guard.ts'
import { toldJob } from './told-job.ts'
import type { UndoSeconds } from './undo-seconds.ts'
import { withdrawJob } from './withdraw-job.ts'

export interface DecideJobNeeds {
  readonly clock: Clock
  readonly repository: OutboxRepository
  readonly attempts: AttemptsRepository
  readonly ledger: OutboxLedger
  readonly guard: SendGuard
  readonly undoSeconds: UndoSeconds
  readonly promiseOf: PromiseOf
  poke(): void
  /** What was lost with a network's own schedule is looked for there first; true when that was begun. */
  lookThere(job: JobRecord, how: { readonly unlessGone: boolean }): boolean
  /** Whether the account was removed. */
  isGone(accountId: string): boolean
}

export function createDecideJob({ clock, repository, attempts, ledger, guard, undoSeconds, promiseOf, poke, lookThere, isGone }: DecideJobNeeds): DecideJob {
  const told = (record: JobRecord): Job => toldJob({ guard, repository }, record)

  function objectionTo(job: JobRecord, { decision, seenSend, seen }: Decided): StudioError | null {
    // Decided elsewhere meanwhile, or out: the person gave up what they saw, not this.
    if (decision === 'drop' && hasChangedSince(seen, job)) return changedSince
    // Of an account that is gone, what is to be sent or looked for would wait for ever.
    if ((sends(decision) || decision === 'look_again') && job.finishedAt === null && isGone(job.accountId)) return accountGone
    // From a page that shows an earlier attempt: nobody has looked for this one.
    if (decision === 'send_again' && job.state === 'unknown_outcome' && seenSend !== lastSendOf(attempts.list(job.id))) return sentSince
    // Whoever decides here was asked about this one, and looked.
    return sends(decision) ? objectionToSending(guard, { ...job, isDoubtful: false }) : null
  }

  return function decide(decided: Decided): Result<Job> {
    const { jobId, decision, remoteUrl } = decided
    const result = ledger.transaction((): Result<Job> => {
      const job = repository.read(jobId)
      if (job === null) return fail(unknownJob)
      const objection = objectionTo(job, decided)
      if (objection !== null) return fail(objection)
      if ((decision === 'look_again' || decision === 'send_again') && lookThere(job, { unlessGone: decision === 'send_again' })) return succeed(told(repository.read(jobId) ?? job))
      const effect = decideByUser(job, decision, { now: clock.now(), mayRefreshIntent: !attempts.wasEverUncertain(jobId), undoSeconds: undoSeconds(job.accountId), promisedUntil: promiseOf(job.accountId), remoteUrl: remoteUrl ?? null })
      if (effect.kind === 'already') return succeed(told(job))
      if (effect.kind === 'impossible') return fail(studioError('conflict', `${decision} is not possible for a job that is ${job.state}`, { details: { state: job.state } }))
      return succeed(told(effect.kind === 'drop' ? withdrawJob({ clock, attempts, ledger }, job, job.undoUntil === null ? 'given_up' : 'taken_back') : ledger.move(job, effect.event, effect.changes)))
    })
    poke()
    return result
  }
}

const sends = (decision: UserDecision): boolean => decision === 'publish_now' || decision === 'try_again' || decision === 'send_again'

/** Waiting for its time and waiting for a connection are the same to whoever gives it up; what is given up already is as they want it. */
function hasChangedSince(seen: Decided['seen'], { state, dueAt }: JobRecord): boolean {
  if (seen === undefined || state === 'cancelled') return false
  const waits: readonly JobState[] = ['queued', 'waiting_for_network']
  return seen.dueAt !== dueAt || (seen.state !== state && !(waits.includes(seen.state) && waits.includes(state)))
}

const changedSince = studioError('conflict', 'it is not as it was when the person was asked', { details: { reason: 'changed_since' } })
const sentSince = studioError('conflict', 'it was sent once more since the person looked', { details: { reason: 'sent_since' } })
export const unknownJob = studioError('not_found', 'no such job in this workspace')
