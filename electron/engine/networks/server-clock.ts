import type { HttpClient } from '../http/http-client.ts'
import type { Clock } from '../time/clock.ts'
import type { SentIntent } from './network-publisher.ts'

/** What of an answer tells the network's time. */
interface Told {
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** How far a network's clock may be off, in ms: little when it tells its time with the answer. Some write whole seconds. */
const toldSkew = 30_000
export const untoldSkew = 5 * 60_000

/** The network's own time when it answered, in ms since the epoch: its `date` header (RFC 9110, 6.6.1). null: it tells none. */
export function toldTime({ headers }: Told): number | null {
  const time = Date.parse(headers['date'] ?? '')
  return Number.isNaN(time) ? null : time
}

/** The network's time minus ours, and how far that may be off, both in ms. `now`: our time when the answer came. */
export function clockOf(answer: Told, now: number): { readonly clockOffset: number; readonly skew: number } {
  const time = toldTime(answer)
  return time === null ? { clockOffset: 0, skew: untoldSkew } : { clockOffset: time - now, skew: toldSkew }
}

/** What is older than this by the network's clock cannot have come of the attempt. */
export function earliestOf({ since, sentAt }: Pick<SentIntent, 'sentAt' | 'since'>, answer: Told, now: number): number {
  const { clockOffset, skew } = clockOf(answer, now)
  return (since ?? sentAt) + clockOffset - skew
}

export interface WatchedClock {
  readonly http: HttpClient
  /** The network's time minus ours, in ms, as the server of this address told it last; 0 before. */
  offsetOf(url: string): number
}

/** Remembers what each server tells of its time, whatever it is asked. */
export function watchClock(http: HttpClient, clock: Pick<Clock, 'now'>): WatchedClock {
  const offsets = new Map<string, number>()
  return {
    http: {
      async send(request) {
        const sent = await http.send(request)
        const told = sent.ok ? toldTime(sent.response) : null
        if (told !== null) offsets.set(originOf(request.url), told - clock.now())
        return sent
      }
    },
    offsetOf: (url) => offsets.get(originOf(url)) ?? 0
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url
}
