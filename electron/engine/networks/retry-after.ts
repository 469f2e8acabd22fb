import { longestWaitMs, readRetryAfter } from '../http/read-retry-after.ts'

const defaultWaitMs = 60_000

/**
 * When a network that refused for being asked too often may be asked again, in ms since the epoch. `Retry-After` in seconds or as a date;
 * `X-RateLimit-Reset` as a date (Mastodon) or in seconds since the epoch; `RateLimit-Reset` in seconds since the epoch (Bluesky) or from now
 * (the IETF draft). A minute when nothing is said, a day at most.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number {
  const until = readRetryAfter(headers['retry-after'], now) ?? fromReset(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'], now) ?? now + defaultWaitMs
  return Math.min(Math.max(until, now + 1000), now + longestWaitMs)
}

function fromReset(value: string | undefined, now: number): number | null {
  if (value === undefined) return null
  if (!/^\d+(\.\d+)?$/.test(value.trim())) return dateOf(value)
  const seconds = Number(value)
  // A count of seconds from now is never this large, a moment in this century never this small.
  return seconds > 1_000_000_000 ? seconds * 1000 : now + seconds * 1000
}

function dateOf(value: string): number | null {
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : time
}
