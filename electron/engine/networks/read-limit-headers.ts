import type { LimitReading } from './network-limits.ts'
import { momentOfReset } from './retry-after.ts'

type Headers = Readonly<Record<string, string>>

/**
 * The budget that an answer tells of: `X-RateLimit-*` (Mastodon, https://docs.joinmastodon.org/api/rate-limits/), `RateLimit-*` (Bluesky,
 * https://docs.bsky.app/docs/advanced-guides/rate-limits) or `x-rate-limit-*` (X); read on 2026-11-21. A server tells of the budget that is shortest for the
 * call just made; its size names it. Networks that tell it in another way bring a reader of their own (`ApiCall.readLimits`).
 */
export function readLimitHeaders(headers: Headers, now: number): readonly LimitReading[] {
  return ['x-ratelimit', 'ratelimit', 'x-rate-limit'].flatMap((family) => readFamily(headers, family, now, { scope: 'account', bucket: null }))
}

/** One budget told by `…-limit`, `…-remaining` and `…-reset`; without a name its size names it. None where a part is missing or its time is over. */
export function readFamily(headers: Headers, family: string, now: number, { scope, bucket }: { scope: LimitReading['scope']; bucket: string | null }): readonly LimitReading[] {
  const max = countOf(headers[`${family}-limit`])
  const remaining = countOf(headers[`${family}-remaining`])
  const resetsAt = momentOfReset(headers[`${family}-reset`], headers, now)
  if (max === null || remaining === null || resetsAt === null || max <= 0 || resetsAt <= now) return []
  return [{ scope, bucket: bucket ?? headers[`${family}-policy`] ?? String(max), max, remaining: Math.min(remaining, max), resetsAt }]
}

/** The first number: proxies join headers that come twice. */
function countOf(value: string | undefined): number | null {
  const digits = /^\s*(\d{1,9})\b/.exec(value ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}
