import { coverBytes, coverSide } from '../../../shared/media/film-cover.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { MediaToSend } from '../networks/network-media.ts'

/** From the best to one that surely weighs little. */
const attempts = [{ side: coverSide, quality: 90 }, { side: coverSide, quality: 78 }, { side: 1280, quality: 75 }] as const

/** A picture as a JPEG that every network takes for a cover, made once it is read; the picture itself stays as it is. */
export function asCover(picture: MediaToSend, images: Pick<ImageWork, 'run'>, signal: AbortSignal): MediaToSend {
  let made: Promise<Uint8Array> | null = null
  const read = (): Promise<Uint8Array> => (made ??= makeCover(picture, images, signal))
  return {
    ...picture, mediaType: 'image/jpeg', fileName: 'cover.jpg', altText: '', read,
    async readPart(offset, length) {
      return (await read()).subarray(offset, offset + length)
    }
  }
}

async function makeCover(picture: MediaToSend, images: Pick<ImageWork, 'run'>, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = await picture.read()
  const isGood = picture.mediaType === 'image/jpeg' && bytes.byteLength <= coverBytes && Math.max(picture.width, picture.height) <= coverSide
  if (isGood) return bytes
  let smallest: Uint8Array | null = null
  for (const { side, quality } of attempts) {
    const done = await images.run({ bytes, isUprighted: true, fitWithin: side, output: { mediaType: 'image/jpeg', quality } }, { signal })
    if (!done.ok) throw new Error(`no cover could be made of ${picture.fileName}: ${done.error.message}`)
    smallest = done.value.bytes
    if (smallest.byteLength <= coverBytes) break
  }
  return smallest ?? bytes
}
