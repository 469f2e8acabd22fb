import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { WordpressApi } from './wordpress-api.ts'
import { wordpressErrorOf } from './wordpress-failures.ts'
import { lockOnWordpress } from './wordpress-lock.ts'

/** What a site says of what lies in its bin, or was thrown away. */
const goneErrors: ReadonlySet<string> = new Set(['rest_already_trashed', 'rest_post_invalid_id', 'rest_comment_invalid_id'])

/** Comments and posts by `comment:7` and `post:7`: https://developer.wordpress.org/rest-api/reference/comments/ (read on 2026-11-21). Deleting puts into the bin. */
export async function actOnWordpress(api: WordpressApi, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const [, kind, id] = /^(comment|post):(\d+)$/.exec(remoteId) ?? []
  if (kind === undefined || id === undefined) return failed('rejected', studioError('rejected', 'this is neither post nor comment'))
  if (act === 'delete') return orGone(mapValue(await api.delete(`/wp/v2/${kind}s/${id}`, z.unknown()), () => null))
  if (kind === 'comment' && (act === 'hide' || act === 'unhide')) {
    return mapValue(await api.post(`/wp/v2/comments/${id}`, { status: act === 'hide' ? 'hold' : 'approved' }, z.unknown(), 'visible'), () => null)
  }
  if (kind === 'comment' && (act === 'lock' || act === 'unlock')) return lockOnWordpress(api, id, act === 'lock')
  return failed('rejected', studioError('rejected', `WordPress has no ${act}`))
}

function orGone(result: NetworkResult<null>): NetworkResult<null> {
  return !result.ok && goneErrors.has(wordpressErrorOf(result.failure)) ? done(null) : result
}
