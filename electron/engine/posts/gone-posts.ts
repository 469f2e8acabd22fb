import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'

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
  const reasons = new Map<string, GoneReason>()
  return {
    note(postId, reason) {
      reasons.delete(postId)
      reasons.set(postId, reason)
      if (reasons.size <= mostNoted) return
      const [oldest] = reasons.keys()
      if (oldest !== undefined) reasons.delete(oldest)
    },
    reasonOf: (postId) => reasons.get(postId) ?? null
  }
}
