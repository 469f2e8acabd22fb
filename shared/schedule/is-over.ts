/** A time within the minute that is just running is "now", not the past: people pick minutes. */
const minute = 60_000

/** Whether nothing can be scheduled for that moment any more. Both in ms since the epoch. */
export function isOver(instant: number, now: number): boolean {
  return instant <= now - minute
}
