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
