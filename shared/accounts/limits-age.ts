const hour = 3_600_000

/** What a server states grows old; how old it may be, in ms, before it is read anew. */
export const limitsAges = {
  /** Somebody writes for it: servers change their limits with an update or by hand, a few times a year. A working day sees at most two readings. */
  composer: { maxAgeMs: 6 * hour, reason: 'half a working day' },
  /** Nobody writes: posts that wait are to be told of in time. */
  background: { maxAgeMs: 24 * hour, reason: 'scheduled posts are looked at once a day' }
} as const
export type LimitsOccasion = keyof typeof limitsAges

/** After a reading that failed the next is not made sooner, whoever asks: a server in trouble gets no more to do. */
export const limitsRetryMs = hour / 6

export interface LimitsReadings {
  /** When the server last told them; null: never. */
  readonly readAt: number | null
  /** When it was last asked in vain, since the program began; null: not. */
  readonly failedAt: number | null
}

/** Whether the server is asked now. A clock that was set back makes nothing younger: what was read in the future is read anew. */
export function shouldReadLimits({ readAt, failedAt }: LimitsReadings, now: number, occasion: LimitsOccasion): boolean {
  if (failedAt !== null && now >= failedAt && now - failedAt < limitsRetryMs) return false
  return readAt === null || readAt > now || now - readAt >= limitsAges[occasion].maxAgeMs
}
