import { studioError } from '../../../shared/errors/studio-error.ts'
import { threadTurn } from '../../../shared/outbox/thread-turn.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import { lookDelays } from './retry-times.ts'

/** The posts of ours that a part answers: the one before it, and the first of the thread. */
export interface ThreadAnchor {
  readonly remoteId: string
  readonly rootRemoteId: string
}

export type TurnTaken = { readonly kind: 'go'; readonly anchor: ThreadAnchor | null } | { readonly kind: 'not_now' }

interface TurnNeeds {
  readonly attempts: Pick<AttemptsRepository, 'wasEverUncertain'>
  readonly repository: OutboxRepository
  readonly ledger: OutboxLedger
}

const lost = studioError('thread_place_unknown', 'the part before it was confirmed by eye, so its address is not known')

/**
 * Inside the claim's transaction: whether this job may leave as far as the part before it goes. Asked at every claim, whoever gave the job its
 * time, so that no part ever overtakes another. A job that may not gets the state that says why.
 */
export function takeTurn({ attempts, repository, ledger }: TurnNeeds, job: JobRecord): TurnTaken {
  const before = job.afterJobId === null ? null : repository.read(job.afterJobId)
  if (before === null) return { kind: 'go', anchor: null }
  const turn = threadTurn(before)
  switch (turn.kind) {
    case 'go':
      return { kind: 'go', anchor: { remoteId: turn.remoteId, rootRemoteId: rootOf(repository, before) ?? turn.remoteId } }
    case 'wait':
      ledger.touch(job, { nextAttemptAt: null, undoUntil: null })
      return { kind: 'not_now' }
    case 'never':
      ledger.drop(job, 'part_given_up')
      return { kind: 'not_now' }
    case 'lost':
      // What is deleted answers nothing.
      if (job.about !== undefined) return { kind: 'go', anchor: null }
      // It may be out itself, and without that place nobody can look for it but a person; who has looked, and wants it sent, is told that it cannot be.
      if (attempts.wasEverUncertain(job.id) && job.nones < lookDelays.length) ledger.move(job, 'outcome_lost', { nextAttemptAt: null, failure: lost })
      else ledger.move(job, 'refused', { nextAttemptAt: null, failure: lost })
      return { kind: 'not_now' }
  }
}

function rootOf(repository: OutboxRepository, job: JobRecord): string | null {
  const before = job.afterJobId === null ? null : repository.read(job.afterJobId)
  return before === null ? job.remoteId : rootOf(repository, before)
}
