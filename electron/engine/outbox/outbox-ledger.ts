import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import { jobGroup } from '../../../shared/outbox/job-groups.ts'
import { momentOf, type JobMoment } from '../../../shared/outbox/job-moment.ts'
import { moveJob, type JobEvent, type JobStep } from '../../../shared/outbox/move-job.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { alertsOfChanges, type JobChange } from './alerts-of-changes.ts'
import { dropCoversOf } from './drop-covers-of.ts'
import { followEdit, publishedAs } from './follow-edit.ts'
import { jobOf, type JobRecord } from './job-record.ts'
import { bringAlong, leadFollowers } from './lead-followers.ts'
import { createMomentsRepository } from './moments-repository.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { SettledJob } from './outbox-service.ts'

/**
 * `isQuiet`: nobody is told that it came to rest. `isUndone`: a decision was taken back in time, and it asks as it did before: that is no news. `isReconnected`: no person decided it, its account was
 * connected again.
 */
interface MoveOptions {
  readonly isQuiet: boolean
  readonly isUndone?: true
  readonly isReconnected?: true
}

type SettledListener = (settled: SettledJob) => (() => void) | void

/** The one way a job changes: by an event that its state allows, inside a transaction, told to the others only after the commit. */
export interface OutboxLedger {
  /** Runs the work in one transaction, or in the caller's if there is one; then it is the caller who announces, by `announce`. */
  transaction<T>(work: () => T): T
  /** Inside `transaction`: the work alone is undone when it throws, and logged; the rest goes on. null then. */
  attempt<T>(what: string, work: () => T): T | null
  /** Inside `transaction`. Throws when the event cannot happen in the job's state. */
  move(before: JobRecord, event: JobStep, changes: Partial<JobRecord>, options?: MoveOptions): JobRecord
  /** The same for the one event that needs a reason: what would go out is given up, with the parts behind it. */
  drop(before: JobRecord, reason: CancelReason, changes?: Partial<JobRecord>, options?: { isQuiet: boolean }): JobRecord
  /** Inside `transaction`: changes that leave the state as it is. */
  touch(before: JobRecord, changes: Partial<JobRecord>): JobRecord
  /** Inside `transaction`: what it published is deleted there since, and so is what belonged to it. */
  noteGone(published: JobRecord): void
  /** Inside `transaction`: a line of its story, where the state stays as it is. */
  note(job: JobRecord, moment: Pick<JobMoment, 'kind' | 'until' | 'reason'>): void
  /** What happened to it between its attempts, earliest first. */
  moments(jobId: string): readonly JobMoment[]
  announce(jobs: readonly { readonly id: string; readonly postId: string | null }[]): void
  onSettled(listener: SettledListener): () => void
}

/** From this many on, an event names none: whoever shows jobs asks for all again. */
const manyIds = 50

export function createOutboxLedger(context: WorkspaceContext, repository: OutboxRepository): OutboxLedger {
  const listeners = new Set<SettledListener>()
  const moments = createMomentsRepository(context.database)
  // Of the transaction that is running.
  let changes: JobChange[] = []
  let afterCommit: (() => void)[] = []

  function record(before: JobRecord, after: JobRecord, isUndone = false): JobRecord {
    changes.push({ before, after, isUndone })
    if (after.dueAt !== before.dueAt) moments.addFirstTime(after.id, after.createdAt, before.dueAt)
    return after
  }

  function settle(after: JobRecord): void {
    const settled: SettledJob = { job: jobOf(after), itemId: after.itemId, payload: after.payload, remoteId: after.remoteId }
    for (const listener of listeners) {
      // What came of the job is true whatever a listener makes of it.
      const later = attempt(`telling of job ${after.id}`, () => listener(settled))
      if (typeof later === 'function') afterCommit.push(later)
    }
  }

  function attempt<T>(what: string, work: () => T): T | null {
    const changesBefore = changes.length
    const callsBefore = afterCommit.length
    try {
      // Inside another transaction this is a savepoint.
      return context.database.transaction(work)()
    } catch (error) {
      changes.splice(changesBefore)
      afterCommit.splice(callsBefore)
      context.log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return null
    }
  }

  function announce(jobs: readonly { readonly id: string; readonly postId: string | null }[]): void {
    if (jobs.length === 0) return
    const workspaceId = context.workspace().id
    context.emit('outbox.changed', { workspaceId, ids: few(jobs.map((job) => job.id)) })
    const postIds = jobs.flatMap((job) => job.postId ?? [])
    if (postIds.length > 0) context.emit('posts.changed', { workspaceId, ids: few(postIds) })
    context.emit('counts.changed', {})
  }

  /** Never throws: what is committed is true whoever fails to hear of it, and whoever claimed a job has to make its call now. */
  function tellAfterCommit(committed: readonly JobChange[], later: readonly (() => void)[]): void {
    for (const call of later) tell(call)
    tell(() => announce(committed.map(({ after }) => after)))
    tell(() => {
      const workspaceId = context.workspace().id
      for (const alert of alertsOfChanges(committed, isPostDone)) context.emit('alert.raised', { workspaceId, ...alert })
    })
  }

  function tell(call: () => void): void {
    try {
      call()
    } catch (error) {
      context.log.error(`telling of changed jobs failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }

  function isPostDone(postId: string): boolean {
    return repository.ofPosts([postId]).every((job) => job.finishedAt !== null)
  }

  function touch(before: JobRecord, given: Partial<JobRecord>): JobRecord {
    const after = record(before, repository.save(before, given))
    if (isAtRest(after) && !isAtRest(before)) settle(after)
    return after
  }

  function apply(before: JobRecord, event: JobEvent, given: Partial<JobRecord>, options: MoveOptions = { isQuiet: false }): JobRecord {
    const state = moveJob(before.state, event)
    if (state === null) throw new Error(`a job that is ${before.state} cannot be ${event}`)
    const isFinal = state === 'published' || state === 'cancelled'
    const after = repository.save(before, {
      awaitsLogin: false,
      undoUntil: null,
      beforeNow: null,
      ...given,
      state,
      finishedAt: isFinal ? context.clock.now() : null
    })
    tellStep(event, before, after, options)
    if (!options.isQuiet && isAtRest(after) && (state !== before.state || !isAtRest(before))) settle(after)
    bringAfter(event, after, options)
    if (isFinal) leadOn(after, options)
    return after
  }

  /** Its line in the story. */
  function tellStep(event: JobEvent, before: JobRecord, after: JobRecord, { isUndone, isReconnected }: MoveOptions): void {
    record(before, after, isUndone === true)
    const moment = isUndone === true && event !== 'moved' ? { kind: 'asks_again' as const, until: null, reason: '' } : momentOf({ event, isReconnected, before, after })
    if (moment !== null) note(after, moment)
  }

  function bringAfter(event: JobEvent, after: JobRecord, { isUndone }: MoveOptions): void {
    if (event === 'asked_again' || isUndone === true) bringAlong({ repository, touch }, after)
  }

  /** What the end of a job means for others. */
  function leadOn(ended: JobRecord, options: { isQuiet: boolean }): void {
    if (ended.state === 'published' && ended.kind === 'delete') noteDeletion(ended)
    if (ended.state === 'published' && ended.kind === 'edit') followEdit({ repository, ledger: { touch } }, ended)
    leadFollowers({ clock: context.clock, repository, touch, drop: (follower) => void drop(follower, reasonBehind(ended), {}, options) }, ended)
  }

  /** Whatever had it deleted, the inbox or its post: what published it says that it is no longer there. */
  function noteDeletion({ accountId, payload, about }: JobRecord): void {
    const remoteId = payload?.effect === 'act' ? payload.remoteId : null
    const published = about === undefined ? (remoteId === null ? null : publishedAs({ repository }, accountId, remoteId)) : repository.read(about.jobId)
    if (published?.state === 'published') noteGone(published)
  }

  function noteGone(published: JobRecord): void {
    if (published.removedAt === undefined) touch(published, { removedAt: context.clock.now() })
    dropCoversOf({ repository, ledger: { drop, touch } }, published, published.remoteId)
  }

  function note({ id }: JobRecord, moment: Pick<JobMoment, 'kind' | 'until' | 'reason'>): void {
    moments.add(id, { at: context.clock.now(), ...moment })
  }

  const drop: OutboxLedger['drop'] = (before, cancelReason, given = {}, options) => apply(before, 'dropped', { ...given, nextAttemptAt: null, cancelReason }, options)

  return {
    transaction(work) {
      if (context.database.inTransaction) return work()
      changes = []
      afterCommit = []
      const result = context.database.transaction(work).immediate()
      const committed = changes
      const later = afterCommit
      changes = []
      afterCommit = []
      tellAfterCommit(committed, later)
      return result
    },
    attempt,
    move: apply,
    drop,
    touch,
    noteGone,
    note,
    moments: moments.list,
    announce,
    onSettled(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}

/** Taking a post back takes all its parts back; giving up one part alone gives up what would answer it. */
function reasonBehind({ cancelReason }: JobRecord): CancelReason {
  return cancelReason === null || cancelReason === 'given_up' ? 'part_given_up' : cancelReason
}

function few(ids: readonly string[]): string[] {
  const distinct = [...new Set(ids)]
  return distinct.length > manyIds ? [] : distinct
}

/** See `SettledJob`. */
function isAtRest(job: JobRecord): boolean {
  const { state, kind } = job
  return state === 'published' || state === 'cancelled' || state === 'failed' || (kind === 'reply' && jobGroup(job) === 'asks')
}
