import { writeVtt } from '../../../../shared/captions/write-captions.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { StreamedBody } from '../../http/http-client.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { isVideo, streamedFile } from '../streamed-form.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { handOverToService, type FilmsOfAttempt, type HandedOver } from './bluesky-film.ts'
import { openVideoService } from './bluesky-video-service.ts'
import { uploadedSchema, type Blob } from './uploaded-blob.ts'

/** app.bsky.embed.images, maxLength. More of them are a gallery (app.bsky.embed.gallery), which apps from before 2026 do not show: so only then. Lexicons read on 2026-11-23. */
const mostInGrid = 4

/** What a record says of its pictures or its one video; null without any. */
export async function mediaEmbed(context: BlueskyContext, media: readonly MediaToSend[], attempt: FilmsOfAttempt): Promise<NetworkResult<object | null>> {
  const [first, ...others] = media
  if (first === undefined) return done(null)
  if (media.some(isVideo)) {
    if (others.length > 0) return failed('rejected', studioError('rejected', 'a post on Bluesky has one video and nothing beside it'))
    const film = await uploadFilm(context, first, attempt)
    if (!film.ok) return film
    return mapValue(await uploadCaptions(context, first), (captions) => ({ $type: 'app.bsky.embed.video', video: film.value, ...(captions.length === 0 ? {} : { captions }), ...(first.altText === '' ? {} : { alt: first.altText }), aspectRatio: aspectRatioOf(first) }))
  }
  const images: object[] = []
  for (const item of media) {
    const uploaded = await uploadToServer(context, item, await item.read())
    if (!uploaded.ok) return uploaded
    images.push({ alt: item.altText, image: uploaded.value, aspectRatio: aspectRatioOf(item) })
  }
  if (images.length <= mostInGrid) return done({ $type: 'app.bsky.embed.images', images })
  return done({ $type: 'app.bsky.embed.gallery', items: images.map((image) => ({ $type: 'app.bsky.embed.gallery#image', ...image })) })
}

/**
 * By the video service, which works on a film before the post names it. Where it does not serve the account's server, the film goes there as pictures do, and the network works on it once the
 * post is out: https://docs.bsky.app/docs/tutorials/video (both ways, read on 2026-11-23).
 */
async function uploadFilm(context: BlueskyContext, film: MediaToSend, attempt: FilmsOfAttempt): Promise<NetworkResult<Blob>> {
  const handed: HandedOver = context.video === null ? 'not_this_way' : await handOverToService(openVideoService(context, context.video), attempt, film)
  return handed === 'not_this_way' ? uploadToServer(context, film, streamedFile(film, attempt.session.onUploaded)) : handed
}

/** Once the film is taken, so that none lies there in vain; nothing of it is seen before the post names it. What the server has against them costs no film: the next attempt names the one that is there. Lexicon read on 2026-11-23. */
async function uploadCaptions({ xrpc, server }: BlueskyContext, { captions = [] }: MediaToSend): Promise<NetworkResult<readonly object[]>> {
  const uploaded: object[] = []
  for (const { language, fileName, cues } of captions) {
    const sent = aboutFile(await xrpc.upload(server, 'com.atproto.repo.uploadBlob', new TextEncoder().encode(writeVtt(cues)), 'text/vtt', uploadedSchema), { fileName })
    if (!sent.ok) return sent
    uploaded.push({ lang: language, file: sent.value.blob })
  }
  return done(uploaded)
}

async function uploadToServer({ xrpc, server }: BlueskyContext, file: MediaToSend, body: Uint8Array | StreamedBody): Promise<NetworkResult<Blob>> {
  return mapValue(aboutFile(await xrpc.upload(server, 'com.atproto.repo.uploadBlob', body, file.mediaType, uploadedSchema), file), ({ blob }) => blob)
}

function aspectRatioOf({ width, height }: MediaToSend): object {
  return { width, height }
}
