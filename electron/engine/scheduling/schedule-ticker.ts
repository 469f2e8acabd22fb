import type { Clock } from '../time/clock.ts'

export interface ScheduleTicker {
  /** Looks as soon as the caller has ended its own work: many pokes in one turn are one look. */
  poke(): void
  stop(): void
}

export interface TickerNeeds {
  readonly clock: Clock
  /** Does what is due and returns when the next look is needed at the latest (ms since the epoch); null: nothing is planned. Never waits. */
  tick(): number | null
  /** The clock shows an earlier time than at the last look. */
  onClockWentBack(by: number): void
  onError(error: unknown): void
}

/**
 * A sleeping computer stops timers, and a clock that is set makes them wrong: they are re-armed at least once a minute and never trusted
 * with more.
 */
const longestSleepMs = 60_000
/** Smaller steps back are a clock being trimmed, and change nothing. */
const smallestJumpMs = 2_000

/** Looks at what is due: at the next due time, at least once a minute, and whenever it is poked. */
export function createScheduleTicker({ clock, tick, onClockWentBack, onError }: TickerNeeds): ScheduleTicker {
  let cancelTimer: (() => void) | null = null
  let lastLookAt = clock.now()
  let isPoked = false
  let isStopped = false

  function poke(): void {
    if (isPoked) return
    isPoked = true
    queueMicrotask(look)
  }

  function look(): void {
    isPoked = false
    if (isStopped) return
    try {
      noticeJump()
      arm(tick())
    } catch (error) {
      onError(error)
      arm(null)
    }
  }

  function noticeJump(): void {
    const now = clock.now()
    const back = lastLookAt - now
    lastLookAt = now
    if (back >= smallestJumpMs) onClockWentBack(back)
  }

  function arm(next: number | null): void {
    cancelTimer?.()
    cancelTimer = null
    if (isStopped) return
    const wait = next === null ? longestSleepMs : Math.min(longestSleepMs, Math.max(0, next - clock.now()))
    cancelTimer = clock.after(wait, look)
  }

  return {
    poke,
    stop() {
      isStopped = true
      cancelTimer?.()
      cancelTimer = null
    }
  }
}
