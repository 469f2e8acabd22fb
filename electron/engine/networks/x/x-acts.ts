import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import { asXId, type XApi } from './x-api.ts'
import { xOneSchema } from './x-schemas.ts'

/** The acts that X leaves to apps that pay by use; it took likes, follows and quotes from them on 2026-04-20 and has no blocks but of messages: https://docs.x.com/changelog. */
export async function actOnX(api: XApi, { account }: AccountSession, { act, remoteId, conversationRemoteId }: Pick<ActTarget, 'act' | 'remoteId' | 'conversationRemoteId'>): Promise<NetworkResult<null>> {
  if (conversationRemoteId !== undefined && (act === 'block' || act === 'unblock')) return setMessagesBlocked(api, account.remoteId, conversationRemoteId, act)
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
    case 'detach':
    case 'undetach':
    case 'lock':
    case 'unlock':
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', 'X does not let other programs do this'))
  }
}

/**
 * Whoever writes to the account in a conversation of two can write to it no more, or again; nothing else changes: `POST /2/users/{id}/dm/block` and `/dm/unblock` of its description
 * (https://github.com/xdevplatform/xdk/blob/84c2654/specs/openapi.json, read on 2026-11-23). The id of such a conversation names both.
 */
async function setMessagesBlocked(api: XApi, ownId: string, conversationId: string, act: 'block' | 'unblock'): Promise<NetworkResult<null>> {
  const [, ...two] = /^(\d{1,19})-(\d{1,19})$/.exec(conversationId) ?? []
  const other = two.find((id) => id !== ownId)
  if (other === undefined || !two.includes(ownId)) return failed('rejected', studioError('rejected', 'a block of messages needs the conversation of two that they are written in'))
  return api.order('POST', `/2/users/${other}/dm/${act}`)
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
