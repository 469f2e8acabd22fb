import type { ImageType } from '../../../shared/media/media-item.ts'

export interface ImageFacts {
  readonly mediaType: ImageType
  /** As it is seen: a photo that its EXIF turns by a quarter has its sides swapped. */
  readonly width: number
  readonly height: number
}
