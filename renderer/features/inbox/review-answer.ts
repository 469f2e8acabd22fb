import type { ConversationKind, InboxItem } from '../../../shared/inbox/inbox-item.ts'

/** What the owner answers to a review, as far as it is there; `at`: when it was written, or last changed, ms since the epoch. Both null: nothing, or it is no review. */
export interface ReviewAnswer {
  readonly isReview: boolean
  readonly text: string | null
  readonly at: number | null
}

export function reviewAnswer(kind: ConversationKind, items: readonly InboxItem[]): ReviewAnswer {
  const answer = kind === 'review' ? items.findLast(({ isOwn, goneAt }) => isOwn && goneAt === undefined) : undefined
  return { isReview: kind === 'review', text: answer?.text ?? null, at: answer === undefined ? null : Math.max(answer.createdAt, answer.editedAt ?? 0) }
}
