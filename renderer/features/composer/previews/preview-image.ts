import type { FilmCaptions } from '../../../../shared/captions/film-captions.ts'
import { isVideo, mediaAddress, shownAddress, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import { peopleFor } from '../../../../shared/posts/people-shown.ts'
import type { FocalPoint } from '../../../../shared/posts/post.ts'
import type { PreviewImage } from './preview-props.ts'

/** Where the network is told of it. */
export function focusThere(focus: FocalPoint | undefined, { images }: Pick<NetworkCapabilities, 'images'>): Pick<PreviewImage, 'focus'> {
  return focus === undefined || images.focus === undefined ? {} : { focus }
}

/** Where the network is told of anybody. */
export function peopleThere(...asked: Parameters<typeof peopleFor>): Pick<PreviewImage, 'people'> {
  const people = peopleFor(...asked)
  return people.length === 0 ? {} : { people }
}

/** A file of the client's as previews show it; of a film the cover that was chosen, else a picture of its beginning. */
export function previewImageOf(workspaceId: string, item: MediaItem, altText: string, coverId: string | null = null, captions: readonly Pick<FilmCaptions, 'captionsId' | 'language'>[] = []): PreviewImage {
  const { id: mediaId, width, height } = item
  if (!isVideo(item)) return { mediaId, address: shownAddress(workspaceId, item), altText, width, height }
  const { fileName, durationMs, hasCover } = item
  return { mediaId, address: mediaAddress(workspaceId, coverId ?? mediaId, coverId === null ? 'small' : 'full'), altText, width, height, film: { address: mediaAddress(workspaceId, mediaId), fileName, durationMs, hasCover: hasCover || coverId !== null, ...(captions.length === 0 ? {} : { captions }) } }
}
