import type { VideoCodec } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'

export const videoProblemCodes = [
  'videos_unsupported', 'too_many_videos', 'video_with_images', 'video_expected', 'video_type_unsupported', 'video_codec_unsupported', 'video_too_large', 'video_too_short',
  'video_too_long', 'video_too_tall', 'video_too_wide'
] as const
export type VideoProblemCode = (typeof videoProblemCodes)[number]

/** What is asked about a video; `videoCodec` null where nobody knows it any more. */
export interface CheckedVideo {
  readonly mediaId: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly durationMs: number
  readonly videoCodec: VideoCodec | null
}

export interface VideoProblem {
  readonly code: VideoProblemCode
  /** `count` and `max`: bytes, ms, or a ratio of width to height. */
  readonly details: Readonly<Record<string, string | number>>
}

/** What keeps a network from taking these videos, beside so many pictures: by its data alone. */
export function checkVideos(network: Pick<NetworkCapabilities, 'name' | 'video'>, videos: readonly CheckedVideo[], imageCount: number): readonly VideoProblem[] {
  const rule = network.video
  const named = { network: network.name }
  if (rule === undefined) return videos.length === 0 ? [] : [{ code: 'videos_unsupported', details: named }]
  const problems: VideoProblem[] = []
  if (videos.length === 0 && rule.isRequired === true) problems.push({ code: 'video_expected', details: named })
  if (videos.length > rule.maxCount.value) problems.push({ code: 'too_many_videos', details: { ...named, count: videos.length, max: rule.maxCount.value } })
  if (videos.length > 0 && imageCount > 0 && !rule.withImages.value) problems.push({ code: 'video_with_images', details: named })
  return [...problems, ...videos.flatMap((video) => checkVideo(rule, video).map(({ code, details }) => ({ code, details: { ...named, mediaId: video.mediaId, fileName: video.fileName, ...details } })))]
}

function checkVideo(rule: NonNullable<NetworkCapabilities['video']>, { mediaType, bytes, width, height, durationMs, videoCodec }: CheckedVideo): readonly VideoProblem[] {
  const ratio = Math.round((100 * width) / height) / 100
  const codecs = rule.videoCodecs.value
  const isCodecTaken = codecs === null || videoCodec === null || codecs.includes(videoCodec)
  return [
    ...(rule.mediaTypes.value.some((type) => type === mediaType) ? [] : [{ code: 'video_type_unsupported' as const, details: { kind: mediaType } }]),
    ...(isCodecTaken ? [] : [{ code: 'video_codec_unsupported' as const, details: { codec: videoCodec } }]),
    ...over('video_too_large', bytes, rule.maxBytes.value),
    ...over('video_too_long', durationMs, rule.maxDurationMs.value),
    ...under('video_too_short', durationMs, rule.minDurationMs.value),
    ...over('video_too_wide', ratio, rule.maxRatio.value),
    ...under('video_too_tall', ratio, rule.minRatio.value)
  ]
}

function over(code: VideoProblemCode, count: number, max: number | null): readonly VideoProblem[] {
  return max !== null && count > max ? [{ code, details: { count, max } }] : []
}

function under(code: VideoProblemCode, count: number, min: number | null): readonly VideoProblem[] {
  return min !== null && count < min ? [{ code, details: { count, max: min } }] : []
}
