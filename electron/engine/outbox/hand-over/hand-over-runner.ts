import { studioError } from '../../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { MediaService } from '../../media/media-service.ts'
import type { JobRecord } from '../job-record.ts'
import type { OutboxPoint } from '../outbox-runner.ts'
import { objectionToSending, type SendGuard } from '../send-guard.ts'
import { decideHandOver, nextHandOverStep, type HandOverAnswer, type HandOverFacts, type HandOverStep } from './decide-hand-over.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import { performHandOver } from './perform-hand-over.ts'
import { callBackStopped } from './wish-hand-over.ts'
import { recordHandOver, type RecordHandOverNeeds } from './record-hand-over.ts'

export interface HandOverRunnerNeeds extends RecordHandOverNeeds {
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly guard: SendGuard
  canReach(account: Account): boolean
  onProgress(): void
  atPoint?: ((point: OutboxPoint) => void) | undefined
}

export interface HandOverRunner {
  start(): void
  poke(): void
  stop(): void
}

/** As the outbox: re-armed at least once a minute, and never trusted with more. */
const longestSleepMs = 60_000
const callTimeoutMs = 5 * 60_000

interface Task {
  readonly job: JobRecord
  readonly record: HandOverRecord
  readonly step: HandOverStep
}

/** Does what is wished at the networks, one call at a time for each account, each written down before it is made. */
export function createHandOverRunner(needs: HandOverRunnerNeeds): HandOverRunner {
  const { context, accounts, repository, handOvers, ledger } = needs
  const underWay = new Map<string, AbortController>()
  let cancelTimer: (() => void) | null = null
  let isRunning = false

  function factsOf(record: HandOverRecord): HandOverFacts {
    const networkId = accounts.read(record.accountId)?.networkId
    const minAheadMs = (networkId === undefined ? undefined : capabilitiesOf(networkId).nativeSchedule?.minAhead.value) ?? 0
    return { record, now: context.clock.now(), minAheadMs, fraction: context.random.fraction() }
  }

  function look(): void {
    if (!isRunning) return
    const tasks = ledger.transaction(claimAll)
    for (const task of tasks) void run(task)
    arm()
  }

  function arm(): void {
    cancelTimer?.()
    if (!isRunning) return
    const now = context.clock.now()
    const next = handOvers.nextAt()
    // What is due and could not be begun (offline, busy) is looked at again with the next poke, at the latest in a minute.
    const wait = next === null || next <= now ? longestSleepMs : Math.min(longestSleepMs, next - now)
    cancelTimer = context.clock.after(wait, look)
  }

  function claimAll(): readonly Task[] {
    callBackStopped(needs)
    const tasks: Task[] = []
    const taken = new Set(underWay.keys())
    for (const record of handOvers.due(context.clock.now())) {
      if (taken.has(record.accountId)) continue
      const task = ledger.attempt(`the hand-over of job ${record.jobId}`, () => claim(record))
      if (task === null) continue
      taken.add(record.accountId)
      tasks.push(task)
    }
    return tasks
  }

  /** The call to make, which stands in the database before it is made; null when there is none now. */
  function claim(record: HandOverRecord): Task | null {
    const job = repository.read(record.jobId)
    if (job === null || job.handOver === null || job.state !== 'pending_at_network') {
      handOvers.put({ ...record, wish: 'none', nextAt: null })
      return null
    }
    const step = nextHandOverStep(factsOf(record))
    if (step === 'nothing') return null
    const objection = step === 'hand' ? objectionToSending(needs.guard, job) : null
    if (objection !== null) {
      recordHandOver(needs, job, record, { kind: 'back', noticed: 'not_taken', failure: objection })
      return null
    }
    if (step !== 'back') return canCall(record.accountId) ? begin(job, record, step) : null
    const isLate = record.wish === 'hand_over'
    recordHandOver(needs, job, record, { kind: 'back', noticed: isLate ? 'not_taken' : null, failure: isLate ? record.failure : null })
    return null
  }

  function canCall(accountId: string): boolean {
    const account = accounts.read(accountId)
    return account !== null && account.state === 'connected' && needs.canReach(account)
  }

  function begin(job: JobRecord, record: HandOverRecord, step: HandOverStep): Task {
    const sent = { ...record, ...markOf(step, record, context.clock.now()) }
    if (step === 'hand' || step === 'move') handOvers.put(sent)
    return { job, record: sent, step }
  }

  async function run(task: Task): Promise<void> {
    const { accountId } = task.record
    const abort = new AbortController()
    underWay.set(accountId, abort)
    needs.atPoint?.('hand_over_claimed')
    if (!isRunning) return
    const cancelTimeout = context.clock.after(callTimeoutMs, () => abort.abort())
    const answer = await perform(task, abort.signal)
    cancelTimeout()
    needs.atPoint?.('hand_over_answered')
    if (!isRunning) return
    if (!isWrittenDown(task, answer)) {
      // Asked again at once, a full disk would mean call after call.
      context.clock.after(longestSleepMs, () => {
        underWay.delete(accountId)
        look()
      })
      return
    }
    underWay.delete(accountId)
    needs.atPoint?.('hand_over_recorded')
    if (!isRunning) return
    needs.onProgress()
    look()
  }

  async function perform({ job, record, step }: Task, signal: AbortSignal): Promise<HandOverAnswer> {
    try {
      return await performHandOver(needs, job, record, step, signal)
    } catch (error) {
      context.log.error(`${step} of job ${job.id} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return { kind: 'failed', failure: { kind: 'bug', error: studioError('bug', 'the call stopped with an error inside Vigie') } }
    }
  }

  /** What the user wished meanwhile is in the row as it is now; what the answer says is true all the same. */
  function isWrittenDown({ record: asked, step }: Task, answer: HandOverAnswer): boolean {
    try {
      ledger.transaction(() => {
        const record = handOvers.read(asked.jobId)
        const job = repository.read(asked.jobId)
        if (record === null || job === null || job.state !== 'pending_at_network' || job.handOver === null) return
        recordHandOver(needs, job, record, decideHandOver(step, answer, factsOf(record)))
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
    stop() {
      isRunning = false
      cancelTimer?.()
      for (const abort of underWay.values()) abort.abort()
      underWay.clear()
    }
  }
}

/** What has to be known if the answer never comes. */
function markOf(step: HandOverStep, { askedDueAt, dueAt }: HandOverRecord, now: number): Partial<HandOverRecord> {
  if (step === 'hand') return { isUncertain: true, sentAt: now, askedDueAt: dueAt }
  // It may go at either time from here on.
  return step === 'move' ? { askedDueAt: Math.min(askedDueAt, dueAt) } : {}
}
