import { z } from 'zod'
import { starsSchema } from '../../../../shared/inbox/stars.ts'
import { openMastodonApi } from '../mastodon/mastodon-api.ts'
import { handleOf, serverOfHandle } from '../mastodon/mastodon-mapping.ts'
import type { MastodonOptions } from '../mastodon/mastodon-options.ts'
import type { IncomingItem, OwnerReply } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadReview } from '../network-reading.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import type { PutReviewReply } from '../review-replies.ts'

const path = '/api/practice/v1/reviews'
const pageSize = 40

const momentSchema = z.iso.datetime().transform((written) => Date.parse(written))
const reviewSchema = z.object({
  id: z.string(),
  stars: starsSchema,
  text: z.string(),
  created_at: momentSchema,
  edited_at: momentSchema.nullable(),
  position: z.string(),
  account: z.object({ acct: z.string(), display_name: z.string(), url: z.string() }),
  reply: z.object({ id: z.string(), text: z.string(), written_at: momentSchema }).nullable()
})
type Review = z.output<typeof reviewSchema>

export interface PracticeReviews {
  /** What changed after a position, oldest change first; null: from the beginning. */
  changedAfter(session: AccountSession, position: string | null): Promise<NetworkResult<{ readonly items: readonly IncomingItem[]; readonly position: string | null; readonly more: boolean }>>
  readonly read: ReadReview
  readonly putReply: PutReviewReply
  /** By the answer's own id. One that is gone already is gone. */
  deleteReply(session: AccountSession, replyRemoteId: string): Promise<NetworkResult<null>>
}

/** Reviews on the practice network, by `electron/engine/practice/server/routes/reviews-routes.ts` (read on 2026-11-23). */
export function createPracticeReviews(options: MastodonOptions): PracticeReviews {
  return {
    async changedAfter(session, position) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const page = await api.value.get(path, { limit: pageSize, after: position }, z.array(reviewSchema))
      return mapValue(page, (reviews) => ({ items: reviews.map((review) => toItem(review, session)), position: reviews.at(-1)?.position ?? position, more: reviews.length === pageSize }))
    },
    async read(session, remoteId) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const found = await api.value.get(`${path}/${encodeURIComponent(remoteId)}`, {}, reviewSchema)
      if (!found.ok) return isNotThere(found.failure) ? done('gone') : found
      return done(toItem(found.value, session))
    },
    async putReply(session, reviewRemoteId, text) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const put = await api.value.put(`${path}/${encodeURIComponent(reviewRemoteId)}/reply`, { text }, reviewSchema, 'visible')
      return mapValue(put, ({ id, reply }) => ({ remoteId: reply?.id ?? replyIdOf(id), url: null }))
    },
    async deleteReply(session, replyRemoteId) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const deleted = await api.value.delete(`${path}/${encodeURIComponent(replyRemoteId.slice(0, -replyEnding.length))}/reply`)
      return !deleted.ok && isNotThere(deleted.failure) ? done(null) : deleted
    }
  }
}

const replyEnding = '-reply'
const replyIdOf = (reviewId: string): string => `${reviewId}${replyEnding}`

/** Pure: an answer to a review has a name of its own there. */
export function isReplyToReview(remoteId: string): boolean {
  return remoteId.endsWith(replyEnding)
}

function toItem({ id, stars, text, created_at, edited_at, account, reply }: Review, session: AccountSession): IncomingItem {
  return {
    remoteId: id, conversationRemoteId: id, kind: 'review', parentRemoteId: null, ourPostRemoteId: null,
    authorName: account.display_name, authorHandle: handleOf(account.acct, serverOfHandle(session.account.handle)), isOwn: false,
    text, url: account.url, createdAt: created_at, attachmentCount: 0, isLiked: false, isHeld: false,
    review: { stars, editedAt: edited_at, reply: reply === null ? null : toReply(reply) }
  }
}

function toReply({ id, text, written_at }: NonNullable<Review['reply']>): OwnerReply {
  return { remoteId: id, text, writtenAt: written_at, isHeld: false }
}
