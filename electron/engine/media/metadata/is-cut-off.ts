import type { ImageType } from '../../../../shared/media/media-item.ts'
import { isCutOff as isJpegCutOff } from './clean-jpeg.ts'
import { isGifCutOff } from './clean-gif.ts'
import { isPngCutOff } from './clean-png.ts'
import { isWebpCutOff } from './clean-webp.ts'

/** Whether the file stops before its picture does: a copy or a download that broke off. Programs show such a file with grey or nothing where the rest would be. */
export function isCutOff(mediaType: ImageType, bytes: Uint8Array): boolean {
  switch (mediaType) {
    case 'image/jpeg':
      return isJpegCutOff(bytes)
    case 'image/png':
      return isPngCutOff(bytes)
    case 'image/webp':
      return isWebpCutOff(bytes)
    case 'image/gif':
      return isGifCutOff(bytes)
  }
}
