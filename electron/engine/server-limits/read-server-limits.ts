import type { Account } from '../../../shared/accounts/account.ts'
import { shouldReadLimits, type LimitsOccasion } from '../../../shared/accounts/limits-age.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Logger } from '../log/logger.ts'
import { createSingleFlight } from '../single-flight.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'

export interface LimitsReaderNeeds {
  readonly clock: Clock
  readonly log: Pick<Logger, 'info'>
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession' | 'noteLimits' | 'limitsReadAt'>
  /** false: there is no way to its server now, no access, or what it lets us ask is needed for something else. */
  mayAsk(account: Account): boolean
}

export interface LimitsReader {
  /** Asks the account's server what it takes, where what is known is too old for that occasion. Never fails: whatever goes wrong, what was known stays. */
  read(accountId: string, occasion: LimitsOccasion): Promise<void>
  /** Whether what an account's server once told is older than somebody who writes would want it, also after asking. One that never told anything is not old: the network's figures hold. */
  isOld(accountId: string): boolean
  stop(): Promise<void>
}

/** One short answer; nobody waits for it longer, in ms. */
const longestMs = 20_000

export function createLimitsReader({ clock, log, accounts, mayAsk }: LimitsReaderNeeds): LimitsReader {
  const ending = new AbortController()
  const reading = createSingleFlight<void>()
  const failedAt = new Map<string, number>()

  function isDue(account: Account, occasion: LimitsOccasion): boolean {
    if (accounts.adapterFor(account.networkId).readLimits === undefined) return false
    return shouldReadLimits({ readAt: accounts.limitsReadAt(account.id), failedAt: failedAt.get(account.id) ?? null }, clock.now(), occasion) && mayAsk(account)
  }

  async function ask(accountId: string): Promise<void> {
    const told = await runWithDeadline(clock, longestMs, ending.signal, (signal) =>
      accounts.withSession(accountId, signal, async (session, { readLimits, capabilities }) => {
        if (readLimits === undefined) throw new Error(`the servers of ${capabilities.id} state no limits`)
        return readLimits(session)
      })
    )
    // The database may be closed.
    if (ending.signal.aborted) return
    if (told.ok) {
      failedAt.delete(accountId)
      accounts.noteLimits(accountId, told.value)
    } else {
      failedAt.set(accountId, clock.now())
      log.info(`what the server of account ${accountId} takes was not told: ${told.failure.kind}`)
    }
  }

  return {
    async read(accountId, occasion) {
      const account = ending.signal.aborted ? null : accounts.read(accountId)
      if (account !== null && isDue(account, occasion)) await reading.run(accountId, () => ask(accountId))
    },
    isOld(accountId) {
      const [account, readAt] = [accounts.read(accountId), accounts.limitsReadAt(accountId)]
      return account !== null && readAt !== null && accounts.adapterFor(account.networkId).readLimits !== undefined && shouldReadLimits({ readAt, failedAt: null }, clock.now(), 'composer')
    },
    async stop() {
      ending.abort()
      await reading.settled()
    }
  }
}
