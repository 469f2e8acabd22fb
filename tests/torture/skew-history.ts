/** What the computer's clock showed at which true time: it was set now and then. And when it slept. */
export interface SkewHistory {
  note(trueTime: number, skew: number): void
  /** The earliest true time, from `notBefore` on, at which the clock showed this. */
  trueTimeOf(shown: number, notBefore: number): number
  noteSleep(trueTime: number, ms: number): void
  /** How much of the time between two true times the computer was awake. */
  awakeBetween(from: number, until: number): number
}

export function createSkewHistory(): SkewHistory {
  const sleeps: { readonly at: number; readonly ms: number }[] = []
  const steps: { readonly from: number; readonly skew: number }[] = [{ from: 0, skew: 0 }]
  return {
    note: (from, skew) => void steps.push({ from, skew }),
    trueTimeOf(shown, notBefore) {
      for (const [index, { from, skew }] of steps.entries()) {
        const until = steps[index + 1]?.from ?? Number.POSITIVE_INFINITY
        const time = shown - skew
        if (time >= from - slack && time < until + slack && time >= notBefore - slack) return Math.max(time, notBefore)
      }
      return notBefore
    },
    noteSleep: (at, ms) => void sleeps.push({ at, ms }),
    awakeBetween(from, until) {
      const asleep = sleeps.reduce((sum, { at, ms }) => sum + Math.max(0, Math.min(at + ms, until) - Math.max(at, from)), 0)
      return Math.max(0, until - from - asleep)
    }
  }
}

/** Setting the clock takes a moment to reach the other process; ms of warped time. */
const slack = 5_000
