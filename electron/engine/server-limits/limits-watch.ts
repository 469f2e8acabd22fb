import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { LimitsReader } from './read-server-limits.ts'

export interface LimitsWatchNeeds {
  readonly clock: Clock
  readonly log: Pick<Logger, 'error'>
  readonly accounts: Pick<AccountsService, 'list'>
  readonly reader: Pick<LimitsReader, 'read'>
  readonly connectivity: Pick<Connectivity, 'onChange'>
}

export interface LimitsWatch {
  start(): void
  /** The computer woke up: the timer may be late by hours. */
  lookNow(): void
  stop(): Promise<void>
}

/** Nobody waits for it: what a start is for comes first, ms. */
const firstAfterMs = 60_000
/** Each account is asked once a day (`limitsAges.background`); whose day is over, and who was not there, is looked up so often, ms. */
const lookEveryMs = 2 * 3_600_000

/** Keeps what servers state young while nobody writes, one server after the other. */
export function createLimitsWatch({ clock, log, accounts, reader, connectivity }: LimitsWatchNeeds): LimitsWatch {
  let isRunning = false
  let cancel = (): void => undefined
  let forgetConnectivity = (): void => undefined
  let looking: Promise<void> | null = null

  function lookIn(delay: number): void {
    cancel()
    if (isRunning) cancel = clock.after(delay, lookNow)
  }

  function lookNow(): void {
    if (!isRunning) return
    lookIn(lookEveryMs)
    looking ??= lookAtAll().finally(() => (looking = null))
  }

  async function lookAtAll(): Promise<void> {
    try {
      for (const { id } of accounts.list()) if (isRunning) await reader.read(id, 'background')
    } catch (error) {
      // The database was closed meanwhile, as it is once its file is found damaged.
      log.error(`what servers take could not be looked up: ${error instanceof Error ? error.message : 'unknown'}`)
    }
  }

  return {
    start() {
      isRunning = true
      forgetConnectivity = connectivity.onChange(({ state }) => state === 'online' && lookIn(firstAfterMs))
      lookIn(firstAfterMs)
    },
    lookNow,
    async stop() {
      isRunning = false
      cancel()
      forgetConnectivity()
      await looking
    }
  }
}
