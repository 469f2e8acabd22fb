import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { onHold } from '../../../shared/safety/hold.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import { decideByUser } from './decide-by-user.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { PromiseOf } from './promise-of.ts'
import { doubtful } from './restored-doubt.ts'
import type { SendGuard } from './send-guard.ts'
import { withdrawJob } from './withdraw-job.ts'
import type { UndoSeconds } from './undo-seconds.ts'

export interface HeldJobsNeeds {
  readonly context: WorkspaceContext
  readonly promiseOf: PromiseOf
  readonly repository: OutboxRepository
  readonly attempts: AttemptsRepository
  readonly ledger: OutboxLedger
  readonly guard: SendGuard
  readonly undoSeconds: UndoSeconds
}

/** While a hold stands, what is due becomes `held`; afterwards each waits for its fate. All inside the caller's transaction. */
export interface HeldJobs {
  /** Holds back what is due for the account, also behind a call under way or without a network. True: there is more. */
  holdBack(accountId: string, limit: number): boolean
  holdBackAll(accountIds: readonly string[]): void
  send(jobId: string): Result<null>
  sendPost(postId: string): Result<null>
  drop(jobId: string): Result<null>
}

/** Decided elsewhere meanwhile: the user decided on what they saw, not on this. */
export const notHeld = studioError('conflict', 'it is not held any more', { details: { reason: 'not_held' } })

export function createHeldJobs({ context, repository, attempts, ledger, guard, undoSeconds, promiseOf }: HeldJobsNeeds): HeldJobs {
  function holdBack(accountId: string, limit: number): boolean {
    const hold = guard.hold()
    if (hold === null) return false
    const due = repository.dueOrWaiting(accountId, context.clock.now(), limit)
    for (const job of due) ledger.move(job, 'stopped', { nextAttemptAt: null, failure: job.isDoubtful ? doubtful : onHold(hold) })
    return due.length === limit
  }

  function decide(job: JobRecord | null, decision: 'publish_now' | 'drop'): Result<null> {
    if (job === null) return fail(studioError('not_found', 'no such job in this workspace'))
    if (job.state !== 'held') return fail(notHeld)
    // It would only be held again: the client's answer is decided about in words of its own.
    const answer = decision === 'publish_now' ? guard.answerAgainst(job) : null
    if (answer !== null) return fail(answer)
    const effect = decideByUser(job, decision, { now: context.clock.now(), mayRefreshIntent: !attempts.wasEverUncertain(job.id), undoSeconds: undoSeconds(job.accountId), promisedUntil: promiseOf(job.accountId) })
    if (effect.kind === 'drop') withdrawJob({ clock: context.clock, attempts, ledger }, job, 'dropped_after_hold')
    if (effect.kind === 'change') ledger.move(job, effect.event, effect.changes)
    return succeed(null)
  }

  return {
    holdBack,
    holdBackAll(accountIds) {
      for (const accountId of accountIds) while (holdBack(accountId, 500));
    },
    send(jobId) {
      const job = repository.read(jobId)
      // Nobody asked about the doubtful ones here.
      return job?.isDoubtful === true ? fail(notHeld) : decide(job, 'publish_now')
    },
    sendPost(postId) {
      const held = repository.ofPosts([postId]).filter((job) => job.state === 'held' && !job.isDoubtful)
      if (held.length === 0) return fail(notHeld)
      for (const job of held) {
        const sent = decide(job, 'publish_now')
        if (!sent.ok) return sent
      }
      return succeed(null)
    },
    drop: (jobId) => decide(repository.read(jobId), 'drop')
  }
}
