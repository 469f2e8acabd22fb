import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import { createNewestEntries } from '../newest-entries.ts'

/** Why a post is no longer there. */
export type GoneReason = CancelReason | 'deleted'

/** Known to this run of the engine alone: whoever has such a post open is told why it went. */
export interface GonePosts {
  note(postId: string, reason: GoneReason): void
  reasonOf(postId: string): GoneReason | null
}

/** More than a person has open, and than a series takes back at once. */
const mostNoted = 2000

export function createGonePosts(): GonePosts {
  const reasons = createNewestEntries<GoneReason>(mostNoted)
  return { note: reasons.note, reasonOf: (postId) => reasons.of(postId) ?? null }
}
