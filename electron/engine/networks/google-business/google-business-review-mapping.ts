import type { Stars } from '../../../../shared/inbox/stars.ts'
import type { IncomingItem, OwnerReply } from '../network-incoming.ts'
import type { BusinessReview } from './google-business-schemas.ts'

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews#StarRating (read on 2026-11-23). */
const stars: Readonly<Record<BusinessReview['starRating'], Stars>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 }

/** What the owner's answer to a review is called here: there is one alone. */
export function replyOf(reviewName: string): string {
  return `${reviewName}/reply`
}

/** A review with what the owner answers. Whoever wrote it without a name has none here either. */
export function toReviewItem(review: BusinessReview): IncomingItem {
  const { name, comment, createTime, updateTime, reviewer, reviewMediaItems, reviewReplyUrl, starRating } = review
  return {
    remoteId: name, conversationRemoteId: name, kind: 'review', parentRemoteId: null, ourPostRemoteId: null,
    authorName: reviewer?.displayName ?? '', authorHandle: '', isOwn: false, text: comment ?? '', url: reviewReplyUrl ?? null,
    createdAt: createTime, attachmentCount: reviewMediaItems?.length ?? 0, isLiked: false, isHeld: false,
    review: { stars: stars[starRating], editedAt: updateTime !== undefined && updateTime > createTime ? updateTime : null, reply: toReply(review) }
  }
}

/** What Google still looks at, or refused, nobody else sees: `ReviewReplyState`. */
function toReply({ name, createTime, updateTime, reviewReply }: BusinessReview): OwnerReply | null {
  if (reviewReply === undefined) return null
  const { comment, reviewReplyState } = reviewReply
  return { remoteId: replyOf(name), text: comment ?? '', writtenAt: reviewReply.updateTime ?? updateTime ?? createTime, isHeld: reviewReplyState === 'PENDING' || reviewReplyState === 'REJECTED', ...(reviewReplyState === 'REJECTED' ? { isRefused: true } : {}) }
}

/** When it was changed last, by whoever wrote it or by the owner, ms since the epoch. */
export function changedAt({ createTime, updateTime }: BusinessReview): number {
  return Math.max(createTime, updateTime ?? 0)
}

/** A review as it stands: it comes in again when it, or its answer, is another. */
export function standingOf(review: BusinessReview): string {
  return [review.name, changedAt(review), review.reviewReply?.updateTime ?? ''].join(' ')
}
