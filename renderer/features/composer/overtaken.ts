import type { PostStatus } from '../../../shared/posts/post.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'

const goneReasons = ['series_skipped', 'series_paused', 'series_ended', 'series_changed', 'missed_dropped', 'missed_by_newer', 'zone_changed', 'deleted'] as const
export type GoneReason = (typeof goneReasons)[number] | 'unknown'

/**
 * What happened elsewhere to the post in hand, so that its words are not what is stored any more. gone: it is no longer there · moved_on: it got a time or went out without the
 * last words · changed: it says something else. Nothing is written or sent from here then; the words stay in hand.
 */
export type Overtaken =
  | { readonly kind: 'gone'; readonly reason: GoneReason }
  | { readonly kind: 'moved_on'; readonly status: Exclude<PostStatus, 'draft'> }
  | { readonly kind: 'changed' }

/** Why a post that was there is not any more. */
export function goneReason({ details }: StudioError): GoneReason {
  return goneReasons.find((reason) => reason === details?.['reason']) ?? 'unknown'
}

/** The post itself is missing, and not an account or a picture of it. */
export function isPostMissing({ code, details }: StudioError): boolean {
  return code === 'not_found' && details?.['accountId'] === undefined && details?.['mediaId'] === undefined
}
