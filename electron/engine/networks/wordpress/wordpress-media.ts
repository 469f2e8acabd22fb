import { z } from 'zod'
import { captionLanguageName } from '../../../../shared/captions/caption-languages.ts'
import { writeVtt } from '../../../../shared/captions/write-captions.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { isVideo, streamedFile } from '../streamed-form.ts'
import type { PlacedImage, PlacedTrack } from './document-to-blocks.ts'
import type { Query, WordpressApi } from './wordpress-api.ts'

type UploadedFile = Parameters<WordpressApi['upload']>[2]

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
    const tracks = await placeCaptions(api, item, `vigie-${idempotencyKey}-${index + 1}`)
    if (!tracks.ok) return tracks
    images.push({ ...image.value, ...(poster === null ? {} : { posterUrl: poster.value.url }), ...(tracks.value.length === 0 ? {} : { tracks: tracks.value }) })
  }
  return done(images)
}

/** Subtitles lie in the library like any other file; `text/vtt` is among what it takes by itself: https://developer.wordpress.org/reference/functions/wp_get_mime_types/ (read on 2026-11-23). */
async function placeCaptions(api: WordpressApi, { fileName, captions = [] }: MediaToSend, slug: string): Promise<NetworkResult<readonly PlacedTrack[]>> {
  const tracks: PlacedTrack[] = []
  for (const { language, cues, fileName: chosen } of captions) {
    const file = { bytes: new TextEncoder().encode(writeVtt(cues)), mediaType: 'text/vtt', fileName: `${fileName.replace(/\.\w+$/, '').slice(0, 60)}.${language}.vtt` }
    const placed = await placeFile(api, `${slug}-${language.toLowerCase()}`, {}, () => Promise.resolve(file))
    if (!placed.ok) return aboutFile(placed, { fileName: chosen })
    tracks.push({ src: placed.value.source_url, label: captionLanguageName(language), srcLang: language, kind: 'captions' })
  }
  return done(tracks)
}

async function placeImage(api: WordpressApi, item: MediaToSend, slug: string, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<PlacedImage>> {
  const file = async (): Promise<UploadedFile> => ({ bytes: isVideo(item) ? streamedFile(item, onUploaded) : await item.read(), mediaType: item.mediaType, fileName: item.fileName })
  const placed = aboutFile(await placeFile(api, slug, { alt_text: item.altText === '' ? undefined : item.altText }, file), item)
  return mapValue(placed, ({ id, source_url: url }) => ({ id, url, altText: item.altText, isVideo: isVideo(item) }))
}

/** The file of that name in the library; read and handed over where there is none. */
async function placeFile(api: WordpressApi, slug: string, more: Query, read: () => Promise<UploadedFile>): Promise<NetworkResult<z.infer<typeof mediaSchema>>> {
  const there = await api.get('/wp/v2/media', { slug, context: 'edit' }, z.array(mediaSchema))
  if (!there.ok) return there
  const [known] = there.value
  return known === undefined ? api.upload('/wp/v2/media', { slug, ...more }, await read(), mediaSchema) : done(known)
}
