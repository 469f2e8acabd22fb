import { studioError } from '../../../../shared/errors/studio-error.ts'
import { tiktokPageUrl } from '../../../../shared/networks/tiktok-capabilities.ts'
import { byHandToken } from '../../../../shared/outbox/by-hand.ts'
import type { Published } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { statusSchema, type TiktokStatus } from './tiktok-schemas.ts'

/** TikTok looks at a video for half a minute and more: https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status (read on 2026-11-21). */
const askAgainAfterMs = 15_000

/** What became of a hand-over, by TikTok's number for it. */
export async function readStatus(api: TiktokApi, publishId: string): Promise<NetworkResult<TiktokStatus>> {
  return mapValue(await api.ask('/v2/post/publish/status/fetch/', { publish_id: publishId }, statusSchema), ({ data }) => data)
}

/** Taken, and not yet looked at. */
export function takenAs(publishId: string): Published {
  return { remoteId: publishId, url: tiktokPageUrl, pending: { token: publishId, askAgainAfterMs } }
}

/** How far a video is that was handed over whole. */
export function outcomeOf(publishId: string, { status, fail_reason, publicaly_available_post_id }: TiktokStatus): NetworkResult<Published> {
  switch (status) {
    // Announced in the person's app: only they can post it.
    case 'SEND_TO_USER_INBOX':
      return done({ remoteId: publishId, url: tiktokPageUrl, pending: { token: byHandToken, askAgainAfterMs: null, waitsForPerson: true } })
    case 'PUBLISH_COMPLETE': {
      // Without a number it is there for few people, or is still being looked at.
      const id = publicaly_available_post_id?.[0] ?? null
      return done({ remoteId: id ?? publishId, url: id === null ? tiktokPageUrl : `https://www.tiktok.com/video/${id}` })
    }
    case 'FAILED':
      return failed('rejected', studioError('rejected', `TikTok did not keep the video: ${fail_reason ?? ''}`, { details: { reason: reasonOf(fail_reason ?? ''), name: fail_reason ?? '' } }))
    default:
      return done(takenAs(publishId))
  }
}

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status, “Fail reasons” (read on 2026-11-21). */
const reasons: Readonly<Record<string, string>> = {
  file_format_check_failed: 'tiktok_format',
  frame_rate_check_failed: 'tiktok_format',
  picture_size_check_failed: 'tiktok_format',
  // The fetched pictures (read on 2026-11-22).
  photo_pull_failed: 'tiktok_pull',
  duration_check_failed: 'tiktok_duration',
  spam_risk_user_banned_from_posting: 'tiktok_banned',
  // Of posts that go out at once (read on 2026-11-22).
  spam_risk_too_many_posts: 'tiktok_too_many',
  spam_risk_text: 'tiktok_words',
  spam_risk: 'tiktok_spam',
  auth_removed: 'tiktok_login_ended',
  publish_cancelled: 'tiktok_cancelled'
}

function reasonOf(failReason: string): string {
  return reasons[failReason] ?? 'tiktok_failed'
}
