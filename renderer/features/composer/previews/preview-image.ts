import { isVideo, mediaAddress, shownAddress, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { PreviewImage } from './preview-props.ts'

/** A file of the client's as previews show it; of a film its cover. */
export function previewImageOf(workspaceId: string, item: MediaItem, altText: string): PreviewImage {
  const { id: mediaId, width, height } = item
  if (!isVideo(item)) return { mediaId, address: shownAddress(workspaceId, item), altText, width, height }
  const { fileName, durationMs, hasCover } = item
  return { mediaId, address: mediaAddress(workspaceId, mediaId, 'small'), altText, width, height, film: { address: mediaAddress(workspaceId, mediaId), fileName, durationMs, hasCover } }
}
