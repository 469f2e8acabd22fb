import { longestWaitMs, readRetryAfter } from '../http/read-retry-after.ts'

const defaultWaitMs = 60_000

type Headers = Readonly<Record<string, string>>

/**
 * When a network that refused for being asked too often may be asked again, in ms since the epoch. `Retry-After` in seconds or as a date;
 * `X-RateLimit-Reset` as a date (Mastodon) or in seconds since the epoch (X: `x-rate-limit-reset`); `RateLimit-Reset` in seconds since the epoch (Bluesky)
 * or from now (the IETF draft). A minute when nothing is said, a day at most.
 */
export function retryAfter(headers: Headers, now: number): number {
  const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? headers['x-rate-limit-reset']
  const until = fromRetryAfter(headers, now) ?? fromReset(reset, headers, now) ?? now + defaultWaitMs
  return Math.ceil(Math.min(Math.max(until, now + 1000), now + longestWaitMs))
}

/** The moment that a `…-reset` header names, by this computer's clock; null when it names none, a day from now at most. */
export function momentOfReset(value: string | undefined, headers: Headers, now: number): number | null {
  const moment = fromReset(value, headers, now)
  return moment === null ? null : Math.ceil(Math.min(moment, now + longestWaitMs))
}

function fromRetryAfter(headers: Headers, now: number): number | null {
  const value = headers['retry-after']
  const moment = readRetryAfter(value, now)
  const isDate = value !== undefined && !/^\s*\d/.test(value)
  return isDate ? byOurClock(moment, headers, now) : moment
}

function fromReset(value: string | undefined, headers: Headers, now: number): number | null {
  if (value === undefined) return null
  if (!/^\d+(\.\d+)?$/.test(value.trim())) return byOurClock(dateOf(value), headers, now)
  const seconds = Number(value)
  // A count of seconds from now is never this large, a moment in this century never this small.
  return seconds > 1_000_000_000 ? byOurClock(seconds * 1000, headers, now) : now + seconds * 1000
}

/** The server means its own clock, and says with the answer what that shows: ours may be minutes ahead, which would be too early. */
function byOurClock(moment: number | null, headers: Headers, now: number): number | null {
  const serverNow = dateOf(headers['date'] ?? '')
  return moment === null || serverNow === null ? moment : now + (moment - serverNow)
}

function dateOf(value: string): number | null {
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : time
}
