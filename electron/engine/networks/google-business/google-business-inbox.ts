import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { withGoogleBusiness, type GoogleBusinessApi } from './google-business-api.ts'
import { endLook, firstLook, readReviewsCursor, sinceOf, writeReviewsCursor, type ReviewsCursor } from './google-business-cursor.ts'
import type { GoogleBusinessOptions } from './google-business-options.ts'
import { changedAt, standingOf, toReviewItem } from './google-business-review-mapping.ts'
import { reviewSchema, reviewsSchema, type BusinessReview } from './google-business-schemas.ts'
import { readEach } from '../read-each.ts'

const pageSize = 50
/** A first look stays small, and a look never asks without end. */
const callsOfFirstLook = 12
const mostCalls = 60
const pollAgainAfterMs = 10 * 60_000

/**
 * What customers say of the place, those that were changed last first: https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews/list (read on 2026-11-23). Answers given on
 * Google itself to reviews older than the newest ones are met when their review is read alone: the list knows no "since".
 */
export function createGoogleBusinessInbox(options: GoogleBusinessOptions): InboxReader {
  return {
    fetchSince: (session, written) =>
      withGoogleBusiness(options, session, async (api, place) => {
        const kept = readReviewsCursor(written)
        const first = await readPage(api, place, kept)
        const cursor = isStalePlace(first, kept) ? { ...kept, look: null } : kept
        const read = cursor === kept ? first : await readPage(api, place, cursor)
        return mapValue(read, (page) => after(cursor, page))
      })
  }
}

interface Page {
  readonly reviews: readonly BusinessReview[]
  readonly next: string | null
}

async function readPage(api: GoogleBusinessApi, place: string, { look }: ReviewsCursor): Promise<NetworkResult<Page>> {
  const read = await api.get('posts', `/v4/${place}/reviews`, { pageSize, orderBy: 'updateTime desc', pageToken: look?.pageToken ?? null }, reviewsSchema)
  if (!read.ok) return read
  const reviews = readEach(read.value.reviews, reviewSchema)
  // None that can be understood: the list is another one, and nothing in it must be passed over.
  if (reviews.length === 0 && read.value.reviews.length > 0) return failed('bug', studioError('unexpected_answer', 'the list of reviews has another shape'))
  const next = read.value.nextPageToken ?? ''
  return done({ reviews, next: next === '' ? null : next })
}

/** Places in a list last only for a while. */
function isStalePlace(result: NetworkResult<unknown>, { look }: ReviewsCursor): boolean {
  return look !== null && !result.ok && result.failure.kind === 'rejected' && result.failure.error.details?.['status'] === 400
}

function after(cursor: ReviewsCursor, { reviews, next }: Page) {
  const before = cursor.look ?? firstLook
  const since = sinceOf(cursor)
  const known = new Set([...cursor.known, ...before.met].map(([standing]) => standing))
  const fresh = reviews.filter((review) => changedAt(review) >= since && !known.has(standingOf(review)))
  const look = { pageToken: next, calls: before.calls + 1, met: [...before.met, ...fresh.map((review): [string, number] => [standingOf(review), changedAt(review)])] }
  const isPast = reviews.some((review) => changedAt(review) < since)
  const isEnd = next === null || isPast || look.calls >= (cursor.newest === null ? callsOfFirstLook : mostCalls)
  return { items: fresh.map(toReviewItem), nextCursor: writeReviewsCursor(isEnd ? endLook(cursor, look) : { ...cursor, look }), more: !isEnd, pollAgainAfterMs }
}
