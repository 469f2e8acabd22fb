import type { Job } from '../../../shared/outbox/job.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { ConversationRow } from './inbox-rows.ts'
import type { ReviewItems } from './review-items.ts'

export interface ReviewReplySeenNeeds {
  readonly outbox: Pick<OutboxService, 'openJobsOfConversation' | 'textOf'>
  readonly reviews: Pick<ReviewItems, 'replyOf'>
}

/** These stand there only once a person has said so, and until then something else does. */
const atRest: ReadonlySet<Job['state']> = new Set<Job['state']>(['failed', 'missed', 'held'])

/** What the person saw the owner answer to a review when they wrote, or knew to be on its way: the one thing that may be written over. Left out: not a review. */
export function reviewReplySeen({ outbox, reviews }: ReviewReplySeenNeeds, { id, kind }: Pick<ConversationRow, 'id' | 'kind'>): { readonly review?: { readonly replyWas: string | null } } {
  if (kind !== 'review') return {}
  const last = outbox.openJobsOfConversation(id).findLast((job) => job.kind === 'reply' && !atRest.has(job.state))
  return { review: { replyWas: (last === undefined ? null : outbox.textOf(last.id)) ?? reviews.replyOf(id) } }
}
