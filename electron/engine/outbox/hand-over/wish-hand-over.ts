import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { isHandOverable } from '../../../../shared/outbox/hand-over.ts'
import type { PlaceThere } from '../../../../shared/safety/restored-entry.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import type { AttemptsRepository } from '../attempts-repository.ts'
import { formatIn, type JobRecord } from '../job-record.ts'
import type { OutboxLedger } from '../outbox-ledger.ts'
import type { OutboxRepository } from '../outbox-repository.ts'
import { looksBeforeAsking } from '../retry-times.ts'
import { objectionToSending, type SendGuard } from '../send-guard.ts'
import { giveUpWhatIsHere } from './give-up-what-is-here.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import type { HandOverRepository } from './hand-over-repository.ts'
import type { RecordHandOverNeeds } from './record-hand-over.ts'

export interface WishNeeds {
  readonly context: WorkspaceContext
  readonly accounts: AccountsService
  readonly repository: OutboxRepository
  readonly handOvers: HandOverRepository
  readonly attempts: Pick<AttemptsRepository, 'wasEverUncertain' | 'isBeingLookedFor'>
  readonly ledger: OutboxLedger
  readonly guard: SendGuard
}

/** Inside a transaction: from here on the job is not sent from this computer, until it is certain that its network does not have it. */
export function wishHandOver(needs: WishNeeds, postId: string): Result<null> {
  const jobs = needs.repository.ofPosts([postId])
  // Asked before; the answer was lost.
  if (jobs.some(({ handOver }) => handOver !== null && handOver !== 'taking_back')) return succeed(null)
  const able = jobs.filter((job) => canGoThere(needs, job))
  if (able.length === 0) return fail(cannot)
  // What must not leave must not wait elsewhere either, where nothing here could stop it.
  const objection = able.map((job) => objectionToSending(needs.guard, job)).find((found) => found !== null)
  if (objection !== undefined) return fail(objection)
  for (const job of able) giveAway(needs, job, { wish: 'hand_over', isUncertain: false, sentAt: null })
  return succeed(null)
}

function canGoThere({ context, accounts, attempts }: WishNeeds, job: JobRecord): boolean {
  const account = accounts.read(job.accountId)
  return account?.state === 'connected' && isHandOverable({ ...job, ...formatIn(job) }, capabilitiesOf(account.networkId), context.clock.now()) && !attempts.wasEverUncertain(job.id)
}

/** Inside a transaction: one that was called back although it was to wait there, and is back. Where that cannot be any more, it is said, and asked about. */
export function wishAgain(needs: WishNeeds, jobId: string): void {
  const job = needs.repository.read(jobId)
  const record = needs.handOvers.read(jobId)
  if (job === null || record === null || job.handOver !== null || job.state !== 'queued') return
  if (canGoThere(needs, job) && objectionToSending(needs.guard, job) === null) giveAway(needs, job, { wish: 'hand_over', isUncertain: false, sentAt: null })
  else needs.handOvers.put({ ...record, noticed: 'not_taken' })
}

const cannot = studioError('post_not_editable', 'no account of this post can take it over for this time')

function giveAway({ context, handOvers, ledger }: WishNeeds, job: JobRecord, how: Pick<HandOverRecord, 'wish' | 'isUncertain' | 'sentAt'>): void {
  handOvers.put({ ...handedOver(context, job), ...how })
  ledger.move(job, 'handed_over', { nextAttemptAt: null, handOver: 'handing' })
}

function handedOver({ clock, random }: WorkspaceContext, { id, accountId, dueAt }: JobRecord): HandOverRecord {
  return {
    jobId: id,
    accountId,
    wish: 'hand_over',
    afterReturn: null,
    // Of this hand-over alone: what is called back and handed over anew is something new to the network.
    idempotencyKey: random.id(),
    scheduledId: null,
    wasHeld: false,
    dueAt,
    askedDueAt: dueAt,
    dueUntil: dueAt,
    isUncertain: false,
    sentAt: null,
    begun: null,
    nextAt: clock.now(),
    tries: 0,
    nones: 0,
    noticed: null,
    oldHour: null,
    isOldHourRead: false,
    failure: null
  }
}

/** Inside a transaction: calls everything of the post back. Unless it is to wait here, the rest of it is given up at once, however long its networks take. */
export function wishReturn(needs: WishNeeds, postId: string, afterReturn: 'wait_here' | 'edit' | 'discard', reason: CancelReason | null = null): Result<null> {
  const { context, repository, handOvers, ledger } = needs
  const there = repository.ofPosts([postId]).filter(({ handOver, state }) => handOver !== null && state === 'pending_at_network')
  if (there.length === 0) return fail(studioError('conflict', 'nothing of this post is with its network'))
  for (const job of there) {
    const record = handOvers.read(job.id)
    if (record === null) continue
    handOvers.put({ ...record, wish: 'take_back', afterReturn: afterwardsOf(record, afterReturn), wasHeld: false, nextAt: context.clock.now(), tries: 0 })
    ledger.touch(job, { handOver: 'taking_back', ...(reason === null ? {} : { cancelReason: reason }) })
  }
  if (afterReturn !== 'wait_here') giveUpWhatIsHere(needs, postId, reason ?? 'taken_back')
  return succeed(null)
}

/**
 * Inside a transaction: the client is to be removed, and everything is called back. Should it stay after all, what was meant to wait there is asked about like what a hold
 * called back; what was called back before keeps its own wish. Gives the jobs that were meant to wait there.
 */
export function recallForRemoval({ context, repository, handOvers, ledger }: WishNeeds): readonly string[] {
  const recalled: string[] = []
  for (const record of handOvers.living()) {
    const job = repository.read(record.jobId)
    if (job === null || job.handOver === null || job.state !== 'pending_at_network') continue
    const wasWanted = record.wish !== 'take_back'
    handOvers.put({ ...record, wish: 'take_back', afterReturn: afterwardsOf(record, 'wait_here'), wasHeld: wasWanted || record.wasHeld, nextAt: context.clock.now(), tries: 0 })
    ledger.touch(job, { handOver: 'taking_back' })
    if (wasWanted) recalled.push(job.id)
  }
  return recalled
}

/** What no series wants any more does not wait here instead; nor does what is to be written on, since the rest of its post is given up by then. */
function afterwardsOf({ wish, afterReturn }: HandOverRecord, asked: 'wait_here' | 'edit' | 'discard'): HandOverRecord['afterReturn'] {
  if (wish !== 'take_back') return asked
  return afterReturn === 'discard' || (afterReturn === 'edit' && asked === 'wait_here') ? afterReturn : asked
}

/**
 * Inside a transaction: the user wants to know what became of it, or to send it although it was never seen to be gone: it is looked for there, and called
 * back should it still wait. Never sent from here by that. False when it was not lost with its network.
 */
export function wishLookThere({ context, accounts, handOvers, ledger }: WishNeeds, job: JobRecord, { unlessGone }: { readonly unlessGone: boolean }): boolean {
  const record = handOvers.read(job.id)
  if (record?.wish !== 'lost' || job.state !== 'unknown_outcome' || job.firstSentAt !== null || accounts.read(job.accountId) === null) return false
  if (unlessGone && record.nones > 0) return false
  // Somebody waits for the answer: that it could not be had is told at once.
  handOvers.put({ ...record, wish: 'take_back', afterReturn: record.afterReturn ?? 'wait_here', isUncertain: record.scheduledId === null, nextAt: context.clock.now(), tries: looksBeforeAsking - 1, nones: 0 })
  ledger.move(job, 'accepted', { handOver: 'taking_back', nextAttemptAt: null, pendingToken: null, failure: null })
  return true
}

/** Inside a transaction: what waits with its network is to have another time there. False when it is being called back. */
export function wishTime({ context, handOvers, ledger }: WishNeeds, job: JobRecord, dueAt: number): boolean {
  const record = handOvers.read(job.id)
  if (record === null || record.wish === 'take_back' || record.wish === 'none' || record.wish === 'lost') return false
  handOvers.put({ ...record, dueAt, wish: record.scheduledId === null ? record.wish : 'move', nextAt: context.clock.now(), noticed: null })
  ledger.note(ledger.touch(job, { dueAt, intentAt: dueAt }), { kind: 'moved', until: dueAt, reason: '' })
  return true
}

/** Inside a transaction: it is called back, and its time from here on is another one. Where its network published it meanwhile, it is out. */
export function wishTimeOnReturn({ handOvers, ledger }: WishNeeds, job: JobRecord, dueAt: number): void {
  const record = handOvers.read(job.id)
  if (record?.wish !== 'take_back') return
  handOvers.put({ ...record, dueAt })
  ledger.note(ledger.touch(job, { dueAt, intentAt: dueAt }), { kind: 'moved', until: dueAt, reason: '' })
}

/**
 * Inside a transaction, after the database was put back to an earlier state: what may have been handed over in the span that is lost is looked for
 * there before it goes from here.
 */
export function doubtHandOvers(needs: WishNeeds, restoredTo: number | null): void {
  const { context, accounts, repository, handOvers } = needs
  const now = context.clock.now()
  for (const account of accounts.list().filter(({ networkId }) => capabilitiesOf(networkId).nativeSchedule !== undefined)) {
    for (const job of repository.openOfAccount(account.id)) {
      if (job.handOver !== null) doubtWhatIsKnown(job.id)
      if (job.kind !== 'publish_post' || job.state !== 'queued' || job.attempts > 0 || job.dueAt <= now) continue
      giveAway(needs, job, { wish: 'doubt', isUncertain: true, sentAt: restoredTo ?? 0 })
    }
    handOvers.bringForward(account.id, now)
  }

  /** What the copy says is not there may be there since, and what it knows by a name may have been called back and handed over anew. */
  function doubtWhatIsKnown(jobId: string): void {
    const record = handOvers.read(jobId)
    if (record === null) return
    // Handed over anew since, it would have begun something else there.
    const doubted = { ...record, begun: null }
    handOvers.put(record.isUncertain ? doubted : { ...doubted, isUncertain: true, sentAt: record.scheduledId === null ? (restoredTo ?? 0) : record.sentAt, nones: 0 })
  }
}

/**
 * Inside a transaction: a person found it waiting there after a restoration that forgot it. From here on it is handed over like any other: `stay`, nobody doubts it any more
 * and it has the time that it has there; `take_back`, it is called back first, and is asked about when it is here.
 */
export function takeThere({ context, handOvers, ledger, retimePost }: WishNeeds & Pick<RecordHandOverNeeds, 'retimePost'>, job: JobRecord, { scheduledId, dueAt }: PlaceThere, wish: 'stay' | 'take_back'): void {
  const now = context.clock.now()
  const isStaying = wish === 'stay'
  const time = isStaying ? { dueAt, intentAt: dueAt } : {}
  // Missed, held or failed here: with another time it is planned again.
  const planned = job.state === 'queued' ? job : ledger.move(job, 'moved', { nextAttemptAt: null, failure: null })
  const taken = ledger.move(planned, 'handed_over', { ...time, nextAttemptAt: null, failure: null, handOver: isStaying ? 'with_network' : 'taking_back', isDoubtful: !isStaying && job.isDoubtful })
  handOvers.put({ ...handedOver(context, taken), wish, afterReturn: isStaying ? null : 'wait_here', scheduledId, dueAt: taken.dueAt, askedDueAt: dueAt, dueUntil: dueAt, nextAt: now })
  if (isStaying && job.postId !== null && dueAt !== job.dueAt) retimePost(job.postId, dueAt)
}

/** Inside a transaction: what must not leave (a hold, a yes that was taken back) and waits with a network would. It is called back, and held here when its time comes. */
export function callBackStopped(needs: Pick<WishNeeds, 'context' | 'repository' | 'handOvers' | 'ledger' | 'guard'>): void {
  const wasHeld = needs.guard.hold() !== null
  for (const record of needs.handOvers.living()) {
    const job = needs.repository.read(record.jobId)
    if (job === null || job.handOver === null || record.wish === 'take_back' || objectionToSending(needs.guard, job) === null) continue
    // What is only looked for after a restoration was given to nobody, as far as is known: nothing to give back after the hold, unless it is found there.
    needs.handOvers.put({ ...record, wish: 'take_back', afterReturn: 'wait_here', wasHeld: wasHeld && record.wish !== 'doubt', nextAt: needs.context.clock.now(), tries: 0 })
    needs.ledger.touch(job, { handOver: 'taking_back' })
  }
}
