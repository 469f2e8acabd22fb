import { z } from 'zod'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { isVideo, streamedFile } from '../streamed-form.ts'
import type { PlacedImage } from './document-to-blocks.ts'
import type { WordpressApi } from './wordpress-api.ts'

const mediaSchema = z.looseObject({ id: z.number(), source_url: z.string(), alt_text: z.string().optional() })

/**
 * Puts the pictures and videos into the media library, each under a name that follows from the intent, so that a second attempt finds those of the first
 * instead of filling the library with copies: https://developer.wordpress.org/rest-api/reference/media/ (read on 2026-11-21).
 */
export async function placeImages(api: WordpressApi, media: readonly MediaToSend[], idempotencyKey: string, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<readonly PlacedImage[]>> {
  const images: PlacedImage[] = []
  for (const [index, item] of media.entries()) {
    const image = await placeImage(api, item, `vigie-${idempotencyKey}-${index + 1}`, onUploaded)
    if (!image.ok) return image
    const poster = item.cover === undefined ? null : await placeImage(api, item.cover.picture, `vigie-${idempotencyKey}-${index + 1}-cover`, undefined)
    if (poster !== null && !poster.ok) return poster
    images.push(poster === null ? image.value : { ...image.value, posterUrl: poster.value.url })
  }
  return done(images)
}

async function placeImage(api: WordpressApi, item: MediaToSend, slug: string, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<PlacedImage>> {
  const there = await api.get('/wp/v2/media', { slug, context: 'edit' }, z.array(mediaSchema))
  if (!there.ok) return there
  const [known] = there.value
  const placed = ({ id, source_url: url }: z.infer<typeof mediaSchema>): PlacedImage => ({ id, url, altText: item.altText, isVideo: isVideo(item) })
  if (known !== undefined) return done(placed(known))
  const file = { bytes: isVideo(item) ? streamedFile(item, onUploaded) : await item.read(), mediaType: item.mediaType, fileName: item.fileName }
  const uploaded = aboutFile(await api.upload('/wp/v2/media', { slug, alt_text: item.altText === '' ? undefined : item.altText }, file, mediaSchema), item)
  return mapValue(uploaded, placed)
}
