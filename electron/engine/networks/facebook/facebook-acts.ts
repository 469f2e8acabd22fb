import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { AccountSession } from '../network-session.ts'
import { goneThere } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { asFacebookId, type FacebookApi } from './facebook-api.ts'
import { isNotFound } from '../meta/meta-failures.ts'

/** https://developers.facebook.com/docs/graph-api/reference/comment/ and /reference/page/blocked/ (read on 2026-11-21). */
export async function actOnFacebook(api: FacebookApi, { account }: AccountSession, { act, remoteId }: { readonly act: Act; readonly remoteId: string }): Promise<NetworkResult<null>> {
  const id = asFacebookId(remoteId)
  if (!id.ok) return id
  switch (act) {
    case 'delete':
      return orGone(await api.order('DELETE', `/${id.value}`))
    case 'hide':
    case 'unhide':
      return api.order('POST', `/${id.value}`, { is_hidden: act === 'hide' })
    case 'block':
      return withAuthor(api, id.value, (author) => api.order('POST', `/${account.remoteId}/blocked`, { psid: [author] }))
    case 'unblock':
      return withAuthor(api, id.value, (author) => api.order('DELETE', `/${account.remoteId}/blocked`, { psid: author }))
    case 'repost':
    case 'unrepost':
    case 'mute':
    case 'unmute':
    case 'report':
    case 'detach':
    case 'undetach':
    case 'lock':
    case 'unlock':
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', 'Facebook does not let other programs do this'))
  }
}

export async function likeOnFacebook(api: FacebookApi, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  const id = asFacebookId(remoteId)
  return id.ok ? api.order(liked ? 'POST' : 'DELETE', `/${id.value}/likes`) : id
}

export async function editOnFacebook(api: FacebookApi, { remoteId, text }: { readonly remoteId: string; readonly text: string }): Promise<NetworkResult<null>> {
  const id = asFacebookId(remoteId)
  if (!id.ok) return id
  const edited = await api.order('POST', `/${id.value}`, { message: text })
  return !edited.ok && isNotFound(edited.failure) ? failed('rejected', goneThere) : edited
}

const authorSchema = z.looseObject({ from: z.looseObject({ id: z.string() }).optional() })

async function withAuthor(api: FacebookApi, id: string, call: (authorId: string) => Promise<NetworkResult<null>>): Promise<NetworkResult<null>> {
  const found = await api.get(`/${id}`, { fields: 'id,from' }, authorSchema)
  if (!found.ok) return found
  const author = asFacebookId(found.value.from?.id ?? '')
  return author.ok ? call(author.value) : failed('rejected', studioError('rejected', 'Facebook does not tell who wrote it', { details: { reason: 'author_not_told' } }))
}

/** What is not there any more has been taken away already, by the first of two calls or by somebody. */
function orGone(result: NetworkResult<null>): NetworkResult<null> {
  return !result.ok && isNotFound(result.failure) ? done(null) : result
}
