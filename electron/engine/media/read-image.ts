import { imageSize } from 'image-size'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { hugeArea, maxDecodedArea } from '../images/image-task.ts'
import type { ImageType } from '../../../shared/media/media-item.ts'
import type { ImageFacts } from '../images/image-facts.ts'

/** Largest file taken, in bytes: what cameras of 200 megapixels write, as JPEG. */
export const maxImageBytes = 400 * 1024 * 1024
/** Longest side in pixels: a panorama. The page shows the large ones small (`shownAddress`). */
const maxSide = 40_000
/** Sizes stand near the beginning; reading no further keeps a damaged file from holding anything up. */
const headerBytes = 4 * 1024 * 1024

/** Tells what an image is from its content alone; a name or an extension proves nothing. */
export function readImage(bytes: Uint8Array): Result<ImageFacts> {
  if (bytes.byteLength > maxImageBytes) return fail(tooLarge('bytes', bytes.byteLength, maxImageBytes))
  const mediaType = typeByContent(bytes)
  if (mediaType === null) return fail(studioError('media_kind_unsupported', 'neither JPEG, PNG, WebP nor GIF'))
  const size = measure(bytes)
  if (size === null) return fail(studioError('media_unreadable', `no size found in a ${mediaType}`))
  const side = Math.max(size.width, size.height)
  if (side > maxSide) return fail(tooLarge('side', side, maxSide))
  const maxArea = mediaType === 'image/gif' ? hugeArea : maxDecodedArea
  if (size.width * size.height > maxArea) return fail(tooLarge('area', size.width * size.height, maxArea))
  return succeed({ mediaType, ...size })
}

/** First bytes as in the formats' specifications. */
function typeByContent(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif'
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return 'image/webp'
  return null
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}

function measure(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation } = imageSize(bytes.subarray(0, headerBytes))
    if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0)) return null
    // EXIF 2.32, tag 0x0112: 5 to 8 turn the image by a quarter.
    const isTurned = orientation !== undefined && orientation >= 5 && orientation <= 8
    return isTurned ? { width: height, height: width } : { width, height }
  } catch {
    // The library throws whatever it stumbles over in a damaged file; for us all of it means "unreadable".
    return null
  }
}

function tooLarge(what: 'bytes' | 'side' | 'area', found: number, max: number) {
  return studioError('media_too_large', `${what}: ${found} is over ${max}`, { details: { what, found, max } })
}
