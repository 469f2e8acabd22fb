import { studioError } from '../../../shared/errors/studio-error.ts'
import type { MediaToSend } from './network-media.ts'
import type { PublicFile, PublicMedia } from './network-public-media.ts'
import type { AccountSession } from './network-adapter.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed } from './network-results.ts'

export type PlacedMedia = MediaToSend & { readonly url: string }

/**
 * For networks that take no bytes but fetch files themselves: puts each where anybody can fetch it, does the work, and takes all of them away again, however it
 * ended. By then the network has them, or nothing will come of it.
 */
export async function withPublicFiles<Value>(
  { publicMedia }: Pick<AccountSession, 'publicMedia'>, media: readonly MediaToSend[], mediaTypes: readonly string[], work: (placed: readonly PlacedMedia[]) => Promise<NetworkResult<Value>>
): Promise<NetworkResult<Value>> {
  if (media.length === 0) return work([])
  if (publicMedia === undefined) return failed('rejected', studioError('media_host_missing', 'the network fetches pictures at an address, and this client has no place for them'))
  const there: PublicFile[] = []
  try {
    const placed = await placeAll(publicMedia, media, mediaTypes, there)
    return placed.ok ? await work(placed.value) : placed
  } finally {
    for (const file of there) file.release()
  }
}

async function placeAll(publicMedia: PublicMedia, media: readonly MediaToSend[], mediaTypes: readonly string[], there: PublicFile[]): Promise<NetworkResult<readonly PlacedMedia[]>> {
  const placed: PlacedMedia[] = []
  for (const file of media) {
    const result = await publicMedia.place(file, mediaTypes)
    if (!result.ok) return result
    there.push(result.value)
    placed.push({ ...file, url: result.value.url })
  }
  return done(placed)
}
