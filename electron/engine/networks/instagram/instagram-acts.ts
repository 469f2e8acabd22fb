import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { asMetaId } from '../meta/media-container.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment (read on 2026-11-21). */
export async function actOnInstagram(graph: GraphCalls, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const id = asMetaId(remoteId)
  if (!id.ok) return id
  switch (act) {
    case 'delete': {
      const deleted = await graph.order('DELETE', `/${id.value}`)
      // Taken away already, by the first of two calls or by somebody.
      return !deleted.ok && isNotFound(deleted.failure) ? done(null) : deleted
    }
    case 'hide':
    case 'unhide':
      return graph.order('POST', `/${id.value}`, { hide: act === 'hide' })
    case 'repost':
    case 'unrepost':
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
    case 'report':
      return failed('rejected', studioError('rejected', 'Instagram does not let other programs do this'))
  }
}
