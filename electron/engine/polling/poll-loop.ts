import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Clock } from '../time/clock.ts'
import type { Logger } from '../log/logger.ts'
import type { Random } from '../random.ts'
import { backoffDelay } from './backoff.ts'
import { nextDelay, type PollPace } from './next-delay.ts'

/**
 * starting: never fetched since the engine started · ready: waits for the next turn · polling: a fetch is under way ·
 * suspended: no network, or nothing may be asked (login needed) · error: the last fetch failed, a later turn tries again.
 */
export type PollState = 'starting' | 'ready' | 'polling' | 'suspended' | 'error'

export type PollOutcome =
  /** `pollAgainAfterMs`: the server asks not to be asked sooner. */
  | { readonly kind: 'fetched'; readonly pollAgainAfterMs: number | null }
  /** The budget is kept for what is to go out: no look before then. The last one is as true as it was. */
  | { readonly kind: 'postponed'; readonly until: number }
  /** `notBefore` (ms since the epoch) is a rate limit's end. `suspend`: nothing changes until `resume()`, such as a new login. */
  | { readonly kind: 'failed'; readonly error: StudioError; readonly notBefore: number | null; readonly suspend: boolean }

export interface PollLoop {
  state(): PollState
  /** The failure of the last fetch; null after a success. */
  lastError(): StudioError | null
  start(): void
  /** Asks now, unless a rate limit forbids or the network is away. One fetch at a time: a second call waits for the one under way. */
  pollNow(): Promise<void>
  /** Somebody is looking: asks more often. */
  setPace(pace: PollPace): void
  /** Looks again whether asking is allowed: the network came back, the account logged in again, the computer woke up. */
  resume(): void
  /** Aborts the fetch under way and returns when it has ended. Nothing happens afterwards. */
  stop(): Promise<void>
}

export interface PollLoopNeeds {
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  /** For the log, such as an account's handle. */
  readonly name: string
  /** false while there is no network, or no login. */
  mayFetch(): boolean
  fetch(signal: AbortSignal): Promise<PollOutcome>
  onState?(state: PollState): void
  /** Replaces the usual pace, in ms; for tests that run in real time. */
  readonly everyMs?: number | undefined
}

export function createPollLoop(needs: PollLoopNeeds): PollLoop {
  const { clock, random } = needs
  let state: PollState = 'starting'
  let error: StudioError | null = null
  let failures = 0
  let pace: PollPace = 'background'
  let cancelTimer: (() => void) | null = null
  /** The soonest that the server allows, and when the running wait is to end. */
  let notBefore = 0
  let lastFetchedAt: number | null = null
  let askedInterval: number | null = null
  let isWaitingForUser = false
  let underWay: Promise<void> | null = null
  let isStarted = false
  const ending = new AbortController()

  function become(next: PollState): void {
    if (state === next) return
    state = next
    needs.onState?.(next)
  }

  function wait(delay: number): void {
    cancelTimer?.()
    if (ending.signal.aborted || !isStarted) return
    cancelTimer = clock.after(Math.max(delay, notBefore - clock.now(), 0), () => {
      cancelTimer = null
      void poll()
    })
  }

  function poll(): Promise<void> {
    if (ending.signal.aborted) return Promise.resolve()
    underWay ??= fetchOnce().finally(() => {
      underWay = null
    })
    return underWay
  }

  async function fetchOnce(): Promise<void> {
    cancelTimer?.()
    cancelTimer = null
    if (isWaitingForUser || !needs.mayFetch()) {
      become('suspended')
      return
    }
    become('polling')
    const outcome = await safely()
    if (ending.signal.aborted) return
    if (outcome.kind === 'postponed') return postpone(outcome.until)
    lastFetchedAt = clock.now()
    if (outcome.kind === 'fetched') succeed(outcome.pollAgainAfterMs)
    else failWith(outcome)
  }

  /** A bug in an adapter must not end the loop for good. */
  async function safely(): Promise<PollOutcome> {
    try {
      return await needs.fetch(ending.signal)
    } catch (thrown) {
      const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown'
      if (!ending.signal.aborted) needs.log.error(`poll of ${needs.name} threw ${message}`)
      return { kind: 'failed', error: { code: 'bug', message, retryable: true }, notBefore: null, suspend: false }
    }
  }

  function postpone(until: number): void {
    notBefore = until
    become(lastFetchedAt === null ? 'starting' : error === null ? 'ready' : 'error')
    wait(0)
  }

  function succeed(pollAgainAfterMs: number | null): void {
    failures = 0
    error = null
    askedInterval = pollAgainAfterMs
    notBefore = pollAgainAfterMs === null ? 0 : clock.now() + pollAgainAfterMs
    become('ready')
    wait(usualDelay())
  }

  function failWith(outcome: Extract<PollOutcome, { kind: 'failed' }>): void {
    error = outcome.error
    failures += 1
    notBefore = outcome.notBefore ?? 0
    isWaitingForUser = outcome.suspend
    if (outcome.suspend || !needs.mayFetch()) {
      become('suspended')
      return
    }
    become('error')
    wait(needs.everyMs ?? backoffDelay(failures, random.fraction()))
  }

  function usualDelay(): number {
    return needs.everyMs ?? nextDelay({ pace, pollAgainAfterMs: askedInterval, fraction: random.fraction() })
  }

  return {
    state: () => state,
    lastError: () => error,
    start() {
      isStarted = true
      // Not all accounts in the same instant, and not before the window has opened.
      wait(needs.everyMs === undefined ? Math.round(random.fraction() * 2_000) : 0)
    },
    pollNow() {
      if (underWay === null && clock.now() < notBefore) return Promise.resolve()
      return poll()
    },
    setPace(next) {
      if (pace === next) return
      pace = next
      if (state !== 'ready' || lastFetchedAt === null) return
      wait(usualDelay() - (clock.now() - lastFetchedAt))
    },
    resume() {
      isWaitingForUser = false
      if (!isStarted || underWay !== null) return
      if (!needs.mayFetch()) {
        cancelTimer?.()
        cancelTimer = null
        become('suspended')
        return
      }
      if (state === 'suspended') become(lastFetchedAt === null ? 'starting' : error === null ? 'ready' : 'error')
      // A little spread: all accounts hear of the network's return in the same instant.
      wait(Math.round(random.fraction() * 500))
    },
    async stop() {
      ending.abort()
      cancelTimer?.()
      cancelTimer = null
      await underWay
    }
  }
}
