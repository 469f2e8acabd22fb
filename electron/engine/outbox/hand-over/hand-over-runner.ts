import { studioError } from '../../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { CallRecord } from '../../../../shared/outbox/call-summary.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { MediaService } from '../../media/media-service.ts'
import { createCallRecorder, recordCalls } from '../../networks/network-calls.ts'
import type { AttemptsRepository } from '../attempts-repository.ts'
import { nothingBegun, type JobRecord } from '../job-record.ts'
import type { OutboxPoint } from '../outbox-runner.ts'
import { objectionToSending, type SendGuard } from '../send-guard.ts'
import { withoutStaleRefusal } from '../stale-refusal.ts'
import { createUploadNews, type UploadNews } from '../upload-news.ts'
import type { Seal } from '../../workspaces/lineage.ts'
import { decideHandOver, nextHandOverStep, type HandOverAnswer, type HandOverFacts, type HandOverStep } from './decide-hand-over.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import { createKnownElsewhere } from './known-elsewhere.ts'
import { performHandOver } from './perform-hand-over.ts'
import { callBackStopped } from './wish-hand-over.ts'
import { endCall, startCall } from './record-call.ts'
import { recordHandOver, type RecordHandOverNeeds } from './record-hand-over.ts'

export interface HandOverRunnerNeeds extends RecordHandOverNeeds {
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly guard: SendGuard
  readonly seal: Seal
  readonly attempts: AttemptsRepository
  canReach(account: Account): boolean
  onProgress(): void
  atPoint?: ((point: OutboxPoint) => void) | undefined
}

export interface HandOverRunner {
  start(): void
  poke(): void
  /** Looks now; resolves once no call is under way and none can be made at this moment. */
  rest(): Promise<void>
  /** Nothing is handed over while it is true: what is to be goes back to wait here. */
  setLeaving(isLeaving: boolean): void
  stop(): void
}

/** As the outbox: re-armed at least once a minute, and never trusted with more. */
const longestSleepMs = 60_000
/** Without a byte that moves, and without an answer. */
const callTimeoutMs = 5 * 60_000

/** So many rows change without a call in one look; the next look goes on. Keeps the engine free for the page. */
const mostAtOnce = 200
/** What must not wait there any more is looked for at most this often; a hold is noticed at once. */
const stoppedEveryMs = 2000

interface Task {
  readonly job: JobRecord
  readonly record: HandOverRecord
  readonly step: HandOverStep
  readonly attemptId: string
}

/** Does what is wished at the networks, one call at a time for each account, each written down before it is made. */
export function createHandOverRunner(needs: HandOverRunnerNeeds): HandOverRunner {
  const { context, accounts, repository, handOvers, ledger, attempts } = needs
  const elsewhere = createKnownElsewhere({ repository, handOvers })
  const underWay = new Map<string, AbortController>()
  const resting = new Set<() => void>()
  let cancelTimer: (() => void) | null = null
  let isRunning = false
  let isLeaving = false
  /** Something was told since the last of these looks: a no of the client does not wait for the next minute. */
  let isLookOwed = false
  let stoppedLook: { readonly at: number; readonly isHeld: boolean } | null = null

  function minAheadOf(accountId: string): number {
    const networkId = accounts.read(accountId)?.networkId
    return (networkId === undefined ? undefined : capabilitiesOf(networkId).nativeSchedule?.minAhead.value) ?? 0
  }

  function factsOf(record: HandOverRecord): HandOverFacts {
    return { record, now: context.clock.now(), minAheadMs: minAheadOf(record.accountId), fraction: context.random.fraction() }
  }

  function look(): void {
    if (!isRunning) return
    const { tasks, hasMore } = ledger.transaction(() => {
      const claimed = claimAll()
      if (claimed.tasks.length > 0) needs.seal.advance()
      return claimed
    })
    if (tasks.length > 0) needs.seal.tell()
    for (const task of tasks) void run(task)
    arm(hasMore)
  }

  function arm(hasMore: boolean): void {
    cancelTimer?.()
    if (!isRunning) return
    const now = context.clock.now()
    // What is due and could not be begun (offline, busy) is looked at again with the next poke, at the latest in a minute.
    const next = handOvers.nextAfter(now) ?? Number.POSITIVE_INFINITY
    const sleep = isLookOwed ? stoppedEveryMs : longestSleepMs
    cancelTimer = context.clock.after(hasMore ? 0 : Math.min(sleep, next - now), look)
  }

  function claimAll(): { readonly tasks: readonly Task[]; readonly hasMore: boolean } {
    callBack()
    const claimed = handOvers.accountsDue(context.clock.now()).map((accountId) => (underWay.has(accountId) ? { task: null, hasMore: false } : claimFor(accountId)))
    return { tasks: claimed.flatMap(({ task }) => task ?? []), hasMore: claimed.some(({ hasMore }) => hasMore) }
  }

  /** Goes through all that waits there, which must not follow each single call. */
  function callBack(): void {
    const at = context.clock.now()
    const isHeld = needs.guard.hold() !== null
    const isFresh = stoppedLook !== null && stoppedLook.isHeld === isHeld && Math.abs(at - stoppedLook.at) < stoppedEveryMs
    isLookOwed = isFresh
    if (isFresh) return
    callBackStopped(needs)
    stoppedLook = { at, isHeld }
  }

  /** The account's next call. What needs none (too late to hand over) is settled on the way there, also while no call can be made. */
  function claimFor(accountId: string): { readonly task: Task | null; readonly hasMore: boolean } {
    const now = context.clock.now()
    const jobIds = canCall(accountId) ? handOvers.dueOf(accountId, now) : handOvers.toReturn(accountId, now, now + minAheadOf(accountId))
    for (const [count, jobId] of jobIds.entries()) {
      if (count >= mostAtOnce) return { task: null, hasMore: true }
      const task = ledger.attempt(`the hand-over of job ${jobId}`, () => claim(jobId))
      if (task !== null) return { task, hasMore: false }
    }
    return { task: null, hasMore: false }
  }

  function stepOf(record: HandOverRecord): ReturnType<typeof nextHandOverStep> {
    const step = nextHandOverStep(factsOf(record))
    return step === 'hand' && isLeaving ? 'back' : step
  }

  /** The call to make, which stands in the database before it is made; null when there is none now. */
  function claim(jobId: string): Task | null {
    const record = handOvers.read(jobId)
    const job = repository.read(jobId)
    if (record === null) return null
    if (job === null || !isThere(job)) {
      handOvers.put({ ...record, wish: 'none', nextAt: null })
      return null
    }
    const step = stepOf(record)
    if (step === 'nothing') return null
    const objection = step === 'hand' ? objectionToSending(needs.guard, job) : null
    if (objection !== null) {
      recordHandOver(needs, job, { ...record, wasHeld: needs.guard.hold() !== null }, { kind: 'back', noticed: 'not_taken', failure: objection })
      return null
    }
    if (step !== 'back') return canCall(record.accountId) ? begin(job, record, step) : null
    const isLate = record.wish === 'hand_over' && !isLeaving
    recordHandOver(needs, job, record, { kind: 'back', noticed: isLate ? 'not_taken' : null, failure: isLate ? record.failure : null })
    return null
  }

  function canCall(accountId: string): boolean {
    const account = accounts.read(accountId)
    return account !== null && account.state === 'connected' && needs.canReach(account)
  }

  function begin(job: JobRecord, record: HandOverRecord, step: HandOverStep): Task {
    const now = context.clock.now()
    const sent = { ...record, ...markOf(step, record, now) }
    if (step === 'hand' || step === 'move') handOvers.put(sent)
    const attemptId = context.random.id()
    startCall(attempts, attemptId, { record: sent, step, now })
    return { job, record: sent, step, attemptId }
  }

  async function run(task: Task): Promise<void> {
    const { accountId } = task.record
    const abort = new AbortController()
    underWay.set(accountId, abort)
    needs.atPoint?.('hand_over_claimed')
    if (!isRunning) return
    let cancelTimeout = context.clock.after(callTimeoutMs, () => abort.abort())
    // A film of gigabytes takes its time: what moves is not cut off.
    const uploads = createUploadNews(context, task.job, () => {
      cancelTimeout()
      cancelTimeout = context.clock.after(callTimeoutMs, () => abort.abort())
    })
    // An adapter that does not listen must not hold the account for ever, nor a stop.
    const calls = createCallRecorder((asked) => (isRunning ? needs.attempts.keepAsked(task.attemptId, asked) : undefined))
    const answer = await Promise.race([recordCalls(calls, () => perform(task, abort.signal, uploads.tell)), cutOff(abort.signal)])
    cancelTimeout()
    uploads.end()
    if (!isRunning) return
    needs.atPoint?.('hand_over_answered')
    if (!isRunning) return
    if (!isWrittenDown(task, answer, calls.read())) {
      // Asked again at once, a full disk would mean call after call.
      context.clock.after(longestSleepMs, () => {
        // Called again after a look that failed, it must not forget a call begun since.
        if (underWay.get(accountId) === abort) underWay.delete(accountId)
        look()
      })
      return
    }
    underWay.delete(accountId)
    needs.atPoint?.('hand_over_recorded')
    if (!isRunning) return
    needs.onProgress()
    look()
    if (isAtRest()) endRests()
  }

  function isAtRest(): boolean {
    const now = context.clock.now()
    return underWay.size === 0 && !handOvers.accountsDue(now).some((accountId) => canCall(accountId) && handOvers.dueOf(accountId, now).length > 0)
  }

  function endRests(): void {
    for (const resolve of resting) resolve()
    resting.clear()
  }

  /** What was wished while its film goes up; the row knows what follows. */
  function isCalledBack({ jobId }: HandOverRecord): boolean {
    return handOvers.read(jobId)?.wish === 'take_back'
  }

  async function perform({ job, record, step }: Task, signal: AbortSignal, onUploaded: UploadNews['tell']): Promise<HandOverAnswer> {
    try {
      return await performHandOver({ ...needs, elsewhere, onUploaded, keepBegun: (given, begun) => keepBegun(needs, isRunning ? handOvers.read(given.jobId) : null, begun), isUnwanted: isCalledBack }, job, record, step, signal)
    } catch (error) {
      // After its end the call may find the database closed: what it would have said is looked for at the next start.
      if (isRunning) context.log.error(`${step} of job ${job.id} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return { kind: 'failed', failure: { kind: 'bug', error: studioError('bug', 'the call stopped with an error inside Vigie') } }
    }
  }

  /** What the user wished meanwhile is in the row as it is now; what the answer says is true all the same. */
  function isWrittenDown({ record: asked, step, attemptId }: Task, answer: HandOverAnswer, calls: CallRecord): boolean {
    try {
      ledger.transaction(() => {
        endCall(attempts, attemptId, { record: asked, step, answer, calls, now: context.clock.now() })
        const record = handOvers.read(asked.jobId)
        const job = repository.read(asked.jobId)
        if (record === null || job === null || !isThere(job)) return
        recordHandOver(needs, job, record, decideHandOver(step, accounts.read(record.accountId)?.state === 'connected' ? withoutStaleRefusal(answer) : answer, factsOf(record)))
      })
      return true
    } catch (error) {
      // The row still says that a call may have arrived: it is looked for.
      context.log.error(`the answer for job ${asked.jobId} could not be written down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return false
    }
  }

  return {
    start() {
      isRunning = true
      look()
    },
    poke: () => queueMicrotask(look),
    rest() {
      look()
      return isAtRest() ? Promise.resolve() : new Promise((resolve) => void resting.add(resolve))
    },
    setLeaving: (is) => void (isLeaving = is),
    stop() {
      isRunning = false
      endRests()
      cancelTimer?.()
      for (const abort of underWay.values()) abort.abort()
      underWay.clear()
    }
  }
}

/** Written down before the network is told when it comes out; what cannot be is not told. */
function keepBegun({ handOvers, ledger }: Pick<HandOverRunnerNeeds, 'handOvers' | 'ledger'>, record: HandOverRecord | null, begun: string): void {
  if (record === null) throw new Error('it is not being handed over any more')
  ledger.transaction(() => handOvers.put({ ...record, begun }))
}

/** With its network, or on the way there or back. */
function isThere({ state, handOver }: JobRecord): boolean {
  return state === 'pending_at_network' && handOver !== null
}

/** What has to be known if the answer never comes. */
function markOf(step: HandOverStep, { askedDueAt, dueUntil, dueAt }: HandOverRecord, now: number): Partial<HandOverRecord> {
  if (step === 'hand') return { isUncertain: true, sentAt: now, begun: nothingBegun, askedDueAt: dueAt, dueUntil: dueAt }
  // It may go at either time from here on.
  return step === 'move' ? { askedDueAt: Math.min(askedDueAt, dueAt), dueUntil: Math.max(dueUntil, dueAt) } : {}
}

function cutOff(signal: AbortSignal): Promise<HandOverAnswer> {
  return new Promise((resolve) => {
    const error = studioError('timeout', 'no answer in time', { retryable: true })
    signal.addEventListener('abort', () => resolve({ kind: 'failed', failure: { kind: 'unknown_outcome', error } }), { once: true })
  })
}
