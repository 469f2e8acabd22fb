const minute = 60_000

/**
 * The last moment (ms since the epoch) at which a post still goes by itself. With a grace of 0 one minute remains: the scheduler's own
 * precision, without which nothing would ever be on time.
 */
export function lateDeadline(dueAt: number, lateGraceMinutes: number): number {
  return dueAt + Math.max(lateGraceMinutes, 1) * minute
}

/** Late beyond the grace: it no longer goes by itself, the user is asked. */
export function isMissed(times: { readonly dueAt: number; readonly now: number; readonly lateGraceMinutes: number }): boolean {
  return times.now >= lateDeadline(times.dueAt, times.lateGraceMinutes)
}
