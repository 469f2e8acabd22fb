import { assertNever } from '../../../../shared/errors/assert-never.ts'
import type { Pace } from './temperament.ts'

/**
 * The community lives in a time of its own, in ms since its beginning. A pace is how fast that time goes: a day's worth of reactions takes a
 * day when calm, three hours when lively, half an hour in a storm. Changing the pace moves nobody's plans, only how soon they come.
 */
export interface CommunityTime {
  /** Community time at `asOf`. */
  readonly value: number
  /** ms since the epoch. */
  readonly asOf: number
}

/** After a night with Vigie closed people have gone on at their ease, but not for longer than this (community ms). */
const mostCatchUpMs = 6 * 3_600_000

export function rateOf(pace: Pace, isInstant: boolean): number {
  switch (pace) {
    case 'paused':
      return 0
    case 'calm':
      return isInstant ? 20_000 : 1
    case 'lively':
      return isInstant ? 20_000 : 8
    case 'storm':
      return isInstant ? 20_000 : 48
    default:
      return assertNever(pace, 'pace')
  }
}

export function communityTimeAt(time: CommunityTime, now: number, rate: number): number {
  return time.value + Math.max(0, now - time.asOf) * rate
}

/** When, in real time, a moment of community time lies. Never later than `now`. */
export function realTimeOf(moment: number, time: CommunityTime, now: number, rate: number): number {
  if (rate === 0) return now
  return Math.min(now, Math.max(time.asOf, Math.round(time.asOf + (moment - time.value) / rate)))
}

/** The rate for the span in which Vigie was closed: calm, and slower when the span was long. */
export function rateWhileClosed(closedMs: number, pace: Pace): number {
  if (pace === 'paused' || closedMs <= 0) return 0
  return Math.min(1, mostCatchUpMs / closedMs)
}
