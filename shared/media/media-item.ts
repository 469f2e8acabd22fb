import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const
export type ImageType = (typeof imageTypes)[number]
/** What a chooser of files offers: also pictures that are kept as JPEG or PNG. Not every system knows the types of these, so their names stand beside them. */
export const offeredPictures = [...imageTypes, 'image/heic', 'image/heif', 'image/avif', 'image/tiff', '.heic', '.heif', '.avif', '.tif', '.tiff'] as const

export const videoTypes = ['video/mp4', 'video/quicktime', 'video/webm'] as const
export type VideoType = (typeof videoTypes)[number]

export type MediaType = ImageType | VideoType

/** How the picture of a video is packed. `other`: one that no network of ours names. */
export const videoCodecs = ['avc', 'hevc', 'vp8', 'vp9', 'av1', 'other'] as const
export type VideoCodec = (typeof videoCodecs)[number]
export const audioCodecs = ['aac', 'opus', 'mp3', 'vorbis', 'flac', 'pcm', 'other'] as const
export type AudioCodec = (typeof audioCodecs)[number]

const common = {
  id: idSchema,
  fileName: z.string(),
  bytes: z.int().positive(),
  /** As it is seen: a photo or video that is kept lying on its side has its sides swapped. Width by height is the ratio. */
  width: z.int().positive(),
  height: z.int().positive(),
  addedAt: instantSchema
} as const

export const pictureItemSchema = z.object({ ...common, mediaType: z.enum(imageTypes) })
export type PictureItem = z.infer<typeof pictureItemSchema>

export const videoItemSchema = z.object({
  ...common,
  mediaType: z.enum(videoTypes),
  durationMs: z.int().positive(),
  videoCodec: z.enum(videoCodecs),
  /** null: without sound. */
  audioCodec: z.enum(audioCodecs).nullable(),
  /** Of the sound: samples in a second, and channels. Left out: there is none, or it was added before this was read. */
  audioSampleRate: z.number().positive().optional(),
  audioChannels: z.int().positive().optional(),
  /** Pictures in a second, on the average; null: the file does not tell. */
  frameRate: z.number().positive().nullable(),
  /** A picture is kept that stands for the video until it plays; false: there is none, and the video's first frame is shown. */
  hasCover: z.boolean()
})
export type VideoItem = z.infer<typeof videoItemSchema>

/** A picture or a video of the client's; told apart by `isVideo`. */
export const mediaItemSchema = z.discriminatedUnion('mediaType', [pictureItemSchema, videoItemSchema])
export type MediaItem = z.infer<typeof mediaItemSchema>

export function isVideo(item: MediaItem): item is VideoItem {
  return isVideoType(item.mediaType)
}

/** Bits in a second, of the whole file on the average. */
export function bitRateOf({ bytes, durationMs }: Pick<VideoItem, 'bytes' | 'durationMs'>): number {
  return (bytes * 8000) / durationMs
}

export function isVideoType(mediaType: string): mediaType is VideoType {
  return videoTypes.some((type) => type === mediaType)
}

/** A file as it is, or a picture of it that is small enough for a list of many. */
export type MediaSize = 'full' | 'small'

/** A page that decodes more pixels than these at once is held up, and may end for want of memory: four bytes each. */
const mostDecoded = 40_000_000

/** The address of a picture to be looked at: of a huge one the small one. */
export function shownAddress(workspaceId: string, { id, width, height }: Pick<MediaItem, 'id' | 'width' | 'height'>): string {
  return mediaAddress(workspaceId, id, width * height > mostDecoded ? 'small' : 'full')
}

/** The page's address for a stored file; main serves it from the workspace's own folder and from nowhere else. */
export function mediaAddress(workspaceId: string, mediaId: string, size: MediaSize = 'full'): string {
  return `vigie-media://${workspaceId}/${mediaId}${size === 'small' ? '/small' : ''}`
}
