import { studioError } from '../../../shared/errors/studio-error.ts'
import type { PictureFit } from '../../../shared/networks/image-rule.ts'
import type { MediaToSend } from './network-media.ts'
import type { PublicFile, PublicMedia } from './network-public-media.ts'
import type { AccountSession } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed } from './network-results.ts'
import { isVideo } from './streamed-form.ts'

export type PlacedMedia = MediaToSend & { readonly url: string }

/**
 * For networks that take no bytes but fetch files themselves: puts each where anybody can fetch it, does the work, and takes all of them away again, however it
 * ended. By then the network has them, or nothing will come of it.
 */
export async function withPublicFiles<Value>(
  { publicMedia, signal, onUploaded }: Pick<AccountSession, 'publicMedia' | 'signal' | 'onUploaded'>, media: readonly MediaToSend[], mediaTypes: readonly string[], work: (placed: readonly PlacedMedia[]) => Promise<NetworkResult<Value>>, fit?: PictureFit
): Promise<NetworkResult<Value>> {
  if (media.length === 0) return work([])
  if (publicMedia === undefined) return failed('rejected', studioError('media_host_missing', 'the network fetches pictures at an address, and this client has no place for them'))
  const there: PublicFile[] = []
  try {
    const placed = await placeAll((file, tell) => publicMedia.place(file, mediaTypes, { signal, ...(tell === undefined ? {} : { onUploaded: tell }), ...(fit === undefined ? {} : { fit }) }), media, onUploaded, there)
    return placed.ok ? await work(placed.value) : placed
  } finally {
    for (const file of there) file.release()
  }
}

type Place = (file: MediaToSend, onUploaded: AccountSession['onUploaded']) => ReturnType<PublicMedia['place']>

/** Pictures are there at once; what is told is how much of the videos has gone, of all of them together. */
async function placeAll(place: Place, media: readonly MediaToSend[], onUploaded: AccountSession['onUploaded'], there: PublicFile[]): Promise<NetworkResult<readonly PlacedMedia[]>> {
  const placed: PlacedMedia[] = []
  const ofVideos = media.filter(isVideo).reduce((sum, { byteLength }) => sum + byteLength, 0)
  let gone = 0
  for (const file of media) {
    const before = gone
    const result = await place(file, onUploaded && isVideo(file) ? (sent) => onUploaded(before + sent, ofVideos) : undefined)
    if (!result.ok) return result
    if (isVideo(file)) gone += file.byteLength
    there.push(result.value)
    placed.push({ ...file, url: result.value.url })
  }
  return done(placed)
}
