import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { kindOfId, type YoutubeApi } from './youtube-api.ts'
import { isNotFound } from './youtube-failures.ts'

/** https://developers.google.com/youtube/v3/docs/comments/setModerationStatus (read on 2026-11-21). Who is banned is banned for good, and the comment is rejected with them. */
export async function actOnYoutube(api: YoutubeApi, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const kind = kindOfId(remoteId)
  if (!kind.ok) return kind
  if (act === 'delete') return orGone(await api.order('DELETE', `/youtube/v3/${kind.value}s`, { id: remoteId }))
  if (kind.value === 'video') return failed('rejected', studioError('rejected', 'videos of YouTube are no comments'))
  switch (act) {
    case 'hide':
      return moderate(api, remoteId, { moderationStatus: 'heldForReview' })
    case 'unhide':
      return moderate(api, remoteId, { moderationStatus: 'published' })
    case 'block':
      return moderate(api, remoteId, { moderationStatus: 'rejected', banAuthor: true })
    case 'repost':
    case 'unrepost':
    case 'mute':
    case 'unmute':
    case 'unblock':
    case 'report':
    case 'detach':
    case 'undetach':
    case 'lock':
    case 'unlock':
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', 'YouTube does not let other programs do this'))
  }
}

function moderate(api: YoutubeApi, id: string, status: { readonly moderationStatus: string; readonly banAuthor?: true }): Promise<NetworkResult<null>> {
  return api.order('POST', '/youtube/v3/comments/setModerationStatus', { id: [id], ...status })
}

/** What is not there any more has been taken away already, by the first of two calls or by somebody. */
export function orGone(result: NetworkResult<null>): NetworkResult<null> {
  return !result.ok && isNotFound(result.failure) ? done(null) : result
}
