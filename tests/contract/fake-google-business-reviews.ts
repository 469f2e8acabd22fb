import type { Stars } from '../../shared/inbox/stars.ts'
import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface Review {
  readonly name: string
  readonly who: string
  stars: Stars
  text: string
  readonly createdAt: number
  updatedAt: number
  reply: { text: string; at: number; state: ReplyState } | null
}

type ReplyState = 'APPROVED' | 'REJECTED'

export interface FakeReviews {
  /** Somebody writes a review, or changes theirs; gives its name. */
  say(who: string, stars: Stars, text: string): string
  removeOf(who: string): void
  /** `state`: how Google has looked at it, and at those that come later. */
  answerThere(name: string, text: string | null, state?: ReplyState): void
  becomes(state: ReplyState): void
  replyThere(name: string): string | null
  /** Time goes on. */
  wait(ms: number): void
  /** null: there is no such thing. */
  answer(request: FakeRequest): FakeAnswer | null
}

const ratings = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const

/** Reviews as https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews has them: those changed last first, an empty comment left out. */
export function createFakeReviews(place: string): FakeReviews {
  const reviews = new Map<string, Review>()
  let ahead = 0
  let last = 0
  let next: ReplyState = 'APPROVED'
  const now = (): number => Date.now() + ahead
  const replyJson = (reply: NonNullable<Review['reply']>): object => ({ comment: reply.text, updateTime: new Date(reply.at).toISOString(), reviewReplyState: reply.state })
  const show = ({ name, who, stars, text, createdAt, updatedAt, reply }: Review): object => ({
    name, reviewId: name.split('/').at(-1), reviewer: { displayName: who, profilePhotoUrl: 'https://lh3.googleusercontent.com/a/1' }, starRating: ratings[stars - 1], ...(text === '' ? {} : { comment: text }),
    createTime: new Date(createdAt).toISOString(), updateTime: new Date(updatedAt).toISOString(), ...(reply === null ? {} : { reviewReply: replyJson(reply) })
  })
  const list = ({ query }: FakeRequest): FakeAnswer => {
    const all = [...reviews.values()].toSorted((a, b) => b.updatedAt - a.updatedAt)
    const start = Number(query.get('pageToken') ?? 0)
    const size = Number(query.get('pageSize') ?? 50)
    return ok({ ...(all.length === 0 ? {} : { reviews: all.slice(start, start + size).map(show), averageRating: 4.2, totalReviewCount: all.length }), ...(start + size < all.length ? { nextPageToken: String(start + size) } : {}) })
  }
  const reply = ({ method, json }: FakeRequest, review: Review): FakeAnswer => {
    if (method === 'DELETE') review.reply = null
    else review.reply = { text: typeof json['comment'] === 'string' ? json['comment'] : '', at: now(), state: next }
    return ok(review.reply === null ? {} : replyJson(review.reply))
  }
  return {
    say(who, stars, text) {
      const before = [...reviews.values()].find((review) => review.who === who)
      if (before !== undefined) return Object.assign(before, { stars, text, updatedAt: now() }).name
      const at = now()
      const name = `${place}/reviews/AbFvOq_${String((last += 1))}`
      reviews.set(name, { name, who, stars, text, createdAt: at, updatedAt: at, reply: null })
      return name
    },
    removeOf(who) {
      for (const { name, who: by } of reviews.values()) if (by === who) reviews.delete(name)
    },
    becomes: (state) => void (next = state),
    answerThere(name, text, state = 'APPROVED') {
      next = state
      const review = reviews.get(name)
      if (review !== undefined) review.reply = text === null ? null : { text, at: now(), state }
    },
    replyThere: (name) => reviews.get(name)?.reply?.text ?? null,
    wait: (ms) => void (ahead += ms),
    answer(request) {
      if (request.path === `/v4/${place}/reviews`) return list(request)
      const name = request.path.slice('/v4/'.length).replace(/\/reply$/, '')
      const review = reviews.get(name)
      if (review === undefined) return null
      return request.path.endsWith('/reply') ? reply(request, review) : ok(show(review))
    }
  }
}
