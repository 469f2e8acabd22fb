import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { FacebookApi } from './facebook-api.ts'
import { createdSchema } from './facebook-schemas.ts'

/**
 * Hands over the pictures, which nobody sees until a post takes them: https://developers.facebook.com/docs/graph-api/reference/page/photos/ (read on 2026-11-21).
 * `isForLater`: those of a post that waits there have to say so, or they are thrown away.
 */
export async function uploadPhotos(api: FacebookApi, pageId: string, media: readonly MediaToSend[], isForLater: boolean): Promise<NetworkResult<readonly string[]>> {
  const ids: string[] = []
  for (const item of media) {
    const form = new FormData()
    // A copy, for the types: what is read may be part of a larger buffer.
    form.append('source', new Blob([new Uint8Array(await item.read())], { type: item.mediaType }), item.fileName)
    form.append('published', 'false')
    if (isForLater) form.append('temporary', 'true')
    if (item.altText !== '') form.append('alt_text_custom', item.altText)
    const uploaded = aboutFile(await api.upload(`/${pageId}/photos`, form, createdSchema), item)
    if (!uploaded.ok) return uploaded
    ids.push(uploaded.value.id)
  }
  return done(ids)
}
