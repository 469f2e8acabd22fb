import type { IncomingItem } from '../network-incoming.ts'

/** How far a list was read that shows the newest first. */
export interface RecentLook {
  /** ms since the epoch; null: no look has ended yet. */
  readonly newest: number | null
  /** What was met near `newest`. */
  readonly known: readonly string[]
}

/** What is new may show this much later than what was written after it. */
const overlapMs = 10 * 60_000
const mostKnown = 500

/** What is older has been read by an earlier look. */
export function sinceLook({ newest }: RecentLook): number {
  return newest === null ? Number.NEGATIVE_INFINITY : newest - overlapMs
}

/** What of that is new, and how far has been read with it. */
export function afterLook(look: RecentLook, items: readonly IncomingItem[]): { readonly fresh: readonly IncomingItem[]; readonly look: { newest: number | null; known: string[] } } {
  const since = sinceLook(look)
  const known = new Set(look.known)
  const fresh = items.filter(({ remoteId, createdAt }) => createdAt >= since && !known.has(remoteId))
  const newest = items.reduce((latest, { createdAt }) => Math.max(latest, createdAt), look.newest ?? 0)
  const near = items.filter(({ createdAt }) => createdAt >= newest - overlapMs).map(({ remoteId }) => remoteId)
  return { fresh, look: { newest: newest === 0 ? null : newest, known: [...new Set([...near, ...look.known])].slice(0, mostKnown) } }
}
