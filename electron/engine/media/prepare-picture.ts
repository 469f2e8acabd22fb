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

/**
 * A file that is about to become a picture of the client's: one whose end is missing, or that is damaged within, is refused, for nobody would see it before it is out. JPEG and GIF are read on
 * past a damage by every program and network. Where it could not be tried, nothing is held against it.
 */
export async function refusalOf(images: Pick<ImageWork, 'decode'>, bytes: Uint8Array, signal: AbortSignal): Promise<StudioError | null> {
  const found = readImage(bytes)
  // What it is instead is told by whoever reads it next.
  if (!found.ok) return null
  const { mediaType } = found.value
  if (isCutOff(mediaType, bytes)) return studioError('media_unreadable', 'the file stops before its picture does', { details: { reason: 'cut_off' } })
  if (mediaType !== 'image/png' && mediaType !== 'image/webp') return null
  // Without what was written about it: that is not kept, whatever is wrong with it.
  const decoded = await images.decode(cleanMetadata(mediaType, bytes).bytes, signal)
  return !decoded.ok && (decoded.error.code === 'work_cancelled' || decoded.error.details?.['reason'] === 'damaged') ? decoded.error : null
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
