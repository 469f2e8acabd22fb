import type { Clock } from '../../electron/engine/time/clock.ts'

export interface ManualClock extends Clock {
  /** Lets time pass: timers run in the order they are due, and what they start gets its turn in between. */
  advance(ms: number): Promise<void>
  /** Timers that are waiting. */
  pending(): number
}

interface Timer {
  readonly at: number
  readonly callback: () => void
}

export function createManualClock(start = Date.UTC(2026, 10, 21, 9)): ManualClock {
  let now = start
  const timers = new Set<Timer>()

  function nextDue(until: number): Timer | undefined {
    let soonest: Timer | undefined
    for (const timer of timers) if (timer.at <= until && (soonest === undefined || timer.at < soonest.at)) soonest = timer
    return soonest
  }

  return {
    now: () => now,
    after(delay, callback) {
      const timer = { at: now + Math.max(0, delay), callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.callback()
        await settle()
      }
      now = until
      await settle()
    },
    pending: () => timers.size
  }
}

/** Promises that are already decided run their chains; real input and output is not waited for. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
