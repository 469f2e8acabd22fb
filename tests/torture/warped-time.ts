/** Where a warped time begins, so that several processes have the same. All in ms. */
export interface WarpedTimeStart {
  /** How many times faster than the real time. */
  readonly speed: number
  /** The real moment at which the warped time was `base`. */
  readonly zero: number
  readonly base: number
  /** What was skipped since (hours of sleep), for everybody. */
  readonly advanced: number
  /** How far this computer's clock is off, and nobody else's. */
  readonly skew: number
}

export interface WarpedTime {
  /** As a clock on this computer shows it. */
  now(): number
  /** As it really is in the warped world. */
  trueNow(): number
  advance(by: number): void
  setSkew(skew: number): void
  /** For another process. */
  start(): WarpedTimeStart
}

// Taken before anything changes them.
const origin = performance.timeOrigin
const sinceOrigin = performance.now.bind(performance)

export function createWarpedTime(start: WarpedTimeStart): WarpedTime {
  let { advanced, skew } = start
  const trueNow = (): number => Math.floor(start.base + (origin + sinceOrigin() - start.zero) * start.speed + advanced)
  return {
    now: () => trueNow() + skew,
    trueNow,
    advance(by) {
      advanced += by
    },
    setSkew(next) {
      skew = next
    },
    start: () => ({ ...start, advanced, skew })
  }
}

export function beginWarpedTime(speed: number, base: number): WarpedTime {
  return createWarpedTime({ speed, zero: origin + sinceOrigin(), base, advanced: 0, skew: 0 })
}
