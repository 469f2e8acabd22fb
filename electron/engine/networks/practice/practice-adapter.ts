import { createMastodonAdapter } from '../mastodon/mastodon-adapter.ts'
import type { MastodonOptions } from '../mastodon/mastodon-options.ts'
import type { InboxReader, NetworkAdapter } from '../network-adapter.ts'
import type { Publisher } from '../network-publisher.ts'
import { findReviewReply, publishReviewReply } from '../review-replies.ts'
import { createPracticeInbox } from './practice-inbox.ts'
import { createPracticeReviews, isReplyToReview, type PracticeReviews } from './practice-reviews.ts'

/** The network that ships with Vigie: it speaks Mastodon's API, and has reviews beside it. */
export function createPracticeAdapter(options: MastodonOptions): NetworkAdapter & { readonly inbox: InboxReader } {
  const mastodon = createMastodonAdapter(options)
  const reviews = createPracticeReviews(options)
  return { ...mastodon, publisher: withReviews(mastodon.publisher, reviews), inbox: createPracticeInbox(mastodon.inbox, reviews), readReview: reviews.read }
}

function withReviews(publisher: Publisher, reviews: PracticeReviews): Publisher {
  return {
    ...publisher,
    publish: (session, draft, intent) => (draft.replyTo?.review === undefined ? publisher.publish(session, draft, intent) : publishReviewReply(session, draft, { read: reviews.read, put: reviews.putReply })),
    findPublished: (session, draft, intent) => (draft.replyTo?.review === undefined ? publisher.findPublished(session, draft, intent) : findReviewReply(session, draft, reviews.read)),
    async act(session, target) {
      if (target.act === 'delete' && isReplyToReview(target.remoteId)) return reviews.deleteReply(session, target.remoteId)
      if (publisher.act === undefined) throw new Error('the practice network has acts')
      return publisher.act(session, target)
    }
  }
}
