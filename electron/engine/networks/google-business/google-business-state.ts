import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { Published } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import type { LocalPost } from './google-business-schemas.ts'

const askAgainAfterMs = 60_000

/** Where a post stands: in Google's search, as soon as it says. */
export function addressOf({ name, searchUrl }: LocalPost): Pick<Published, 'remoteId' | 'url'> {
  return { remoteId: name, url: searchUrl ?? null }
}

export function isAtWork({ state }: Pick<LocalPost, 'state'>): boolean {
  return state === 'PROCESSING' || state === 'SCHEDULED'
}

export function isRefused({ state }: Pick<LocalPost, 'state'>): boolean {
  return state === 'REJECTED'
}

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts#LocalPostState (read on 2026-11-23). What Google looks at is not there yet, and may be refused. */
export function outcomeOf(post: LocalPost): NetworkResult<Published> {
  if (isRefused(post)) return failed('rejected', studioError('rejected', 'Google looked at the post and does not show it', { details: { reason: 'google_refused_post' } }))
  return done(isAtWork(post) ? { ...addressOf(post), pending: { token: post.name, askAgainAfterMs } } : addressOf(post))
}
