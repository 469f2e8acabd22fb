import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import { isOfWords } from '../../../../shared/outbox/job-nature.ts'
import { moveJob } from '../../../../shared/outbox/move-job.ts'
import type { OnlyThere, PlaceThere, RestoredDecision, RestoredEntry, RestoredFate, RestoredFinding } from '../../../../shared/safety/restored-entry.ts'
import { decideByUser } from '../decide-by-user.ts'
import type { HeldJobsNeeds } from '../held-jobs.ts'
import type { JobRecord } from '../job-record.ts'
import { isBehind } from '../lead-followers.ts'
import { withdrawJob } from '../withdraw-job.ts'
import { createDoubtfulJobs } from './doubtful-jobs.ts'
import { listOnlyThere, lookForRestored, type LookNeeds } from './look-for-restored.ts'
import { mayWaitThere } from './waiting-there.ts'

/**
 * What stood open in a file that was put back to an earlier state. In the span that is lost it may have gone out, at an earlier time, by hand or with other
 * words; so it is doubtful, and doubtful jobs do not leave (`objectionToSending`), hold or no hold, until a person has said what they are.
 */
export interface RestoredJobs {
  /** Inside a transaction: everything open is doubtful from here on. */
  doubtAll(): void
  /** What waits for a word, with what its network shows of it since the copy. `more`: so many lie beyond the list. */
  readRestored(restoredTo: number | null): Promise<{ readonly entries: RestoredEntry[]; readonly more: number; readonly onlyThere: OnlyThere[] }>
  /** Inside a transaction. What came to its end meanwhile has its end. */
  decideRestored(decisions: readonly RestoredDecision[]): Result<null>
}

/** More than a person looks through at once; the rest asks when its time comes. */
const mostListed = 500

export interface RestoredNeeds extends HeldJobsNeeds, LookNeeds {
  /** It is looked for with its network, and nothing here says that it was handed over. */
  isOnlySought(jobId: string): boolean
  /** Inside a transaction: calls what of the post is there back, and it is given up then. */
  callBack(postId: string, reason: CancelReason): void
  /** Inside a transaction: what waits there is this job's from here on. It goes from there at its time, or is called back. */
  takeThere(job: JobRecord, there: PlaceThere, wish: 'stay' | 'take_back'): void
}

export function createRestoredJobs(needs: RestoredNeeds): RestoredJobs {
  const { context, repository, attempts, ledger, undoSeconds } = needs
  const doubtful = createDoubtfulJobs(context.database)

  function decide({ jobId, fate }: RestoredDecision): Result<null> {
    const job = repository.read(jobId)
    if (job === null) return fail(studioError('not_found', 'no such job in this workspace'))
    if (job.finishedAt !== null) return succeed(null)
    // It is being called back, and asks when it is here: ended before, its network would publish it all the same. Out there, the network says so itself.
    if (job.handOver !== null && fate.kind !== 'goes') {
      // It ends once it is certainly not there any more, and its post is a draft then.
      if (fate.kind === 'drop' && job.postId !== null && isAlone(job)) needs.callBack(job.postId, 'dropped_after_hold')
      return succeed(null)
    }
    carryOut(job, fate)
    return succeed(null)
  }

  function carryOut(job: JobRecord, fate: RestoredFate): void {
    switch (fate.kind) {
      case 'out':
        // Of a change of what is out nobody can say so: a post whose deletion was “out” would pass for deleted, and stand there.
        if (isOfWords(job.kind) && moveJob(job.state, 'confirmed') !== null) ledger.move(job, 'confirmed', { nextAttemptAt: null, failure: null, pendingToken: null, isDoubtful: false, remoteId: fate.remoteId, remoteUrl: fate.url })
        return
      case 'goes':
        if (fate.there === undefined) goes(job, fate.unlessPast === true)
        else takeThere(job, fate.there, 'stay')
        return
      case 'call_back':
        takeThere(job, fate.there, 'take_back')
        return
      case 'drop':
        if (fate.there === undefined) withdrawJob({ clock: context.clock, attempts, ledger }, job, 'dropped_after_hold')
        else dropThere(job, fate.there)
        return
    }
  }

  /** Given up once it is certainly not there any more; where more of its post is open, it asks then. */
  function dropThere(job: JobRecord, there: PlaceThere): void {
    if (takeThere(job, there, 'take_back') && job.postId !== null && isAlone(job)) needs.callBack(job.postId, 'dropped_after_hold')
  }

  /** False: it is on its way since, or with its network, or what waits there is known as another one's, which a page of before cannot show: it stays in doubt and asks again. */
  function takeThere(job: JobRecord, there: PlaceThere, wish: 'stay' | 'take_back'): boolean {
    const isHere = job.handOver === null && (job.state === 'queued' || moveJob(job.state, 'moved') !== null)
    const isTaken = isHere && mayWaitThere(job) && !needs.isKnownThere(job.accountId, there.scheduledId)
    if (isTaken) needs.takeThere(job, there, wish)
    return isTaken
  }

  function goes(job: JobRecord, unlessPast: boolean): void {
    // Nobody said that it is to be published now: it stays in doubt, and asks.
    if (unlessPast && (asksForItself(job) || job.dueAt <= context.clock.now())) return
    if (asksForItself(job)) {
      const effect = decideByUser(job, job.state === 'failed' ? 'try_again' : 'publish_now', { now: context.clock.now(), mayRefreshIntent: !attempts.wasEverUncertain(job.id), undoSeconds: undoSeconds(job.accountId) })
      if (effect.kind === 'change') ledger.move(job, effect.event, effect.changes)
      return
    }
    let part: JobRecord | undefined = job
    while (part !== undefined) {
      if (part.isDoubtful) ledger.touch(part, { isDoubtful: false })
      part = repository.followersOf(part.id).find((follower) => follower.finishedAt === null)
    }
  }

  /** Nothing else of its post is open: calling it back to be given up takes nothing else along. */
  function isAlone({ id, postId }: JobRecord): boolean {
    return postId !== null && repository.ofPosts([postId]).every((other) => other.id === id || other.finishedAt !== null)
  }

  function told(job: JobRecord, finding: RestoredFinding | undefined): RestoredEntry {
    const isElsewhere = job.handOver !== null
    return { ...entryOf(job, finding), ...(isElsewhere && needs.isOnlySought(job.id) ? { isOnlySought: true } : {}), ...(isElsewhere && isAlone(job) ? { mayBeDropped: true } : {}) }
  }

  return {
    doubtAll: doubtful.doubtAll,
    async readRestored(restoredTo) {
      const waiting = doubtful.waiting(10_000).filter(isAsked)
      const listed = waiting.slice(0, mostListed)
      const findings = await lookForRestored(needs, listed.filter(({ isDoubtful }) => isDoubtful), restoredTo)
      return { entries: listed.map((job) => told(job, findings.get(job.id))), more: waiting.length - listed.length, onlyThere: await listOnlyThere(needs, restoredTo, findings) }
    },
    decideRestored(decisions) {
      for (const decision of decisions) {
        const decided = decide(decision)
        if (!decided.ok) return decided
      }
      return succeed(null)
    }
  }
}

/** What is on its way is told in the outbox; the parts of a thread follow their first one. What the copy calls missed, failed or kept may have been sent since. */
function isAsked(job: JobRecord): boolean {
  if (isBehind(job)) return false
  if (asksForItself(job)) return job.isDoubtful || (job.state === 'held' && job.failure?.code === 'on_hold')
  return job.state === 'queued' || job.state === 'waiting_for_network' || job.handOver !== null
}

function asksForItself({ state }: JobRecord): boolean {
  return state === 'held' || state === 'missed' || state === 'failed'
}

function entryOf({ id, postId, kind, accountId, excerpt, dueAt, handOver }: JobRecord, finding: RestoredFinding = { kind: 'new' }): RestoredEntry {
  return { jobId: id, postId, kind, accountId, excerpt, dueAt, isWithNetwork: handOver !== null, finding }
}
