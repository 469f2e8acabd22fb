import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { asXId, type XApi } from './x-api.ts'
import { xOneSchema } from './x-schemas.ts'

/** The acts that X leaves to apps that pay by use; it took likes, follows and quotes from them on 2026-04-20 and has no blocks: https://docs.x.com/changelog. */
export async function actOnX(api: XApi, { account }: AccountSession, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const id = asXId(remoteId)
  if (!id.ok) return id
  const own = `/2/users/${account.remoteId}`
  switch (act) {
    case 'repost':
      return api.order('POST', `${own}/retweets`, { tweet_id: id.value })
    case 'unrepost':
      return orGone(await api.order('DELETE', `${own}/retweets/${id.value}`))
    case 'delete':
      return orGone(await api.order('DELETE', `/2/tweets/${id.value}`))
    case 'hide':
    case 'unhide':
      return api.order('PUT', `/2/tweets/${id.value}/hidden`, { hidden: act === 'hide' })
    case 'mute':
      return withAuthor(api, id.value, (author) => api.order('POST', `${own}/muting`, { target_user_id: author }))
    case 'unmute':
      return withAuthor(api, id.value, (author) => api.order('DELETE', `${own}/muting/${author}`))
    case 'block':
    case 'unblock':
    case 'report':
    case 'lock':
    case 'unlock':
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', 'X does not let other programs do this'))
  }
}

async function withAuthor(api: XApi, id: string, call: (authorId: string) => Promise<NetworkResult<null>>): Promise<NetworkResult<null>> {
  const found = await api.get(`/2/tweets/${id}`, { expansions: ['author_id'] }, xOneSchema)
  if (!found.ok) return found
  const author = asXId(found.value.data?.author_id ?? '')
  return author.ok ? call(author.value) : failed('rejected', studioError('rejected', 'the post is no longer there', { details: { reason: 'gone' } }))
}

/** What is not there any more has been taken away already, by the first of two calls or by somebody. */
function orGone(result: NetworkResult<null>): NetworkResult<null> {
  const status = result.ok ? null : result.failure.error.details?.['status']
  return status === 404 || status === 410 ? done(null) : result
}
