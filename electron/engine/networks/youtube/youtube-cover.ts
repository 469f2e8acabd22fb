import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { kindOfId, type YoutubeApi } from './youtube-api.ts'

/**
 * The picture that stands for a video: https://developers.google.com/youtube/v3/docs/thumbnails/set (read on 2026-11-22). The same again changes nothing. Channels that nobody confirmed by
 * telephone may not: https://support.google.com/youtube/answer/72431.
 */
export async function setYoutubeCover(api: YoutubeApi, { remoteId, picture }: { readonly remoteId: string; readonly picture: MediaToSend }): Promise<NetworkResult<null>> {
  const kind = kindOfId(remoteId)
  if (!kind.ok) return kind
  const set = await api.putPicture('/youtube/v3/thumbnails/set', { videoId: remoteId }, await picture.read(), picture.mediaType)
  return set.ok ? set : { ok: false, failure: explained(set.failure) }
}

/** YouTube says `forbidden` of a channel that may not, and names what it has against a picture. */
function explained(failure: NetworkFailure): NetworkFailure {
  if (failure.kind !== 'rejected') return failure
  const { name, status } = failure.error.details ?? {}
  const reason = status === 403 && name === 'forbidden' ? 'cover_not_allowed' : status === 400 ? 'cover_refused' : null
  return reason === null ? failure : { kind: 'rejected', error: studioError('rejected', failure.error.message, { details: { ...failure.error.details, reason } }) }
}
