import type { Account } from '../../../shared/accounts/account.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { CallRecord } from '../../../shared/outbox/call-summary.ts'
import type { Seal } from '../workspaces/lineage.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { LinkCardsService } from '../link-cards/link-cards-service.ts'
import type { MediaService } from '../media/media-service.ts'
import { createCallRecorder, recordCalls } from '../networks/network-calls.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import { earlyMs, unseenClockMs } from './clock-doubts.ts'
import { claimForAccount, refuseUnserved, type Claim } from './claim-jobs.ts'
import { deadlineOf } from './deadline-of.ts'
import type { HeldJobs } from './held-jobs.ts'
import { idempotencyOf } from './idempotency-of.ts'
import type { CreatePayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import { performAttempt } from './perform-attempt.ts'
import { recordAnswer, type RecordNeeds } from './record-answer.ts'
import { answerBesideTwins, believed, isBeingWorkedOn, twinsOf } from './same-words.ts'
import type { SendGuard } from './send-guard.ts'
import { withEdit } from './with-edit.ts'
import { createUploadNews, type UploadNews } from './upload-news.ts'

/** Places between two steps of a job's path at which a test may let the engine die. */
export type OutboxPoint = 'claimed' | 'answered' | 'recorded' | 'hand_over_claimed' | 'hand_over_answered' | 'hand_over_recorded'

export interface RunnerNeeds extends RecordNeeds {
  readonly guard: SendGuard
  readonly heldJobs: HeldJobs
  readonly media: MediaService
  readonly cards: Pick<LinkCardsService, 'picture'>
  readonly limits: RateLimits
  readonly seal: Seal
  /** Asks for another tick soon. */
  onProgress(): void
  atPoint?(point: OutboxPoint): void
}

export interface OutboxRunner {
  /** Claims and starts what is due; returns when the next tick is needed at the latest (ms since the epoch), null when nothing is planned. */
  tick(): number | null
  /** The computer's clock was set back by so many ms: what waits for a retry, a look or the end of a rest does not wait longer for that. */
  clockWentBack(by: number): void
  /** The computer slept: its clock may have been set meanwhile, and nobody saw it. */
  systemResumed(): void
  /** Nothing new is claimed until `resume`; what is on the wire has so long to end, and is cut then, which is written down like any other end. */
  drain(graceMs: number): Promise<void>
  resume(): void
  /** Nothing of it touches the database afterwards. What was on its way is found as interrupted at the next start. */
  stop(): void
}

/** A call that takes longer is given up as "may have arrived". Long, because images go up over slow lines. */
const attemptTimeoutMs = 5 * 60_000
/** The answer to a call must be written down: tried again when the disk is full. */
const recordAgainMs = 10_000
/** After a cut, for its end to be written down. */
const writeDownMs = 3000
/** The scheduler looks at least this often: so much time may have passed unseen before a clock was set back. */
const longestLookGapMs = 60_000

/** Sends what is due: one job at a time for each account, accounts independent of each other. Gather (claim), decide, act are apart. */
export function createOutboxRunner(needs: RunnerNeeds): OutboxRunner {
  const { context, accounts, ledger, repository, limits } = needs
  const underWay = new Map<string, AbortController>()
  /** Since then the clock was watched without a gap. */
  let watchedSince = context.clock.now()
  let lastTickAt = watchedSince
  let isPaused = false
  let isStopped = false
  const drained = new Set<() => void>()

  function oldestOf({ firstSentAt, lastSentAt, intentAt }: JobRecord): number {
    const oldest = Math.min(firstSentAt ?? intentAt, lastSentAt ?? intentAt)
    // Nobody saw the clock while the engine was away: it may have been set.
    return oldest > watchedSince ? oldest : oldest - unseenClockMs
  }

  function isAnothers({ id, accountId, about, payload }: JobRecord, remoteId: string): boolean {
    if (isAnswerToReview(payload)) return false
    const other = repository.ofRemote(accountId, remoteId)
    // A change may leave it under the number that it had, or find that the words stand there.
    return other !== null && other.id !== id && other.id !== about?.jobId && (about === undefined || other.about?.jobId !== about.jobId)
  }

  const isPromised = ({ id, accountId }: JobRecord, remoteId: string): boolean => repository.isPromised(accountId, id, remoteId)

  /** Written down before what others see is told to the network; what cannot be is not told. */
  function keepBegun({ id }: JobRecord, token: string): void {
    const job = isStopped ? null : repository.read(id)
    if (job?.state !== 'sending') throw new Error(`job ${id} is not being sent any more`)
    ledger.touch(job, { pendingToken: token })
  }

  function readAbout({ about }: JobRecord): CreatePayload | null {
    const payload = about === undefined ? null : repository.read(about.jobId)?.payload
    return about !== undefined && payload?.effect === 'create' ? withEdit(payload, repository.newestEdit(about.jobId)) : null
  }

  function threadFrom(job: JobRecord): readonly CreatePayload[] {
    const own = job.payload?.effect === 'create' ? [job.payload] : []
    if (job.afterJobId !== null) return own
    return [...own, ...partsBehind(job.id)]
  }

  function partsBehind(jobId: string): readonly CreatePayload[] {
    return repository.followersOf(jobId).flatMap(({ id, finishedAt, payload }) => (finishedAt === null && payload?.effect === 'create' ? [payload, ...partsBehind(id)] : []))
  }

  /** What is on its way cannot be called back; what is still being prepared for it can. */
  function isUnwanted({ id, dueAt }: JobRecord): boolean {
    const job = repository.read(id)
    return job !== null && (job.cancelReason !== null || needs.guard.answerAgainst(job) !== null || (job.isPlanned && job.dueAt > Math.max(dueAt, context.clock.now())))
  }

  function besideTwins({ job, step }: Claim): AttemptAnswer | null {
    const account = step === 'look_up' ? accounts.read(job.accountId) : null
    if (account === null) return null
    const { sentTimes } = needs
    const twins = twinsOf(job, sentTimes.openOf(job.accountId))
    const { nativeSchedule, namesLater } = capabilitiesOf(account.networkId)
    const waiting = sentTimes.unnamedThereOf(job.accountId, nativeSchedule?.isNamedAnew === true ? context.clock.now() + earlyMs : null)
    const unnamedThere = [...twinsOf(job, waiting), ...(namesLater === true ? twins.filter(isBeingWorkedOn) : [])]
    return answerBesideTwins({ job, twins, unnamedThere, idempotency: idempotencyOf(job, account.networkId), now: context.clock.now(), deadline: deadlineOf(job, context.workspace().lateGraceMinutes) })
  }

  function claimAll(list: readonly Account[]): { claims: readonly Claim[]; hasMore: boolean } {
    const results = list.map((account) => {
      const now = { account, canReach: needs.canReach(account), isBusy: underWay.has(account.id) }
      // One account that cannot be looked through must not hold up the others.
      return ledger.attempt(`claiming for account ${account.id}`, () => claimForAccount(needs, now)) ?? { claim: null, hasMore: false }
    })
    return { claims: results.flatMap(({ claim }) => claim ?? []), hasMore: results.some(({ hasMore }) => hasMore) }
  }

  /** Also where the system does not say that it slept. */
  function noticeGap(): void {
    const now = context.clock.now()
    if (now - lastTickAt > 2 * longestLookGapMs) watchedSince = now
    lastTickAt = now
  }

  function tick(): number | null {
    if (isStopped || isPaused) return null
    noticeGap()
    const list = accounts.list()
    const unserved = accounts.listUnserved()
    const { claims, hasMore } = ledger.transaction(() => {
      const claimed = claimAll(list)
      if (claimed.claims.length > 0) needs.seal.advance()
      const isCut = unserved.map(({ id }) => ledger.attempt(`refusing for account ${id}`, () => refuseUnserved(needs, id)) ?? false)
      return { ...claimed, hasMore: claimed.hasMore || isCut.includes(true) }
    })
    if (claims.length > 0) needs.seal.tell()
    for (const claim of claims) void run(claim)
    const now = context.clock.now()
    if (hasMore) return now
    const wakes = [...list, ...unserved].map(({ id }) => repository.nextWake(id, now)).filter((at) => at !== null)
    return wakes.length === 0 ? null : Math.min(...wakes)
  }

  async function run(claim: Claim): Promise<void> {
    const { accountId } = claim.job
    const abort = new AbortController()
    underWay.set(accountId, abort)
    needs.atPoint?.('claimed')
    if (isStopped) return
    let cancelTimeout = context.clock.after(attemptTimeoutMs, () => abort.abort())
    // A film of gigabytes takes its time: what moves is not cut off.
    const uploads = createUploadNews(context, claim.job, () => {
      cancelTimeout()
      cancelTimeout = context.clock.after(attemptTimeoutMs, () => abort.abort())
    })
    const calls = createCallRecorder((asked) => (isStopped ? undefined : needs.attempts.keepAsked(claim.attemptId, asked)))
    const answer = await Promise.race([recordCalls(calls, () => perform(claim, abort.signal, uploads.tell)), cutOff(abort.signal)])
    cancelTimeout()
    uploads.end()
    if (isStopped) return
    needs.atPoint?.('answered')
    if (isStopped) return
    finish(claim, answer, calls.read())
  }

  async function perform(claim: Claim, signal: AbortSignal, onUploaded: UploadNews['tell']): Promise<AttemptAnswer> {
    try {
      const answer = besideTwins(claim) ?? (await performAttempt({ ...needs, oldestOf, readAbout, threadFrom, isAnothers: (job, remoteId) => isAnothers(job, remoteId) || isPromised(job, remoteId), isUnwanted, keepBegun, onUploaded }, claim, signal))
      return believed(answer, { isOut: (remoteId) => isAnothers(claim.job, remoteId), isPromised: (remoteId) => isPromised(claim.job, remoteId) })
    } catch (error) {
      // After its end the call may find the database closed: what it would have said is looked for at the next start.
      if (!isStopped) context.log.error(`${claim.step} of job ${claim.job.id} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return { kind: 'failed', failure: { kind: 'bug', error: studioError('bug', 'the call stopped with an error inside Vigie') } }
    }
  }

  function finish(claim: Claim, answer: AttemptAnswer, calls: CallRecord): void {
    if (isStopped) return
    const error = record(claim, answer, calls)
    // A full disk passes. Anything else is a bug: then at least it is written down that nobody knows, and it is looked up.
    const isWritten = error === null || (toStorageError(error) === null && record(claim, { kind: 'interrupted' }, calls) === null)
    if (!isWritten) {
      // Forgetting it could mean a duplicate: the account stands still until it is written.
      context.clock.after(recordAgainMs, () => finish(claim, answer, calls))
      return
    }
    underWay.delete(claim.job.accountId)
    if (underWay.size === 0) endDrains()
    needs.atPoint?.('recorded')
    needs.onProgress()
  }

  function endDrains(): void {
    for (const resolve of drained) resolve()
    drained.clear()
  }

  async function drain(graceMs: number): Promise<void> {
    isPaused = true
    const cancelCut = context.clock.after(graceMs, () => underWay.forEach((abort) => abort.abort()))
    // What cannot be written down is not waited for: the row says that the call may have arrived.
    const cancelWait = context.clock.after(graceMs + writeDownMs, endDrains)
    if (underWay.size > 0) await new Promise<void>((resolve) => void drained.add(resolve))
    cancelCut()
    cancelWait()
  }

  function record(claim: Claim, answer: AttemptAnswer, calls: CallRecord): unknown {
    try {
      recordAnswer(needs, claim, answer, calls)
      return null
    } catch (error) {
      context.log.error(`the answer for job ${claim.job.id} could not be written down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return error
    }
  }

  return {
    tick,
    systemResumed() {
      watchedSince = context.clock.now()
    },
    clockWentBack(by) {
      limits.clockWentBack(by)
      repository.bringForward(by, context.clock.now())
      needs.sentTimes.shiftBack(by + longestLookGapMs)
      watchedSince -= by + longestLookGapMs
    },
    drain,
    resume() {
      isPaused = false
      // What is begun from here on is not cut with what was waited for.
      endDrains()
    },
    stop() {
      isStopped = true
      endDrains()
      for (const abort of underWay.values()) abort.abort()
      underWay.clear()
    }
  }
}

function cutOff(signal: AbortSignal): Promise<AttemptAnswer> {
  return new Promise((resolve) => {
    const error = studioError('timeout', 'no answer in time', { retryable: true })
    signal.addEventListener('abort', () => resolve({ kind: 'failed', failure: { kind: 'unknown_outcome', error } }), { once: true })
  })
}

/** A review has one answer, which keeps its name when it is changed. */
function isAnswerToReview(payload: JobRecord['payload']): boolean {
  return payload?.effect === 'create' && payload.replyTo?.review !== undefined
}
