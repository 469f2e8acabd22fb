import { backoffDelay, withJitter } from '../polling/backoff.ts'

const shortestMs = 15 * 60_000
const longestMs = 6 * 3_600_000
/** For a feed that does not tell its pace. */
const usualMs = 3_600_000
const longestAfterFailureMs = 24 * 3_600_000

/**
 * When to look again after a fetch that went well, in ms: about twice as often as items appear, between a quarter of an hour and six
 * hours; a feed that has fallen silent is asked ever less. A publisher's own wish is heard, up to six hours.
 */
export function nextFetchDelay(input: { readonly publishedAt: readonly number[]; readonly now: number; readonly askedIntervalMs: number | null; readonly fraction: number }): number {
  const asked = Math.min(input.askedIntervalMs ?? 0, longestMs)
  const delay = Math.min(Math.max(expectedGap(input.publishedAt, input.now) / 2, shortestMs), longestMs)
  return withJitter(Math.max(delay, asked), input.fraction, 0.1)
}

/** After the given number of failures in a row: a quarter of an hour, doubling to a day. */
export function delayAfterFailure(failures: number, fraction: number): number {
  return backoffDelay(failures, fraction, { first: shortestMs, longest: longestAfterFailureMs })
}

function expectedGap(publishedAt: readonly number[], now: number): number {
  const newestFirst = publishedAt.toSorted((a, b) => b - a).slice(0, 20)
  const gaps = newestFirst.slice(1).map((at, index) => (newestFirst[index] ?? at) - at)
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  const newest = newestFirst[0]
  if (middle === undefined || newest === undefined) return usualMs * 2
  return Math.max(middle, (now - newest) / 4)
}
