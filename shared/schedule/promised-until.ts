import { endOfLocalDay, resolveLocalTime, toLocalDateTime } from './local-time.ts'

/** The hour of the evening, as the client's clocks show it. */
const evening = '20:00'

/** Up to when what was told to leave on the return online still does so by itself (ms since the epoch): the evening of the next day. Later, the person is asked. */
export function promisedUntil(now: number, timeZone: string): number {
  const nextDay = endOfLocalDay(now, timeZone)
  const resolved = resolveLocalTime(`${toLocalDateTime(nextDay, timeZone).slice(0, 10)}T${evening}`, timeZone)
  return resolved.kind === 'unreadable' ? nextDay : resolved.instant
}
