import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import type { CaptionsToSend, MediaToSend } from '../networks/network-media.ts'
import type { Located } from './thumbnails.ts'

/** What the other features know of media files. */
export interface MediaService {
  /** In the order asked for; an unknown id is left out. */
  list(mediaIds: readonly string[]): readonly MediaItem[]
  /** The file behind an item, as adapters take it; null when the item or its file is gone. */
  toSend(mediaId: string, altText: string): MediaToSend | null
  /** A picture as the cover of a film: a JPEG that every network takes, made when it is read; null when it is gone, or is a film itself. */
  coverToSend(mediaId: string): MediaToSend | null
  /** The subtitles that were chosen for a film, read; null when one of them is gone. */
  captionsToSend(captions: readonly Pick<FilmCaptions, 'captionsId' | 'language' | 'fileName'>[]): readonly CaptionsToSend[] | null
  /** Which of these are kept. */
  knownCaptions(captionsIds: readonly string[]): readonly string[]
  /** Pictures as the pages of one document, made when it is read, weighing no more than that. */
  documentToSend(pages: readonly MediaToSend[], title: string, maxBytes: number): MediaToSend
  /** How the picture is described, in the library or else in the post that had it last; empty when it never was. */
  describe(mediaId: string): string
  /** For the media protocol: absolute path and type; null when it is not of this workspace. */
  locate(mediaId: string): Located | null
  /** The same, small: for lists. Null too when the picture can only be shown whole, and is too large for that. */
  locateSmall(mediaId: string): Promise<Located | null>
}
