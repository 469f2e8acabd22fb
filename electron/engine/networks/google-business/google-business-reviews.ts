import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { ReadReview } from '../network-reading.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import type { PutReviewReply } from '../review-replies.ts'
import { withGoogleBusiness } from './google-business-api.ts'
import type { GoogleBusinessOptions } from './google-business-options.ts'
import { replyOf, toReviewItem } from './google-business-review-mapping.ts'
import { reviewName, reviewReplySchema, reviewSchema } from './google-business-schemas.ts'

export interface GoogleBusinessReviews {
  readonly read: ReadReview
  readonly putReply: PutReviewReply
  /** By the answer's own id. One that is gone already is gone. */
  deleteReply(session: AccountSession, replyRemoteId: string): Promise<NetworkResult<null>>
}

const replyEnding = '/reply'

/** Pure: an answer to a review has the review's name, and `reply` behind it. */
export function isReplyToReview(remoteId: string): boolean {
  return remoteId.endsWith(replyEnding)
}

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews/get, /updateReply and /deleteReply (read on 2026-11-23). */
export function createGoogleBusinessReviews(options: GoogleBusinessOptions): GoogleBusinessReviews {
  return {
    async read(session, remoteId) {
      const name = asReview(remoteId)
      if (!name.ok) return name
      return withGoogleBusiness<IncomingItem | 'gone'>(options, session, async (api) => {
        const found = await api.get('posts', `/v4/${name.value}`, {}, reviewSchema)
        if (!found.ok) return isNotThere(found.failure) ? done('gone') : found
        return done(toReviewItem(found.value))
      })
    },
    async putReply(session, remoteId, text) {
      const name = asReview(remoteId)
      if (!name.ok) return name
      return withGoogleBusiness(options, session, async (api) => {
        const put = await api.send('PUT', `/v4/${name.value}${replyEnding}`, {}, { comment: text }, reviewReplySchema)
        if (put.ok && put.value.reviewReplyState === 'REJECTED') return failed('rejected', studioError('rejected', 'Google looked at the answer and does not show it', { details: { reason: 'google_refused_reply' } }))
        return mapValue(put, () => ({ remoteId: replyOf(name.value), url: null }))
      })
    },
    async deleteReply(session, replyRemoteId) {
      const name = asReview(replyRemoteId.slice(0, -replyEnding.length))
      if (!name.ok) return name
      return withGoogleBusiness(options, session, async (api) => {
        const removed = await api.remove(`/v4/${name.value}${replyEnding}`)
        return !removed.ok && isNotThere(removed.failure) ? done(null) : removed
      })
    }
  }
}

function asReview(remoteId: string): NetworkResult<string> {
  const name = reviewName.safeParse(remoteId)
  return name.success ? done(name.data) : failed('rejected', studioError('rejected', 'this is no review of Google’s'))
}
