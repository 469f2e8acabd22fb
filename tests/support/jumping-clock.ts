import type { Clock } from '../../electron/engine/time/clock.ts'
import { createManualClock, type ManualClock } from '../integration/support/manual-clock.ts'

/** A computer's clock: what it shows can be set, while timers go on by the time that really passes. */
export interface JumpingClock extends Clock {
  /** Real time, which no setting changes; timers run by it. */
  readonly steady: ManualClock
  /** Sets what the clock shows ahead (or back, when negative) by so many ms. */
  jump(by: number): void
}

export function createJumpingClock(startAt: number): JumpingClock {
  const steady = createManualClock(startAt)
  let offset = 0
  return {
    steady,
    now: () => steady.now() + offset,
    after: (delay, callback) => steady.after(delay, callback),
    jump(by) {
      offset += by
    }
  }
}
