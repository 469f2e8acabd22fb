const firstDelayMs = 30_000
const longestDelayMs = 30 * 60_000

/**
 * How long to wait after the given number of failures in a row (1 for the first), in ms: 30 s, doubling to half an hour.
 * `fraction` in [0, 1) spreads it by a fifth to either side, so that accounts that failed together do not come back together.
 */
export function backoffDelay(failures: number, fraction: number, limits: { first: number; longest: number } = { first: firstDelayMs, longest: longestDelayMs }): number {
  const doublings = Math.min(Math.max(failures, 1) - 1, 30)
  return withJitter(Math.min(limits.first * 2 ** doublings, limits.longest), fraction, 0.2)
}

/** Spreads a delay evenly over `delay ± share`; `fraction` in [0, 1). Whole ms, never negative. */
export function withJitter(delay: number, fraction: number, share: number): number {
  return Math.max(0, Math.round(delay * (1 - share + 2 * share * fraction)))
}
