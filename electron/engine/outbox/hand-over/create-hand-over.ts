import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { HandOver, WaitingThereJob } from '../../../../shared/outbox/hand-over.ts'
import type { PlaceThere } from '../../../../shared/safety/restored-entry.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { RequestHandlers } from '../../rpc/request-handlers.ts'
import type { JobRecord } from '../job-record.ts'
import { createHandOverRepository } from './hand-over-repository.ts'
import { createHandOverRunner, type HandOverRunnerNeeds } from './hand-over-runner.ts'
import { dismissOldHours, listOtherHours } from './other-hours.ts'
import { keepHere, listHeldBack } from './held-back.ts'
import { doubtHandOvers, recallForRemoval, takeThere, wishAgain, wishHandOver, wishLookThere, wishReturn, wishTime, wishTimeOnReturn, type WishNeeds } from './wish-hand-over.ts'

export interface HandOverPart {
  readonly handlers: RequestHandlers
  /** Inside a transaction: another time for what waits with its network; false when that cannot be now. */
  move(job: JobRecord, dueAt: number): boolean
  /** Inside a transaction: calls what of the post is there back, to be removed then, and gives the rest of it up. False when nothing of it is there. */
  recall(postId: string, reason: CancelReason): boolean
  /** Inside a transaction: what is being called back has that time once it is back. */
  moveReturn(job: JobRecord, dueAt: number): void
  /** Inside a transaction: calls what of the post is there back, and it is given up then: it is a draft again. */
  callBack(postId: string, reason: CancelReason): void
  /** Inside a transaction: gives it to its networks, as far as they take it now. */
  giveAway(postId: string): void
  /** Inside a transaction: what was lost there is looked for there, and nothing of it sent. False when this job was not. */
  lookThere(job: JobRecord, how: { readonly unlessGone: boolean }): boolean
  /** Everything of the account is looked at now: it was connected anew, the network is back, the computer woke up. */
  lookAgain(accountId?: string): void
  /** It may be there from a time that a restored file forgot: looked for, and nothing says that it was handed over. */
  isOnlySought(jobId: string): boolean
  /** Whether a job of the account knows what waits there under this name as its own. */
  isKnownThere(accountId: string, scheduledId: string): boolean
  /** Inside a transaction: what a person found waiting there is this job's from here on. It goes from there at its time, or is called back. */
  takeThere(job: JobRecord, there: PlaceThere, wish: 'stay' | 'take_back'): void
  /** Something changed that may concern what waits there. */
  poke(): void
  /** Calls everything back to wait here, and hands nothing over from here on; resolves once it is back, or nothing more can be done at this moment. */
  recallAll(): Promise<void>
  /** After that: it may be handed over again. */
  goOn(): void
  afterRestoration(restoredTo: number | null): void
  start(): void
  stop(): void
}

export type HandOverNeeds = Omit<HandOverRunnerNeeds, 'handOvers' | 'returned'> & Omit<WishNeeds, 'handOvers'>

/** Posts that their network publishes by itself, so that they go with the computer off; the ledger follows them there. */
export function createHandOver(given: HandOverNeeds): HandOverPart {
  const { context, accounts, repository, ledger } = given
  /** Called back because the client was to be removed; it stayed, and they are to wait there again: that they go with the computer off was the user's wish. */
  let recalled: readonly string[] = []
  const again = new Set<string>()
  const needs = { ...given, returned, handOvers: createHandOverRepository(context.database) }
  const runner = createHandOverRunner(needs)

  function returned(jobId: string): void {
    if (!again.has(jobId) || repository.read(jobId)?.handOver === 'taking_back') return
    again.delete(jobId)
    wishAgain(needs, jobId)
  }

  /** What is decided about a post takes the place of the wish that it wait there again. */
  function settleHere(postId: string): void {
    const own = new Set(repository.ofPosts([postId]).map(({ id }) => id))
    own.forEach((id) => again.delete(id))
    recalled = recalled.filter((id) => !own.has(id))
  }

  function takeBack(postId: string, afterwards: 'wait_here' | 'edit' | 'discard', reason: CancelReason | null = null): Result<null> {
    settleHere(postId)
    return wishReturn(needs, postId, afterwards, reason)
  }

  function read(postId: string): Result<{ handOvers: HandOver[] }> {
    const rows = repository.ofPosts([postId]).flatMap((job) => {
      const record = job.finishedAt === null ? needs.handOvers.read(job.id) : null
      return record === null ? [] : [{ jobId: job.id, accountId: job.accountId, state: job.handOver, dueAt: record.dueAt, stillAt: repository.hoursThere(job.id).stillAt, noticed: record.noticed, failure: record.failure }]
    })
    return succeed({ handOvers: rows })
  }

  function wish(postId: string, work: () => Result<null>): Result<{ handOvers: HandOver[] }> {
    const result = ledger.transaction(work)
    runner.poke()
    return result.ok ? read(postId) : result
  }

  function lookAgain(accountId?: string): void {
    const now = context.clock.now()
    for (const account of accounts.list()) if (accountId === undefined || account.id === accountId) needs.handOvers.bringForward(account.id, now)
    runner.poke()
  }

  function keep(postId: string): Result<null> {
    settleHere(postId)
    keepHere(needs, postId)
    return succeed(null)
  }

  function decideHeld(postIds: readonly string[], decision: 'hand_over' | 'keep_here'): Result<{ left: number }> {
    let left = 0
    let refusal: StudioError | null = null
    for (const postId of new Set(postIds)) {
      const decided = ledger.transaction(() => (decision === 'keep_here' ? keep(postId) : wishHandOver(needs, postId)))
      if (decided.ok) continue
      left += 1
      refusal = decided.error
    }
    ledger.announce(postIds.map((postId) => ({ id: postId, postId })))
    runner.poke()
    // All of them alike (a hold stands): then that is the answer.
    return refusal !== null && left === new Set(postIds).size ? fail(refusal) : succeed({ left })
  }

  function listThere(accountId: string | null): WaitingThereJob[] {
    return accounts.list().filter(({ id }) => accountId === null || id === accountId).flatMap((account) =>
      repository.openOfAccount(account.id).filter(({ handOver }) => handOver !== null).map(({ id, postId, excerpt, dueAt }) => ({ jobId: id, postId, accountId: account.id, excerpt, dueAt, stopUrl: stopUrlOf(account) }))
    ).toSorted((a, b) => a.dueAt - b.dueAt)
  }

  return {
    handlers: {
      'handOver.readHeld': () => succeed({ posts: [...listHeldBack(needs)] }),
      'handOver.decideHeld': ({ postIds, decision }) => decideHeld(postIds, decision),
      'handOver.listThere': ({ accountId }) => succeed({ jobs: listThere(accountId) }),
      'handOver.listOtherHours': () => succeed(listOtherHours(needs)),
      'handOver.dismissOldHours': ({ jobIds }) => {
        ledger.announce(ledger.transaction(() => dismissOldHours(needs, jobIds)))
        return succeed({})
      },
      'handOver.lookAgain': () => {
        lookAgain()
        return succeed({})
      },
      'handOver.read': ({ postId }) => read(postId),
      'handOver.start': ({ postId }) => wish(postId, () => wishHandOver(needs, postId)),
      'handOver.takeBack': ({ postId, afterwards }) => wish(postId, () => takeBack(postId, afterwards))
    },
    move(job, dueAt) {
      const isWished = wishTime(needs, job, dueAt)
      if (isWished) runner.poke()
      return isWished
    },
    recall: (postId, reason) => takeBack(postId, 'discard', reason).ok,
    moveReturn: (job, dueAt) => wishTimeOnReturn(needs, job, dueAt),
    callBack: (postId, reason) => void takeBack(postId, 'edit', reason),
    giveAway: (postId) => void wishHandOver(needs, postId),
    lookThere: (job, how) => wishLookThere(needs, job, how),
    lookAgain,
    goOn() {
      runner.setLeaving(false)
      for (const jobId of recalled) again.add(jobId)
      recalled = []
      ledger.transaction(() => again.forEach(returned))
    },
    isOnlySought(jobId) {
      const record = needs.handOvers.read(jobId)
      return record !== null && record.isUncertain && record.scheduledId === null && record.wish !== 'lost' && record.wish !== 'none'
    },
    isKnownThere: (accountId, scheduledId) => needs.handOvers.isKnown(accountId, scheduledId),
    takeThere: (job, there, end) => takeThere(needs, job, there, end),
    recallAll() {
      runner.setLeaving(true)
      // What a removal before this one called back, and is not back yet, was wanted there too.
      recalled = [...new Set([...again, ...ledger.transaction(() => recallForRemoval(needs))])]
      again.clear()
      return runner.rest()
    },
    afterRestoration: (restoredTo) => ledger.transaction(() => doubtHandOvers(needs, restoredTo)),
    poke: () => runner.poke(),
    start: () => runner.start(),
    stop: () => runner.stop()
  }
}

/** Where the network lists what waits there, for whoever cannot call it back from here. */
function stopUrlOf({ networkId, serverUrl }: Pick<Account, 'networkId' | 'serverUrl'>): string | null {
  const path = capabilitiesOf(networkId).nativeSchedule?.page ?? null
  return path === null ? null : `${serverUrl.replace(/\/$/, '')}${path}`
}
