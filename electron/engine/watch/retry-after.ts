import { parseFeedDate } from '../../../shared/watch/parse-feed-date.ts'

const longestMs = 24 * 3_600_000

/** Until when a server asks for patience (`Retry-After`: seconds or a date), ms since the epoch, a day at most; null when it does not say. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  const until = /^\s*\d+\s*$/.test(header) ? now + Number(header) * 1000 : parseFeedDate(header)
  return until === null || until <= now ? null : Math.min(until, now + longestMs)
}
