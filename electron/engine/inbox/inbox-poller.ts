import type { Account } from '../../../shared/accounts/account.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { Logger } from '../log/logger.ts'
import { createPollLoop, type PollLoop, type PollOutcome } from '../polling/poll-loop.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import type { AccountCursors } from './account-cursors.ts'

/** Whoever looked at the inbox is taken to be still looking for this long, ms. */
const attentionMs = 5 * 60_000
/** A refresh waits for the networks this long at most, ms; they go on by themselves. */
const longestRefreshMs = 20_000

export interface InboxPoller {
  start(): void
  /** The screen asked for something: poll more often for a while. */
  noteAttention(): void
  /** Asks all accounts now; returns when they have answered, or after a while. */
  refresh(): Promise<void>
  resume(): void
  freshness(): RequestOutput<'inbox.freshness'>
  stop(): Promise<void>
}

export interface InboxPollerNeeds {
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  readonly accounts: Pick<AccountsService, 'list' | 'read' | 'adapterFor' | 'onChange'>
  readonly connectivity: Pick<Connectivity, 'canReach' | 'onChange'>
  readonly cursors: AccountCursors
  fetchAccount(accountId: string, signal: AbortSignal): Promise<PollOutcome>
  onFreshness(): void
  readonly everyMs?: number | undefined
}

/** One poll loop for each account that has an inbox; they follow the accounts as these come, go, and log in again. */
export function createInboxPoller(needs: InboxPollerNeeds): InboxPoller {
  const { clock, accounts, connectivity, cursors } = needs
  const loops = new Map<string, PollLoop>()
  const ending = new Set<Promise<void>>()
  const disposers: (() => void)[] = []
  let isStarted = false
  let isStopped = false
  let endAttention: (() => void) | null = null

  function loopFor(account: Account): PollLoop {
    return createPollLoop({
      clock,
      random: needs.random,
      log: needs.log,
      name: account.handle,
      everyMs: needs.everyMs,
      mayFetch: () => {
        const now = accounts.read(account.id)
        return now?.state === 'connected' && connectivity.canReach(now.serverUrl)
      },
      fetch: (signal) => needs.fetchAccount(account.id, signal),
      onState: () => needs.onFreshness()
    })
  }

  function follow(account: Account): void {
    if (loops.has(account.id) || accounts.adapterFor(account.networkId).inbox === undefined) return
    const loop = loopFor(account)
    loops.set(account.id, loop)
    if (endAttention !== null) loop.setPace('watched')
    if (isStarted) loop.start()
  }

  function unfollow(accountId: string): void {
    const loop = loops.get(accountId)
    if (loop === undefined) return
    loops.delete(accountId)
    const end = loop.stop().finally(() => ending.delete(end))
    ending.add(end)
  }

  function accountChanged(accountId: string): void {
    const account = accounts.read(accountId)
    if (account === null) unfollow(accountId)
    else if (loops.has(accountId)) loops.get(accountId)?.resume()
    else follow(account)
    needs.onFreshness()
  }

  const resume = (): void => loops.forEach((loop) => loop.resume())

  for (const account of accounts.list()) follow(account)
  disposers.push(accounts.onChange(accountChanged), connectivity.onChange(resume))

  return {
    start() {
      isStarted = true
      loops.forEach((loop) => loop.start())
    },
    noteAttention() {
      if (isStopped) return
      if (endAttention === null) loops.forEach((loop) => loop.setPace('watched'))
      endAttention?.()
      endAttention = clock.after(attentionMs, () => {
        endAttention = null
        loops.forEach((loop) => loop.setPace('background'))
      })
    },
    async refresh() {
      let cancel = (): void => undefined
      const tooLong = new Promise<void>((resolve) => {
        cancel = clock.after(longestRefreshMs, resolve)
      })
      await Promise.race([Promise.all([...loops.values()].map((loop) => loop.pollNow())), tooLong])
      cancel()
    },
    resume,
    freshness: () => ({
      accounts: [...loops].map(([accountId, loop]) => ({
        accountId,
        state: loop.state(),
        asOf: cursors.read(accountId)?.fetchedAt ?? null,
        errorCode: loop.lastError()?.code ?? null
      }))
    }),
    async stop() {
      isStopped = true
      disposers.forEach((dispose) => dispose())
      endAttention?.()
      endAttention = null
      await Promise.all([...loops.values()].map((loop) => loop.stop()))
      await Promise.all(ending)
    }
  }
}
