import { studioError } from '../../../../shared/errors/studio-error.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { isVideo, streamedFile } from '../streamed-form.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { uploadedSchema } from './uploaded-blob.ts'

/** app.bsky.embed.images, maxLength. More of them are a gallery (app.bsky.embed.gallery), which apps from before 2026 do not show: so only then. Lexicons read on 2026-11-23. */
const mostInGrid = 4

/**
 * What a record says of its pictures or its one video; null without any. A video goes to the account's own server like a picture, and the network encodes it once the
 * post names it: https://docs.bsky.app/docs/tutorials/video (the simple way, read on 2026-11-21).
 */
export async function mediaEmbed({ xrpc, server }: BlueskyContext, media: readonly MediaToSend[], onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<object | null>> {
  const upload = async (file: MediaToSend) =>
    aboutFile(await xrpc.upload(server, 'com.atproto.repo.uploadBlob', isVideo(file) ? streamedFile(file, onUploaded) : await file.read(), file.mediaType, uploadedSchema), file)
  const [first, ...others] = media
  if (first === undefined) return done(null)
  const aspectRatioOf = ({ width, height }: MediaToSend): object => ({ width, height })
  if (media.some(isVideo)) {
    if (others.length > 0) return failed('rejected', studioError('rejected', 'a post on Bluesky has one video and nothing beside it'))
    return mapValue(await upload(first), ({ blob }) => ({ $type: 'app.bsky.embed.video', video: blob, ...(first.altText === '' ? {} : { alt: first.altText }), aspectRatio: aspectRatioOf(first) }))
  }
  const images: object[] = []
  for (const item of media) {
    const uploaded = await upload(item)
    if (!uploaded.ok) return uploaded
    images.push({ alt: item.altText, image: uploaded.value.blob, aspectRatio: aspectRatioOf(item) })
  }
  if (images.length <= mostInGrid) return done({ $type: 'app.bsky.embed.images', images })
  return done({ $type: 'app.bsky.embed.gallery', items: images.map((image) => ({ $type: 'app.bsky.embed.gallery#image', ...image })) })
}
