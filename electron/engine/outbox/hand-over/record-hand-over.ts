import { assertNever } from '../../../../shared/errors/assert-never.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import type { AttemptsRepository } from '../attempts-repository.ts'
import type { JobRecord } from '../job-record.ts'
import type { OutboxLedger } from '../outbox-ledger.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import { dropCoversOf } from '../drop-covers-of.ts'
import { removedThere, type HandOverDecision } from './decide-hand-over.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import type { HandOverRepository } from './hand-over-repository.ts'
import { giveUpWhatIsHere } from './give-up-what-is-here.ts'

export interface RecordHandOverNeeds {
  readonly context: WorkspaceContext
  readonly repository: OutboxRepository
  readonly handOvers: HandOverRepository
  readonly ledger: OutboxLedger
  readonly attempts: Pick<AttemptsRepository, 'wasEverUncertain' | 'isBeingLookedFor'>
  /** The post has this time now: somebody moved it on the network. */
  retimePost(postId: string, dueAt: number): void
  /** It has just come to lie there, under this name. */
  arrivedThere(job: JobRecord, scheduledId: string): void
  /** Nothing of it is with a network any more, and it was called back to be removed. */
  discarded(postId: string): void
  /** Certainly nothing of it is with its network any more, and it waits here. */
  returned(jobId: string): void
}

const nothingThere: Partial<HandOverRecord> = { wish: 'none', scheduledId: null, isUncertain: false, nextAt: null, tries: 0, nones: 0 }

/** Inside a transaction: writes down what the decision makes of job and row. */
export function recordHandOver(needs: RecordHandOverNeeds, job: JobRecord, record: HandOverRecord, answered: HandOverDecision): void {
  const { ledger, handOvers } = needs
  // Whoever deleted it there did what was asked for: there is nothing to decide.
  const decision: HandOverDecision = answered.kind === 'removed_there' && isUnwanted(record) ? { kind: 'back', noticed: 'removed_there', failure: null } : answered
  const save = (changes: Partial<HandOverRecord>): void => handOvers.put({ ...record, ...changes })
  switch (decision.kind) {
    case 'later':
      save(decision.changes)
      // Shown while it is so: above all when a network does not let go of what is called back.
      ledger.touch(job, { failure: decision.changes.failure === undefined ? record.failure : decision.changes.failure })
      return
    case 'waits_there':
      return recordWaiting(needs, job, record, decision)
    case 'back':
      save({ ...nothingThere, noticed: decision.noticed, failure: decision.failure })
      dropCoversOf(needs, job, record.scheduledId)
      ledger.move(job, 'taken_back', { nextAttemptAt: job.dueAt, handOver: null, failure: null })
      endPostOf(needs, job, record)
      needs.returned(job.id)
      return
    case 'published':
      // Whoever hears of it may ask under which name it waited there.
      ledger.move(job, 'confirmed', { nextAttemptAt: null, handOver: null, cancelReason: null, failure: null, remoteId: decision.remoteId, remoteUrl: decision.url })
      save({ ...nothingThere, failure: null, oldHour: needs.repository.hoursThere(job.id).stillAt })
      endPostOf(needs, job, record)
      return
    case 'removed_there':
      save({ ...nothingThere, noticed: 'removed_there', failure: null })
      dropCoversOf(needs, job, record.scheduledId)
      ledger.move(job, 'refused', { nextAttemptAt: null, handOver: null, failure: removedThere })
      return
    case 'lost':
      // Its name there stays known: looking again begins with it.
      save({ wish: 'lost', nextAt: null, tries: 0, nones: decision.nones })
      // It was meant to be out then: that is where it is looked for.
      ledger.move(job, 'outcome_lost', { nextAttemptAt: null, handOver: null, failure: removedThere, lastSentAt: record.askedDueAt, pendingToken: record.begun, looks: 0, nones: 0, failedLooks: 0 })
      endPostOf(needs, job, record)
      return
    default:
      assertNever(decision, 'hand-over decision')
  }
}

function recordWaiting(needs: RecordHandOverNeeds, job: JobRecord, record: HandOverRecord, { changes, movedTo }: Extract<HandOverDecision, { kind: 'waits_there' }>): void {
  // It was found although the copy did not say so: a hold that calls it back has to be asked about.
  const isFoundUnderHold = needs.repository.isSought(job.id) && record.wish === 'take_back' && record.afterReturn === 'wait_here'
  needs.handOvers.put({ ...record, ...changes, ...(isFoundUnderHold ? { wasHeld: true } : {}) })
  const wish = changes.wish ?? record.wish
  needs.ledger.touch(job, { dueAt: movedTo ?? job.dueAt, handOver: wish === 'take_back' ? 'taking_back' : 'with_network', failure: null })
  if (record.scheduledId === null && typeof changes.scheduledId === 'string') needs.arrivedThere(job, changes.scheduledId)
  if (movedTo !== null && job.postId !== null) needs.retimePost(job.postId, movedTo)
}

/** It was called back to be written on, or because nobody wants it any more: from here it must not go. */
function isUnwanted({ afterReturn }: HandOverRecord): boolean {
  return afterReturn === 'edit' || afterReturn === 'discard'
}

/** Whenever one of its networks has let go of it: what is here is given up at once, whoever still waits elsewhere; the last one ends the post. */
function endPostOf(needs: RecordHandOverNeeds, { postId, cancelReason }: JobRecord, record: HandOverRecord): void {
  if (!isUnwanted(record) || postId === null) return
  giveUpWhatIsHere(needs, postId, cancelReason ?? 'taken_back')
  if (record.afterReturn === 'discard' && isLastOfItsPost(needs, postId)) needs.discarded(postId)
}

function isLastOfItsPost({ repository }: RecordHandOverNeeds, postId: string): boolean {
  return repository.ofPosts([postId]).every(({ handOver, finishedAt }) => finishedAt !== null || handOver === null)
}
