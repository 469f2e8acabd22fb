import type { ReplyUnderWay } from '../../../shared/inbox/replies-that-arrived.ts'
import { isOnItsWay } from '../../../shared/outbox/job-groups.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { isOfWords, matterOf } from '../../../shared/outbox/job-nature.ts'
import { moveJob } from '../../../shared/outbox/move-job.ts'
import { accountsHeld, accountsToCome, accountsToMove } from '../../../shared/posts/accounts-to-move.ts'
import { undoUntil } from '../../../shared/outbox/undo-window.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AttemptsRepository } from './attempts-repository.ts'
import type { HandOverPart } from './hand-over/create-hand-over.ts'
import { giveUpWhatIsHere } from './hand-over/give-up-what-is-here.ts'
import { beforeNow, decideByUser } from './decide-by-user.ts'
import type { DecideJob } from './decision-on-job.ts'
import { createFindRepeats } from './find-repeats.ts'
import { hourOfPost } from './hour-of-post.ts'
import { isFollower } from './job-payload.ts'
import { isByHand, jobOf, type JobRecord } from './job-record.ts'
import { startOf } from './lead-followers.ts'
import { mayBeThere } from './may-be-there.ts'
import { withEdit } from './with-edit.ts'
import type { OutboxLedger } from './outbox-ledger.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { ArrivedJob, JobIntent, OutboxService } from './outbox-service.ts'
import type { PromiseOf } from './promise-of.ts'
import type { SendGuard } from './send-guard.ts'
import { digestOfIntent } from './text-digest.ts'
import { toldJob, toldThere } from './told-job.ts'
import { undoDecision, undoMove } from './undo-move.ts'
import { undoNow } from './undo-now.ts'
import { withdrawJob } from './withdraw-job.ts'
import type { UndoSeconds } from './undo-seconds.ts'

export interface ServiceNeeds {
  readonly context: WorkspaceContext
  readonly promiseOf: PromiseOf
  readonly repository: OutboxRepository
  readonly attempts: AttemptsRepository
  readonly ledger: OutboxLedger
  readonly guard: Pick<SendGuard, 'hold' | 'answerAgainst'>
  readonly undoSeconds: UndoSeconds
  readonly decide: DecideJob
  poke(): void
  readonly atNetwork: Pick<HandOverPart, 'move' | 'moveReturn' | 'recall' | 'callBack' | 'giveAway'>
  readonly listeners: ServiceListeners
}

/** Called inside the transaction that makes it so. */
export interface ServiceListeners {
  readonly retimed: Set<(postId: string, dueAt: number) => void>
  readonly recalled: Set<(postId: string) => void>
  readonly arrivedThere: Set<(arrived: ArrivedJob) => void>
}

/** `wait`: up to when it can be taken back, of what is told to leave now. */
interface Retiming {
  readonly isForNow: boolean
  readonly wait: number | null
  readonly promisedUntil: number | null
}
const atItsTime: Retiming = { isForNow: false, wait: null, promisedUntil: null }

export function createOutboxService({ context, repository, attempts, ledger, guard, undoSeconds, promiseOf, decide, poke, atNetwork, listeners }: ServiceNeeds): OutboxService {
  function enqueue(intent: JobIntent): Job {
    const there = repository.read(intent.id)
    if (there !== null) return jobOf(there)
    const now = context.clock.now()
    const wait = undoUntil({ kind: intent.kind, dueAt: intent.dueAt, now, undoSeconds: undoSeconds(intent.accountId) })
    const isBehindAnother = startOf(repository, { afterJobId: intent.thread?.afterJobId ?? null }, intent.dueAt) === null
    const promisedUntil = isOfWords(intent.kind) && !intent.isPlanned ? promiseOf(intent.accountId) : null
    const textDigest = digestOfIntent(intent, intent.about === undefined ? null : repository.read(intent.about.jobId))
    const record = newRecord({ ...intent, promisedUntil, textDigest }, now, intent.idempotencyKey ?? context.random.id(), wait, isBehindAnother)
    dropEarlierWords(intent)
    repository.insert(record)
    return jobOf(record)
  }

  /** The last word on a like, a repost, a mute counts. What is on its way ends first; the runner sees then that it was overtaken. */
  function dropEarlierWords({ itemId, kind }: JobIntent): void {
    const matter = matterOf(kind)
    if (itemId === null || matter === null) return
    for (const job of repository.ofItem(itemId)) {
      if (matterOf(job.kind) === matter && !isOnItsWay(job) && moveJob(job.state, 'dropped') !== null) ledger.drop(job, 'replaced', {}, { isQuiet: true })
    }
  }

  /** Of what is held: the client's no alone kept it, or a hold that is over and left it to be decided about. */
  const isFreed = ({ failure }: JobRecord): boolean => failure?.code === 'refused_by_client' || (failure?.code === 'on_hold' && guard.hold() === null)

  const openOf = (postId: string): readonly JobRecord[] => repository.ofPosts([postId]).filter((job) => job.finishedAt === null)

  /** Jobs of the post that have not gone out; null when one is on its way. */
  function movable(postId: string): readonly JobRecord[] | null {
    const jobs = openOf(postId)
    return jobs.some(isOnItsWay) ? null : jobs
  }

  function retime(job: JobRecord, dueAt: number, { isForNow, wait, promisedUntil }: Retiming = atItsTime): void {
    const intent = attempts.wasEverUncertain(job.id) ? {} : { intentAt: dueAt }
    const nextAttemptAt = startOf(repository, job, dueAt)
    const changes = { dueAt, nextAttemptAt, isPlanned: true, promisedUntil, attempts: 0, failure: null, undoUntil: nextAttemptAt === null ? null : wait, beforeNow: isForNow ? null : beforeNow(job), ...intent }
    if (!isByHand(job)) return void ledger.move(job, 'moved', changes, { isQuiet: true })
    // A card that stood ready: nobody but the person can have published it, and they say that they have not.
    ledger.note(ledger.move(job, 'taken_back', { ...changes, pendingToken: null }, { isQuiet: true }), { kind: 'moved', until: dueAt, reason: '' })
  }

  return {
    enqueue,
    findRepeats: createFindRepeats(context.database),
    wake(jobIds) {
      ledger.announce(jobIds.flatMap((id) => repository.read(id) ?? []))
      poke()
    },
    read(jobId) {
      const record = repository.read(jobId)
      return record === null ? null : jobOf(record)
    },
    readSent(jobId) {
      const record = repository.read(jobId)
      if (record?.state !== 'published' || record.payload?.effect !== 'create') return null
      const edit = repository.newestEdit(jobId)
      return { accountId: record.accountId, payload: withEdit(record.payload, edit), editedAt: edit?.finishedAt ?? null, remoteId: record.remoteId }
    },
    changesOfPost: (postId) => repository.aboutPost(postId).map(jobOf),
    markRemoved(jobId) {
      const job = repository.read(jobId)
      if (job?.kind !== 'publish_post' || job.state !== 'published') return false
      ledger.noteGone(job)
      return true
    },
    textOf(jobId) {
      const payload = repository.read(jobId)?.payload
      return payload?.effect === 'create' ? payload.text : null
    },
    jobsOfPost: (postId) => repository.ofPosts([postId]).map(jobOf),
    toldOfPost: (postId) => repository.ofPosts([postId]).map((record) => toldJob({ guard, repository }, record)),
    coversOfPost: (postId) => repository.ofPosts([postId], 'covers').map((record) => toldJob({ guard, repository }, record)),
    followersOfWaiting({ id, postId }) {
      const film = repository.scheduledAs(id)
      if (film === null || postId === null) return []
      return repository.ofPosts([postId], 'covers').flatMap(({ payload }) => (isFollower(payload) && payload.remoteId === film ? [payload] : []))
    },
    jobsOfPosts(postIds) {
      const jobs = new Map<string, Job[]>(postIds.map((id) => [id, []]))
      for (const record of repository.ofPosts(postIds)) jobs.get(record.postId ?? '')?.push({ ...jobOf(record), ...(record.handOver === null ? {} : toldThere(repository, record)) })
      return jobs
    },
    countUntil: (accountId, until) => repository.countUntil(accountId, until),
    openJobsOfConversation: (conversationId) => repository.openOfConversation(conversationId).map(jobOf),
    repliesUnderWay: (conversationId) => repository.openOfConversation(conversationId).flatMap(replyUnderWay),
    isOurOutcome: (accountId, remoteId) => repository.ofRemote(accountId, remoteId) !== null,
    postIdOfRemote(accountId, remoteId, several) {
      const known = repository.ofRemote(accountId, remoteId)
      // A number of before, where a change made another post of it.
      const named = known?.postId ?? known?.about?.postId ?? null
      if (named !== null || several === undefined) return named
      return repository.postsBeginning(accountId, several.beginningOf(remoteId)).find((post) => several.holds(post.remoteId, remoteId))?.postId ?? null
    },
    move(postId, at, { isNow, from = null } = { isNow: false }) {
      const now = context.clock.now()
      const open = openOf(postId)
      const accounts = accountsToMove(open.map(jobOf))
      const moving = open.filter(({ accountId }) => accounts.has(accountId))
      if (moving.length === 0 || open.some((job) => isOnItsWay(job) && job.handOver === null && !isByHand(job)) || open.some(({ handOver }) => handOver === 'taking_back')) return false
      for (const job of moving) {
        const wait = isNow ? undoUntil({ kind: 'publish_post', dueAt: now, now, undoSeconds: undoSeconds(job.accountId) }) : null
        const dueAt = wait ?? (from === null ? at : Math.max(now, job.dueAt + at - from))
        if (job.handOver !== null) {
          atNetwork.move(job, dueAt)
          continue
        }
        retime(job, dueAt, { isForNow: isNow, wait, promisedUntil: isNow ? promiseOf(job.accountId) : null })
      }
      return true
    },
    moveWhatIsHere(postId, dueAt, { isAfterHold } = { isAfterHold: false }) {
      const open = openOf(postId)
      const accounts = (isAfterHold ? accountsHeld : accountsToMove)(open.map(jobOf))
      const here = open.filter((job) => !isOnItsWay(job) && accounts.has(job.accountId))
      for (const job of here) retime(job, dueAt)
      for (const job of open) {
        if (job.handOver === 'taking_back') atNetwork.moveReturn(job, dueAt)
        // Should it turn out not to be there, it goes at the new time.
        else if (job.handOver === null && isOnItsWay(job) && !isByHand(job)) ledger.note(ledger.touch(job, { dueAt, isPlanned: true }), { kind: 'moved', until: dueAt, reason: '' })
      }
      return here.length > 0
    },
    moveOnAccount(postId, accountId, dueAt) {
      for (const job of openOf(postId).filter((other) => other.accountId === accountId && (!isOnItsWay(other) || isByHand(other)))) retime(job, dueAt)
    },
    undoMove: (postId, dueAt) => undoMove({ repository, ledger, now: context.clock.now() }, postId, dueAt),
    undoDecision: (jobId, movedTo) => undoDecision({ repository, ledger }, jobId, movedTo),
    hourOf: (postId) => hourOfPost(repository.ofPosts([postId])),
    decide,
    dropWhatCanBe(postId, reason, { isAfterHold } = { isAfterHold: false }) {
      const staying = isAfterHold ? accountsToCome(openOf(postId).map(jobOf), context.clock.now()) : new Set<string>()
      giveUpWhatIsHere({ context, repository, attempts, ledger }, postId, reason, staying)
      if (staying.size === 0) atNetwork.callBack(postId, reason)
    },
    undoNow: (postId) => undoNow({ clock: context.clock, repository, attempts, ledger }, postId),
    withdraw(postId, reason) {
      const jobs = movable(postId)
      if (jobs === null) return 'on_its_way'
      // From the end: giving up a part gives up those behind it.
      const after = jobs.toReversed().map((job) => withdrawJob({ clock: context.clock, attempts, ledger }, job, reason, { isQuiet: true }))
      return after.some(isOnItsWay) ? 'looked_for' : 'done'
    },
    isLeavingNow: (postId) => openOf(postId).some(({ state, undoUntil: until }) => state === 'queued' && until !== null),
    mayBeOut: (postId) => openOf(postId).some((job) => isOnItsWay(job) || mayBeThere(attempts, job)),
    recall(postId, reason) {
      const open = openOf(postId)
      return !open.some((job) => isOnItsWay(job) && job.handOver === null) && atNetwork.recall(postId, reason)
    },
    giveAway: (postId) => atNetwork.giveAway(postId),
    noteRefused(postId, reason) {
      for (const job of openOf(postId)) ledger.note(job, { kind: 'client_said_no', until: null, reason })
    },
    noteDecision(postId, { kind, comment }) {
      for (const job of openOf(postId)) {
        ledger.note(job, { kind: 'client_said_no', until: null, reason: comment })
        ledger.note(job, { kind, until: null, reason: '' })
      }
    },
    goAllTheSame(postId, { isNews }) {
      for (const job of openOf(postId)) {
        const facts = { now: context.clock.now(), undoSeconds: undoSeconds(job.accountId), promisedUntil: promiseOf(job.accountId) }
        if (isNews) ledger.note(job, { kind: 'sent_anyway', until: null, reason: '' })
        const effect = job.state === 'held' && isFreed(job) ? decideByUser(job, 'publish_now', { ...facts, mayRefreshIntent: !attempts.wasEverUncertain(job.id) }) : null
        // It says nothing of whether it is out since.
        if (effect?.kind === 'change') ledger.move(job, effect.event, { ...effect.changes, isDoubtful: job.isDoubtful })
      }
    },
    onRecalled(listener) {
      listeners.recalled.add(listener)
      return () => void listeners.recalled.delete(listener)
    },
    onArrivedThere(listener) {
      listeners.arrivedThere.add(listener)
      return () => void listeners.arrivedThere.delete(listener)
    },
    onRetimed(listener) {
      listeners.retimed.add(listener)
      return () => void listeners.retimed.delete(listener)
    },
    listOnTheirWay: () => repository.onTheirWay(),
    onSettled: (insideTransaction) => ledger.onSettled(insideTransaction)
  }
}

function replyUnderWay({ id, payload, firstSentAt }: JobRecord): readonly ReplyUnderWay[] {
  if (firstSentAt === null || payload?.effect !== 'create' || payload.replyTo === null) return []
  return [{ jobId: id, text: payload.text, targetRemoteId: payload.replyTo.remoteId, sentAt: firstSentAt }]
}

/** What can be taken back is due when that ends: it is not late because it waited. Parts behind another one wait for that one alone. */
function newRecord(intent: JobIntent & Pick<JobRecord, 'promisedUntil' | 'textDigest'>, now: number, idempotencyKey: string, wait: number | null, isBehindAnother: boolean): JobRecord {
  const { payload, thread, ...rest } = intent
  const dueAt = wait ?? intent.dueAt
  return {
    ...rest,
    ...(thread === undefined ? {} : { part: thread.place }),
    afterJobId: thread?.afterJobId ?? null,
    payload,
    payloadText: JSON.stringify(payload),
    idempotencyKey,
    dueAt,
    intentAt: Math.max(dueAt, now),
    state: 'queued',
    nextAttemptAt: isBehindAnother ? null : dueAt,
    undoUntil: isBehindAnother ? null : wait,
    attempts: 0,
    firstSentAt: null,
    lastSentAt: null,
    looks: 0,
    nones: 0,
    failedLooks: 0,
    awaitsLogin: false,
    pendingToken: null,
    handOver: null,
    failure: null,
    isDoubtful: false,
    remoteId: null,
    remoteUrl: null,
    cancelReason: null,
    beforeNow: null,
    createdAt: now,
    finishedAt: null
  }
}
