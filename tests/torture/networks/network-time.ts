import { createWarpedTime, type WarpedTimeStart } from '../warped-time.ts'

/** The time of the networks' world, which no computer's wrong clock touches. */
export interface NetworkTime {
  now(): number
  later(delay: number, work: () => void): void
  /** Hours pass at once: what would have happened in them happens now, in order. */
  advance(by: number): void
}

interface Planned {
  readonly at: number
  readonly work: () => void
}

export function createNetworkTime(start: WarpedTimeStart): NetworkTime {
  const time = createWarpedTime(start)
  const planned = new Set<Planned>()

  function run(due: Planned): void {
    if (planned.delete(due)) due.work()
  }

  return {
    now: time.trueNow,
    later(delay, work) {
      const due = { at: time.trueNow() + delay, work }
      planned.add(due)
      setTimeout(() => run(due), delay / start.speed)
    },
    advance(by) {
      const until = time.trueNow() + by
      const passed = [...planned].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)
      for (const due of passed) {
        // Each at its own time: a key that is still young then is not forgotten because of the hours that follow.
        time.advance(Math.max(0, due.at - time.trueNow()))
        run(due)
      }
      time.advance(Math.max(0, until - time.trueNow()))
    }
  }
}
