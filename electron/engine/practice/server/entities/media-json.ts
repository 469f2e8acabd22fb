import type { MediaRow } from '../../record/media-record.ts'

/** https://docs.joinmastodon.org/entities/MediaAttachment/ */
export function mediaJson(media: MediaRow, base: string) {
  const url = `${base}/media_files/${media.id}`
  const [x = 0, y = 0] = media.focus.split(',').map(Number)
  const size = { width: media.width, height: media.height, size: `${media.width}x${media.height}`, aspect: media.width / media.height }
  return {
    id: String(media.id),
    type: media.mediaType.startsWith('video/') ? 'video' : 'image',
    url,
    preview_url: url,
    remote_url: null,
    meta: { original: size, small: size, focus: { x, y } },
    description: media.description === '' ? null : media.description,
    blurhash: null
  }
}
