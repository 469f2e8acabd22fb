import { isOver } from '../../../shared/schedule/is-over.ts'
import { chosenMoment, resolveLocalTime } from '../../../shared/schedule/local-time.ts'

/** What is wrong with a chosen time: there is none yet, it is over, or what the post is about is over by then. */
export type TimeProblem = 'no_time' | 'past' | 'occasion_over'

/** Why a post cannot be given its time now: its content (the list of checks says what), the time, or that it has this time already. */
export type SendingObstacle = 'checks' | TimeProblem | 'same_time'

interface ChosenTime {
  /** Wall-clock time in the zone; empty while it is being typed. */
  readonly time: string
  readonly timeZone: string
  readonly now: number
  /** Of an hour that comes twice. */
  readonly isSecond?: boolean
  /** Of a draft: an event or an offer goes on now, and is over by then; at once it may still leave. */
  readonly isOccasionOver?: boolean
}

export function timeProblem({ time, timeZone, now, isSecond = false, isOccasionOver = false }: ChosenTime): TimeProblem | null {
  const resolved = resolveLocalTime(time, timeZone)
  if (resolved.kind === 'unreadable') return 'no_time'
  if (isOver(chosenMoment(resolved, isSecond), now)) return 'past'
  return isOccasionOver ? 'occasion_over' : null
}

/** One rule for the button, the key and the palette; null when nothing stands in the way. `scheduledFor`: the time that a waiting post has, null for a draft; `wasSecond` of an hour that comes twice. */
export function sendingObstacle(chosen: ChosenTime, hasProblem: boolean, scheduledFor: string | null, wasSecond = false): SendingObstacle | null {
  // What waits is fixed already: its text was checked when it was scheduled.
  if (scheduledFor === null && hasProblem) return 'checks'
  return timeProblem(chosen) ?? (chosen.time === scheduledFor && (chosen.isSecond ?? false) === wasSecond ? 'same_time' : null)
}
