import { createManualClock, type ManualClock } from '../integration/support/manual-clock.ts'

export interface SteppedClock extends ManualClock {
  /** Lets time pass: timers run in the order they are due, and the promises they decide get their turn in between. */
  advance(ms: number): Promise<void>
}

/** For tests below the engine; with a whole engine use `TestEngine.advance`. */
export function createSteppedClock(startAt = Date.UTC(2026, 10, 21, 9)): SteppedClock {
  const clock = createManualClock(startAt)
  return {
    ...clock,
    async advance(ms) {
      const until = clock.now() + ms
      await letPromisesRun()
      for (let due = clock.nextDue(); due !== null && due <= until; due = clock.nextDue()) {
        clock.runDue(due)
        await letPromisesRun()
      }
      clock.runDue(until)
    }
  }
}

async function letPromisesRun(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
