import type { Clock } from './clock.ts'

/**
 * Longest stretch that is left to one timer of the system. Node cuts delays above 24.8 days to 1 ms, and timers do not count the time the
 * computer sleeps; looking again each hour corrects both.
 */
const longestStretchMs = 3_600_000

/**
 * The real time. A delay has passed when either the calendar says so (the computer slept) or the steady clock does (the calendar was set back).
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, callback) {
    const dueAt = Date.now() + delay
    const steadyDueAt = performance.now() + delay
    let timer: NodeJS.Timeout
    const arm = (): void => {
      const remaining = Math.min(dueAt - Date.now(), steadyDueAt - performance.now())
      if (remaining <= 0) callback()
      else timer = setTimeout(arm, Math.min(Math.ceil(remaining), longestStretchMs))
    }
    // Never at once: whoever asks may not be ready before it has the function that takes it back.
    timer = setTimeout(arm, Math.min(Math.max(0, Math.ceil(delay)), longestStretchMs))
    return () => clearTimeout(timer)
  }
}
