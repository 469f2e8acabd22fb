import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { goneThere, type EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import { asLocalPost, type GoogleBusinessApi } from './google-business-api.ts'
import { localPostSchema } from './google-business-schemas.ts'
import { isRefused, outcomeOf } from './google-business-state.ts'

/** https://developers.google.com/my-business/content/posts-data, “Edit posts” (read on 2026-11-23): what the mask does not name stays, the photo and the button too. */
export async function editLocalPost(api: GoogleBusinessApi, { remoteId, text }: Pick<EditTarget, 'remoteId' | 'text'>): Promise<NetworkResult<null>> {
  const name = asLocalPost(remoteId)
  if (!name.ok) return name
  const changed = await api.send('PATCH', `/v4/${name.value}`, { updateMask: 'summary' }, { summary: text }, localPostSchema)
  if (!changed.ok) return isNotThere(changed.failure) ? failed('rejected', goneThere) : changed
  // Google looks at the new words as at those of a new post.
  return mapValue(outcomeOf(changed.value), () => null)
}

export async function readLocalPost(api: GoogleBusinessApi, remoteId: string): Promise<NetworkResult<PostThere | 'gone'>> {
  const name = asLocalPost(remoteId)
  if (!name.ok) return name
  const read = await api.get('posts', `/v4/${name.value}`, {}, localPostSchema)
  if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
  const { summary = '', media = [] } = read.value
  return done({ ...(isRefused(read.value) ? { isRefused: true } : {}), text: summary, media: media.map(({ mediaFormat }) => ({ kind: mediaFormat === 'VIDEO' ? ('video' as const) : ('picture' as const) })) })
}
