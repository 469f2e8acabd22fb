/** Nobody is waited for longer than a day, ms. */
export const longestWaitMs = 24 * 3_600_000

/** Until when a server asks for patience (`Retry-After`: seconds or a date), ms since the epoch, a day from now at most; null when it does not say. It may be over. */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null
  const until = /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? now + Number(value) * 1000 : Date.parse(value)
  return Number.isNaN(until) ? null : Math.min(until, now + longestWaitMs)
}
