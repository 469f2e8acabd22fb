import type { Logger } from '../log/logger.ts'
import type { Clock } from './clock.ts'

/** After what threw, ms: a full disk has room again, a drive is back. */
export const callAgainMs = 60_000

/**
 * The clock that the whole engine goes by: what a timer calls back never throws out of it. Thrown out of a timer, one client's full disk or
 * damaged file would end the process for all clients. It is logged instead and, since the next timer of a chain is mostly set at the end of
 * the callback, called again in a minute, until it succeeds or is taken back. So a callback has to bear being called again, and to do nothing
 * once its owner has stopped.
 */
export function guardClock(clock: Clock, log: Pick<Logger, 'error'>): Clock {
  return {
    now: () => clock.now(),
    after(delay, callback) {
      let takeBack = clock.after(delay, call)
      function call(): void {
        try {
          callback()
        } catch (error) {
          log.error(`a timer's work failed and is tried again: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
          takeBack = clock.after(callAgainMs, call)
        }
      }
      return () => takeBack()
    }
  }
}
