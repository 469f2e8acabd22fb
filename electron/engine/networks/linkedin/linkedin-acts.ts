import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { encodeUrn, readLinkedinUrn } from './linkedin-urn.ts'

/** What is ours is taken away; LinkedIn leaves nothing else to programs. */
export async function actOnLinkedin(api: LinkedinApi, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  if (act !== 'delete') return failed('rejected', studioError('rejected', 'LinkedIn does not let other programs do this'))
  const place = readLinkedinUrn(remoteId)
  if (!place.ok) return place
  if (place.value === null) return unless(await api.order('DELETE', `/rest/posts/${encodeUrn(remoteId)}`, {}), 404)
  const { post, commentId } = place.value
  return unless(await api.order('DELETE', `/rest/socialActions/${encodeUrn(post)}/comments/${commentId}`, { actor: api.author }), 404)
}

/** https://learn.microsoft.com/linkedin/marketing/community-management/shares/reactions-api (read on 2026-11-21). */
export async function likeOnLinkedin(api: LinkedinApi, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  const place = readLinkedinUrn(remoteId)
  if (!place.ok) return place
  if (liked) return unless(await api.order('POST', '/rest/reactions', { actor: api.author }, { root: remoteId, reactionType: 'LIKE' }), 409)
  return unless(await api.order('DELETE', `/rest/reactions/(actor:${encodeUrn(api.author)},entity:${encodeUrn(remoteId)})`, {}), 404)
}

/** It is so already: by the first of two calls, or by somebody. */
function unless(result: NetworkResult<null>, status: number): NetworkResult<null> {
  return !result.ok && result.failure.kind === 'rejected' && result.failure.error.details?.['status'] === status ? done(null) : result
}
