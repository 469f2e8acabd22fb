import type { MemberRow } from '../../record/members-record.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import type { ReviewRow } from '../../record/reviews-record.ts'
import { accountJson } from './account-json.ts'

/** The practice network's own shape: Mastodon knows no reviews. */
export function reviewJson(record: PracticeRecord, review: ReviewRow, author: MemberRow, base: string) {
  return {
    id: review.id,
    stars: review.stars,
    text: review.text,
    created_at: new Date(review.createdAt).toISOString(),
    edited_at: review.editedAt === null ? null : new Date(review.editedAt).toISOString(),
    /** Where a list goes on after it. */
    position: `${review.changedAt}-${review.id}`,
    account: accountJson(record, author, base),
    reply: review.reply === null ? null : { id: `${review.id}-reply`, text: review.reply, written_at: new Date(review.repliedAt ?? review.changedAt).toISOString() }
  }
}
