import type { Clock } from '../../../electron/engine/time/clock.ts'

/** Time that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** When the next timer is due (ms), or null. */
  nextDue(): number | null
  /** Sets the time to `instant` and calls back the timers that are due by then. */
  runDue(instant: number): void
  /** Drops all timers and takes no new ones: the process is gone. */
  freeze(): void
}

export function createManualClock(startAt: number): ManualClock {
  interface Timer { readonly dueAt: number; readonly order: number; readonly callback: () => void }
  const timers = new Set<Timer>()
  let now = startAt
  let order = 0
  let isFrozen = false
  const next = (): Timer | null => [...timers].toSorted((a, b) => a.dueAt - b.dueAt || a.order - b.order)[0] ?? null
  return {
    now: () => now,
    after(delay, callback) {
      if (isFrozen) return () => undefined
      const timer: Timer = { dueAt: now + Math.max(0, delay), order: order++, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    nextDue: () => next()?.dueAt ?? null,
    runDue(instant) {
      now = Math.max(now, instant)
      // Only those due before: a timer set anew by a callback for this very instant runs in the next round.
      for (const timer of [...timers].filter((each) => each.dueAt <= now).toSorted((a, b) => a.dueAt - b.dueAt || a.order - b.order)) {
        if (timers.delete(timer)) timer.callback()
      }
    },
    freeze() {
      isFrozen = true
      timers.clear()
    }
  }
}
