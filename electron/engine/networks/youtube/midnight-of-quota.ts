import { Temporal } from 'temporal-polyfill'

/** A project's budget is full again at midnight in California: https://developers.google.com/youtube/v3/determine_quota_cost (read on 2026-11-21). ms since the epoch. */
export function midnightOfQuota(now: number): number {
  const there = Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO('America/Los_Angeles')
  return there.add({ days: 1 }).startOfDay().epochMilliseconds
}
