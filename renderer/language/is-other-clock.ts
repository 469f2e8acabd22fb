import { toLocalDateTime } from '../../shared/schedule/local-time.ts'
import { systemTimeZone } from './system-time-zone.ts'

/** Whether the clocks of the zone show another hour at the moment than this computer's. */
export function isOtherClock(instant: number, timeZone: string, ownZone: string = systemTimeZone()): boolean {
  return toLocalDateTime(instant, timeZone) !== toLocalDateTime(instant, ownZone)
}
