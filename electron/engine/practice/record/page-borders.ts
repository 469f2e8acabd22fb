/**
 * Mastodon's way through a long list, https://docs.joinmastodon.org/api/guidelines/#pagination (read 2026-11-21): `max_id` gives what is
 * older, `since_id` the newest that are newer, `min_id` those that follow directly upon it. The answer is newest first in each case.
 */
export interface PageBorders<Id> {
  readonly maxId: Id | null
  readonly sinceId: Id | null
  readonly minId: Id | null
  readonly limit: number
}

export interface PageQuery<Id> {
  /** Both borders excluded; null: open. */
  readonly below: Id | null
  readonly above: Id | null
  /** Take the oldest first (then turn the page around). */
  readonly oldestFirst: boolean
  readonly limit: number
}

export function toPageQuery<Id>(borders: PageBorders<Id>): PageQuery<Id> {
  if (borders.minId !== null) return { below: borders.maxId, above: borders.minId, oldestFirst: true, limit: borders.limit }
  return { below: borders.maxId, above: borders.sinceId, oldestFirst: false, limit: borders.limit }
}
