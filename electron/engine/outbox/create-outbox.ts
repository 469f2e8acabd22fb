import type { Account } from '../../../shared/accounts/account.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { endOfLocalDay } from '../../../shared/schedule/local-time.ts'
import { isByHand } from '../../../shared/networks/is-by-hand.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { LinkCardsService } from '../link-cards/link-cards-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { Seal } from '../workspaces/lineage.ts'
import type { Feature, PendingWork } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createAttemptsRepository } from './attempts-repository.ts'
import { createOutboxService, type ServiceListeners } from './create-outbox-service.ts'
import { doubtAfterRestoration } from './doubt-after-restoration.ts'
import { createKeptCount } from './count-kept.ts'
import { createWithoutYesCount } from './count-without-yes.ts'
import { jobOf } from './job-record.ts'
import { createDecideJob } from './decide-job.ts'
import { endAllOfAccount, type EndWithAccountNeeds } from './end-with-account.ts'
import { createClientEnd, type ClientEnd } from './end-with-client.ts'
import { createHeldJobs, type HeldJobs } from './held-jobs.ts'
import { listLeaving } from './list-leaving.ts'
import { createHandOver } from './hand-over/create-hand-over.ts'
import { createLedgerPages } from './ledger-pages.ts'
import { createOutboxHandlers } from './outbox-handlers.ts'
import { createOutboxLedger, type OutboxLedger } from './outbox-ledger.ts'
import { createOutboxRepository, type OutboxRepository } from './outbox-repository.ts'
import { createPromiseOf } from './promise-of.ts'
import { createOutboxRunner, type OutboxPoint } from './outbox-runner.ts'
import type { OutboxService, OutboxWork } from './outbox-service.ts'
import { createRestoredJobs, type RestoredJobs } from './restored/restored-jobs.ts'
import { createQuarantineRepository } from './quarantine-repository.ts'
import { recordInterrupted } from './record-answer.ts'
import type { SendGuard } from './send-guard.ts'
import { createSentTimes } from './sent-times.ts'
import { createUndoSeconds } from './undo-seconds.ts'

export interface OutboxFeature extends Feature {
  readonly service: OutboxService
  /** For the scheduler, which says when. */
  readonly work: OutboxWork
  /** For whoever holds everything back, and lets go again. */
  readonly held: HeldOutbox
  /** For whoever removes the client. */
  readonly end: ClientEnd
}

export interface HeldOutbox extends HeldJobs, RestoredJobs {
  transaction<T>(work: () => T): T
  /** As `transaction`, and nothing stays when the work answers a failure. */
  undoable<T>(work: () => Result<T>): Result<T>
  /** Requests that have left, or are leaving. */
  onTheWire(): number
  /** What waits here to go out; before a hold that begins has held any of it. */
  countKept(): number
  /** Asks for a look at what is due. */
  poke(): void
}

export interface OutboxNeeds {
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly cards: Pick<LinkCardsService, 'picture'>
  readonly guard: SendGuard
  readonly limits: RateLimits
  readonly seal: Seal
  /** Whether a call to this address may be tried now, see `Connectivity`. */
  canReach(url: string): boolean
  /** Tests only: called between the steps of a job's path. */
  atPoint?(point: OutboxPoint): void
}

/** The durable list of everything that goes out, and what sends it exactly once as far as the network allows. */
export function createOutbox(context: WorkspaceContext, needs: OutboxNeeds): OutboxFeature {
  const { accounts, media, cards, guard, limits, seal, atPoint } = needs
  const repository = createOutboxRepository(context.database)
  const attempts = createAttemptsRepository(context.database)
  const ledger = createOutboxLedger(context, repository)
  const [wakeListeners, stopped] = [new Set<() => void>(), new AbortController()]
  const poke = (): void => wakeListeners.forEach((listener) => listener())
  const [canReach, withoutYes] = [reachOf(needs), createWithoutYesCount(context.database)]
  const recordNeeds = { context, accounts, repository, sentTimes: createSentTimes(context.database), attempts, quarantine: createQuarantineRepository(context.database, context.clock, context.random), ledger, canReach }
  const sendNeeds = { ...recordNeeds, media, cards, guard, seal, undoSeconds: createUndoSeconds(context, accounts), promiseOf: createPromiseOf(recordNeeds) }
  const heldJobs = createHeldJobs(sendNeeds)
  const runner = createOutboxRunner({ ...sendNeeds, heldJobs, limits, onProgress: poke, ...(atPoint === undefined ? {} : { atPoint }) })

  const listeners: ServiceListeners = { retimed: new Set(), recalled: new Set(), arrivedThere: new Set() }
  const handOver = createHandOver({
    ...sendNeeds, atPoint, onProgress: poke,
    arrivedThere: (job, remoteId) => listeners.arrivedThere.forEach((listener) => listener({ job: jobOf(job), payload: job.payload, remoteId })),
    retimePost: (postId, dueAt) => listeners.retimed.forEach((listener) => listener(postId, dueAt)),
    discarded: (postId) => listeners.recalled.forEach((listener) => listener(postId))
  })
  const decide = createDecideJob({ ...sendNeeds, clock: context.clock, poke, lookThere: handOver.lookThere, isGone: (accountId) => isGone(accounts, accountId) })
  const service = createOutboxService({ ...sendNeeds, decide, poke, atNetwork: handOver, listeners })

  wakeListeners.add(() => handOver.poke())

  const endings = [
    accounts.onChange((accountId) => {
      handOver.lookAgain(accountId)
      goOnAfterLogin(accounts, repository, ledger, context.clock.now(), accountId)
      poke()
    }),
    ...followRemovals(accounts, { repository, attempts, ledger })
  ]

  const work: OutboxWork = {
    tick: () => runner.tick(),
    recover: () => {
      noticeClockWhileAway(repository, context.clock.now())
      recordInterrupted(recordNeeds)
    },
    clockWentBack(by) {
      runner.clockWentBack(by)
      handOver.lookAgain()
    },
    onWake: (listener) => listenIn(wakeListeners, listener)
  }

  return {
    service, work,
    end: createClientEnd({ database: context.database, clock: context.clock, accounts, repository, attempts, runner, atNetwork: handOver, poke }),
    held: {
      ...heldJobs,
      ...createRestoredJobs({ ...sendNeeds, signal: stopped.signal, isOnlySought: handOver.isOnlySought, isKnownThere: handOver.isKnownThere, callBack: handOver.callBack, takeThere: handOver.takeThere }),
      ...transactionsOf(ledger),
      onTheWire: () => repository.sending().length,
      countKept: createKeptCount(context.database),
      poke
    },
    handlers: { ...createOutboxHandlers({ ...sendNeeds, decide, clock: context.clock, signal: stopped.signal, pages: createLedgerPages(context.database) }), ...handOver.handlers },
    startBackgroundWork: () => handOver.start(),
    systemResumed() {
      runner.systemResumed()
      handOver.lookAgain()
    },
    counts: () => (context.workspace().safety.approval === 'needed' ? { ...repository.counts(), ...withoutYes() } : repository.counts()),
    whileAway: (since, until) => repository.duringAbsence(since, until),
    // What the client's answer keeps does not leave, whatever was pressed before it came.
    leaving: () => listLeaving(repository.leaving().filter((job) => guard.answerAgainst(job) === null), context.workspace().id, { canReach: isReachable(accounts, canReach), isByHand: (accountId) => isByHand(accounts.read(accountId)?.networkId ?? null), networkOf: (accountId) => accounts.read(accountId)?.networkId ?? null }),
    afterRestoration({ restoredTo }) {
      doubtAfterRestoration(recordNeeds, restoredTo)
      handOver.afterRestoration(restoredTo)
    },
    pendingWork: () => keptByHold(repository.pendingWork(endOfLocalDay(context.clock.now(), context.workspace().timeZone)), guard.hold() !== null),
    stop() {
      stopped.abort()
      runner.stop()
      handOver.stop()
      for (const end of endings) end()
      wakeListeners.clear()
    }
  }
}

/** Where the person publishes, nothing is sent: the card is ready at its hour, connection or not. */
function reachOf(needs: Pick<OutboxNeeds, 'canReach'>): (account: Account) => boolean {
  return (account) => isByHand(account.networkId) || needs.canReach(account.serverUrl)
}

/** What stands still does not leave by itself, and is no reason to stay. */
function keptByHold(due: Omit<PendingWork, 'isHeld'>, isOnHold: boolean): PendingWork {
  return isOnHold ? { ...due, leaving: 0, dueToday: 0, nextDueAt: null, isHeld: due.nextDueAt !== null } : { ...due, isHeld: false }
}

function isReachable(accounts: AccountsService, canReach: (account: Account) => boolean): (accountId: string) => boolean {
  return (accountId) => {
    const account = accounts.read(accountId)
    return account !== null && canReach(account)
  }
}

function listenIn<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function transactionsOf(ledger: OutboxLedger): Pick<HeldOutbox, 'transaction' | 'undoable'> {
  return { transaction: (change) => ledger.transaction(change), undoable: (change) => undoable(ledger, change) }
}

function undoable<T>(ledger: OutboxLedger, work: () => Result<T>): Result<T> {
  const refused = new Error('refused')
  let result: Result<T> | null = null
  try {
    return ledger.transaction(() => {
      result = work()
      if (!result.ok) throw refused
      return result
    })
  } catch (error) {
    if (error !== refused || result === null) throw error
    return result
  }
}

/** What stopped because the network refused the access goes on once the account is connected again; too late posts ask first. */
function goOnAfterLogin(accounts: AccountsService, repository: OutboxRepository, ledger: OutboxLedger, now: number, accountId: string): void {
  const account = accounts.read(accountId)
  if (account === null) {
    // Removed: its jobs were dropped inside the transaction of the removal; here they are told.
    ledger.announce(repository.ofAccount(accountId, 1))
    return
  }
  if (account.state !== 'connected') return
  ledger.transaction(() => {
    for (const job of repository.awaitingLogin(accountId)) {
      const changes = { nextAttemptAt: now, awaitsLogin: false, failedLooks: 0 }
      // One that got another time while it was refused waits for that.
      if (job.state === 'failed') ledger.move(job, 'asked_again', { ...changes, nextAttemptAt: Math.max(now, job.dueAt), attempts: 0, failure: null }, { isQuiet: false, isReconnected: true })
      else ledger.touch(job, changes)
    }
  })
}

/** Removed, and not merely of a network that this version cannot serve. */
function isGone(accounts: AccountsService, accountId: string): boolean {
  return accounts.read(accountId) === null && !accounts.listUnserved().some(({ id }) => id === accountId)
}

const waitsAtNetwork = studioError('waits_at_network', 'posts of this account wait with its network, which would publish them all the same')

/** What can still be taken back was written a moment ago. Written later than now, it says that the clock went back while no engine ran. */
function noticeClockWhileAway(repository: OutboxRepository, now: number): void {
  const back = Math.max(0, ...repository.leaving().map(({ createdAt }) => createdAt)) - now
  if (back > 0) repository.bringForward(back, now)
}

function followRemovals(accounts: AccountsService, needs: EndWithAccountNeeds & { readonly repository: OutboxRepository }): readonly (() => void)[] {
  const isAtNetwork = (accountId: string): boolean => needs.repository.openOfAccount(accountId).some(({ handOver }) => handOver !== null)
  return [accounts.onRemoveAsked((accountId) => (isAtNetwork(accountId) ? waitsAtNetwork : null)), accounts.onRemove((accountId) => endAllOfAccount(needs, accountId))]
}
