/**
 * Mastodon's budgets, https://docs.joinmastodon.org/api/rate-limits/ (read 2026-07-02): 300 calls in 5 minutes, 30 uploads in 30 minutes,
 * 30 deletions (and taken-back boosts) in 30 minutes, for each account.
 */
const budgets = {
  general: { most: 300, windowMs: 5 * 60_000 },
  media: { most: 30, windowMs: 30 * 60_000 },
  delete: { most: 30, windowMs: 30 * 60_000 }
} as const
export type Budget = keyof typeof budgets

export interface RateLimits {
  /** Counts one call. The headers go out with the answer; `allowed` false means 429. */
  spend(budget: Budget, who: string, now: number): { readonly allowed: boolean; readonly headers: Readonly<Record<string, string>> }
}

/** Windows begin at round times, as on Mastodon; nothing older than the running window is kept. */
export function createRateLimits(): RateLimits {
  const spent = new Map<string, { window: number; count: number }>()
  return {
    spend(budget, who, now) {
      const { most, windowMs } = budgets[budget]
      const window = Math.floor(now / windowMs)
      const key = `${budget} ${who}`
      const before = spent.get(key)
      const count = (before?.window === window ? before.count : 0) + 1
      spent.set(key, { window, count })
      return {
        allowed: count <= most,
        headers: {
          'X-RateLimit-Limit': String(most),
          'X-RateLimit-Remaining': String(Math.max(0, most - count)),
          'X-RateLimit-Reset': new Date((window + 1) * windowMs).toISOString()
        }
      }
    }
  }
}
