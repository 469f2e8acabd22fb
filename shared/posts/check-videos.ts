import { bitRateOf, type AudioCodec, type VideoCodec } from '../media/media-item.ts'
import { isPaceTaken, soundFault } from '../media/film-rules.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'

export const videoProblemCodes = [
  'videos_unsupported', 'videos_not_here', 'too_many_videos', 'video_with_images', 'video_expected', 'video_type_unsupported', 'video_codec_unsupported', 'video_too_large', 'video_too_short',
  'video_too_long', 'video_too_tall', 'video_too_wide', 'video_frames_too_few', 'video_frames_too_many', 'video_bit_rate', 'video_sound_codec', 'video_sound_rate', 'video_sound_channels'
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
  /** Of these, what nobody knows is left out, and nothing is concluded from it. `audioCodec` null: without sound. */
  readonly frameRate?: number | null
  readonly audioCodec?: AudioCodec | null
  readonly audioSampleRate?: number | undefined
  readonly audioChannels?: number | undefined
}

export interface VideoProblem {
  readonly code: VideoProblemCode
  /** `count` and `max`: bytes, ms, a ratio of width to height, pictures, samples or bits in a second, or channels. */
  readonly details: Readonly<Record<string, string | number>>
}

/** What keeps a network from taking these videos, beside so many pictures: by its data alone. */
export function checkVideos(network: Pick<NetworkCapabilities, 'name' | 'video'>, videos: readonly CheckedVideo[], imageCount: number): readonly VideoProblem[] {
  const rule = network.video
  const named = { network: network.name }
  if (rule === undefined) return videos.length === 0 ? [] : [{ code: 'videos_unsupported', details: named }]
  // What its server takes none of need not be said to be too many and too heavy as well.
  if (videos.length > 0 && rule.mediaTypes.value.length === 0) return [{ code: 'videos_not_here', details: named }]
  const problems: VideoProblem[] = []
  if (videos.length === 0 && rule.isRequired === true) problems.push({ code: 'video_expected', details: named })
  if (videos.length > rule.maxCount.value) problems.push({ code: 'too_many_videos', details: { ...named, count: videos.length, max: rule.maxCount.value } })
  if (videos.length > 0 && imageCount > 0 && !rule.withImages.value) problems.push({ code: 'video_with_images', details: named })
  return [...problems, ...videos.flatMap((video) => checkVideo(rule, video).map(({ code, details }) => ({ code, details: { ...named, mediaId: video.mediaId, fileName: video.fileName, ...details } })))]
}

function checkVideo(rule: NonNullable<NetworkCapabilities['video']>, video: CheckedVideo): readonly VideoProblem[] {
  const { mediaType, bytes, width, height, durationMs, videoCodec } = video
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
    ...under('video_too_tall', ratio, rule.minRatio.value),
    ...checkPace(rule, video),
    ...over('video_bit_rate', Math.round(bitRateOf(video)), rule.maxBitRate?.value ?? null),
    ...checkSound(rule, video)
  ]
}

function checkPace({ frameRate: rule }: Pick<NonNullable<NetworkCapabilities['video']>, 'frameRate'>, { frameRate }: CheckedVideo): readonly VideoProblem[] {
  if (rule === undefined || frameRate === undefined || frameRate === null || isPaceTaken(frameRate, rule.value)) return []
  const count = Math.round(frameRate * 10) / 10
  return frameRate > rule.value.max ? [{ code: 'video_frames_too_many', details: { count, max: rule.value.max } }] : [{ code: 'video_frames_too_few', details: { count, max: rule.value.min ?? 0 } }]
}

function checkSound({ sound }: Pick<NonNullable<NetworkCapabilities['video']>, 'sound'>, { audioCodec = null, audioSampleRate, audioChannels }: CheckedVideo): readonly VideoProblem[] {
  const fault = sound === undefined || audioCodec === null ? null : soundFault({ audioCodec, audioSampleRate, audioChannels }, sound.value)
  switch (fault) {
    case null:
      return []
    case 'codec':
      return [{ code: 'video_sound_codec', details: { sound: audioCodec ?? '' } }]
    case 'rate':
      return over('video_sound_rate', audioSampleRate ?? 0, sound?.value.maxSampleRate ?? null)
    case 'channels':
      return over('video_sound_channels', audioChannels ?? 0, sound?.value.maxChannels ?? null)
  }
}

function over(code: VideoProblemCode, count: number, max: number | null): readonly VideoProblem[] {
  return max !== null && count > max ? [{ code, details: { count, max } }] : []
}

function under(code: VideoProblemCode, count: number, min: number | null): readonly VideoProblem[] {
  return min !== null && count < min ? [{ code, details: { count, max: min } }] : []
}
