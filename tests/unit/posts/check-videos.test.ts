import { expect, test } from 'vitest'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { VideoRule } from '../../../shared/networks/video-rule.ts'
import { checkVideos, type CheckedVideo } from '../../../shared/posts/check-videos.ts'

const of = <Value>(value: Value) => ({ value, source: 'https://example.invalid', readOn: '2026-11-21' })
const rule: VideoRule = {
  maxCount: of(1), maxBytes: of(1000), mediaTypes: of(['video/mp4']), minDurationMs: of<number | null>(500), maxDurationMs: of<number | null>(140_000), videoCodecs: of(['avc']),
  minRatio: of<number | null>(0.33), maxRatio: of<number | null>(3), withImages: of(false), cover: of('none_there' as const)
}
const network = (video?: VideoRule): Pick<NetworkCapabilities, 'name' | 'video'> => (video === undefined ? { name: 'N' } : { name: 'N', video })
const film: CheckedVideo = { mediaId: 'm', fileName: 'quay.mp4', mediaType: 'video/mp4', bytes: 1000, width: 300, height: 100, durationMs: 140_000, videoCodec: 'avc' }
const codes = (videos: readonly CheckedVideo[], images = 0, video: VideoRule | undefined = rule) => checkVideos(network(video), videos, images).map(({ code }) => code)

test('a video at every limit is taken', () => {
  expect(codes([film])).toEqual([])
  expect(codes([{ ...film, durationMs: 500, width: 33, height: 100, videoCodec: null }])).toEqual([])
  expect(codes([], 4)).toEqual([])
})

test.each<[string, Partial<CheckedVideo>]>([
  ['video_type_unsupported', { mediaType: 'video/webm' }],
  ['video_codec_unsupported', { videoCodec: 'vp9' }],
  ['video_too_large', { bytes: 1001 }],
  ['video_too_long', { durationMs: 140_001 }],
  ['video_too_short', { durationMs: 499 }],
  ['video_too_wide', { width: 301 }],
  ['video_too_tall', { width: 32 }]
])('%s is said where one limit is passed', (code, change) => {
  expect(checkVideos(network(rule), [{ ...film, ...change }], 0)).toMatchObject([{ code, details: { network: 'N', mediaId: 'm', fileName: 'quay.mp4' } }])
})

test('two videos, a video beside pictures, and a video where none is sent', () => {
  expect(codes([film, { ...film, mediaId: 'n' }])).toEqual(['too_many_videos'])
  expect(codes([film], 1)).toEqual(['video_with_images'])
  expect(codes([film], 1, { ...rule, withImages: of(true) })).toEqual([])
  expect(checkVideos(network(), [film], 0).map(({ code }) => code)).toEqual(['videos_unsupported'])
  expect(codes([], 0, { ...rule, isRequired: true })).toEqual(['video_expected'])
})
