import type { ImageType } from '../../../../shared/media/media-item.ts'
import { cleanGif } from './clean-gif.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'
import type { Cleaned } from './cleaned.ts'

/**
 * The picture without anything about who took it, where, when and with what. Each format keeps a short list of what draws it and gives its colours, so that a kind of
 * metadata nobody has thought of goes as well. Never throws, whatever the bytes are.
 */
export function cleanMetadata(mediaType: ImageType, bytes: Uint8Array): Cleaned {
  switch (mediaType) {
    case 'image/jpeg': return cleanJpeg(bytes)
    case 'image/png': return cleanPng(bytes)
    case 'image/webp': return cleanWebp(bytes)
    case 'image/gif': return cleanGif(bytes)
  }
}
