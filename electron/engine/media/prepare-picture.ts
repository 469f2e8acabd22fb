import { succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { ImageWork } from '../images/image-work.ts'
import { withOrientation } from './metadata/clean-jpeg.ts'
import { cleanMetadata } from './metadata/clean-metadata.ts'
import { isCutOff } from './metadata/is-cut-off.ts'
import { readImage } from './read-image.ts'
import type { ImageFacts } from '../images/image-facts.ts'

export interface PreparedPicture {
  readonly bytes: Uint8Array
  readonly facts: ImageFacts
}

/** A file that is about to become a picture of the client's: one whose end is missing is refused, for nobody would see it before it is out. */
export function refusalOf(bytes: Uint8Array): StudioError | null {
  const found = readImage(bytes)
  return found.ok && isCutOff(found.value.mediaType, bytes) ? studioError('media_unreadable', 'the file stops before its picture does', { details: { reason: 'cut_off' } }) : null
}

/** Little enough loss that nobody sees it, for the one time that a turned photo is encoded anew. */
const turnedQuality = 94

/**
 * The picture as it is kept and sent: without metadata, upright. Upright pictures keep their pixels bit by bit; one that its EXIF turns is turned for good. One that cannot
 * be decoded for that stays as it lies, a JPEG with nothing but the word on how it is turned. Fails with `work_cancelled` when the signal ends it.
 */
export async function preparePicture(images: Pick<ImageWork, 'run'>, bytes: Uint8Array, signal: AbortSignal): Promise<Result<PreparedPicture>> {
  const found = readImage(bytes)
  if (!found.ok) return found
  const { mediaType } = found.value
  const cleaned = cleanMetadata(mediaType, bytes)
  if (cleaned.orientation === 1) return measured(cleaned.bytes)
  const turned = await images.run({ bytes, isUprighted: true, output: { mediaType, quality: turnedQuality } }, { signal })
  if (turned.ok) return measured(cleanMetadata(mediaType, turned.value.bytes).bytes)
  if (turned.error.code === 'work_cancelled') return turned
  return measured(mediaType === 'image/jpeg' ? withOrientation(cleaned.bytes, cleaned.orientation) : cleaned.bytes)
}

function measured(bytes: Uint8Array): Result<PreparedPicture> {
  const facts = readImage(bytes)
  return facts.ok ? succeed({ bytes, facts: facts.value }) : facts
}
