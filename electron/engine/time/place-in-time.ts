/** A server's clock may run a little ahead. */
const toleranceMs = 10 * 60_000

/** Where an item stands in time, in ms: as its network says, but never in the future, where it would head the list for ever. */
export function placeInTime(createdAt: number, now: number): number {
  if (!Number.isFinite(createdAt) || createdAt < 0 || createdAt > now + toleranceMs) return now
  return Math.floor(createdAt)
}
