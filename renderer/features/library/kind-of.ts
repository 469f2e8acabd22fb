import type { LibraryPicture } from '../../../shared/media/library-picture.ts'
import { isVideo } from '../../../shared/media/media-item.ts'

/** What several of the library are called together; `file`: some are pictures, some videos. */
export function kindOf(pictures: readonly Pick<LibraryPicture, 'item'>[]): 'picture' | 'video' | 'file' {
  const videos = videosIn(pictures)
  return videos === 0 ? 'picture' : videos === pictures.length ? 'video' : 'file'
}

export function videosIn(pictures: readonly Pick<LibraryPicture, 'item'>[]): number {
  return pictures.filter(({ item }) => isVideo(item)).length
}
