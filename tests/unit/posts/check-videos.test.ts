import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { VideoRule } from '../../../shared/networks/video-rule.ts'
import { checkVideos, type CheckedVideo } from '../../../shared/posts/check-videos.ts'

const of = <Value>(value: Value) => ({ value, source: 'https://example.invalid', readOn: '2026-11-21' })
const rule: VideoRule = {
  maxCount: of(1), maxBytes: of(1000), mediaTypes: of(['video/mp4']), minDurationMs: of<number | null>(500), maxDurationMs: of<number | null>(140_000), videoCodecs: of(['avc']),
  minRatio: of<number | null>(0.33), maxRatio: of<number | null>(3), withImages: of(false), cover: of('none_there' as const), captions: of('none_there' as const)
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

const strict: VideoRule = { ...rule, maxBytes: of(9_000_000), frameRate: of({ min: 23, max: 60 }), maxBitRate: of(25_000), sound: of({ codecs: ['aac'] as const, maxSampleRate: 48_000, maxChannels: 2 }) }
const heard: CheckedVideo = { ...film, frameRate: 25, audioCodec: 'aac', audioSampleRate: 48_000, audioChannels: 2 }

test('pace, bits and sound at every limit are taken, and so is what nobody knows', () => {
  const ok: readonly Partial<CheckedVideo>[] = [{}, { frameRate: 22.6 }, { frameRate: 23.976 }, { frameRate: 60.02 }, { frameRate: null }, { audioCodec: null, audioSampleRate: 96_000 }, { audioSampleRate: undefined, audioChannels: undefined }, { durationMs: 1000, bytes: 3125 }]
  for (const change of ok) expect(codes([{ ...heard, ...change }], 0, strict)).toEqual([])
  expect(codes([film], 0, strict)).toEqual([])
  expect(codes([{ ...heard, audioSampleRate: 96_000 }], 0, { ...strict, sound: of({ codecs: ['aac'] as const, maxSampleRate: null, maxChannels: 2 }) })).toEqual([])
  expect(codes([{ ...heard, frameRate: 5 }], 0, { ...strict, frameRate: of({ min: null, max: 60 }) })).toEqual([])
})

test.each<[string, Partial<CheckedVideo>, Readonly<Record<string, string | number>>]>([
  ['video_frames_too_few', { frameRate: 14.98 }, { count: 15, max: 23 }],
  ['video_frames_too_many', { frameRate: 119.88 }, { count: 119.9, max: 60 }],
  ['video_bit_rate', { durationMs: 1000, bytes: 3126 }, { count: 25_008, max: 25_000 }],
  ['video_sound_codec', { audioCodec: 'opus' }, { sound: 'opus' }],
  ['video_sound_rate', { audioSampleRate: 96_000 }, { count: 96_000, max: 48_000 }],
  ['video_sound_channels', { audioChannels: 6 }, { count: 6, max: 2 }]
])('%s is said where one limit is passed, with both figures', (code, change, details) => {
  expect(checkVideos(network(strict), [{ ...heard, ...change }], 0)).toMatchObject([{ code, details: { network: 'N', mediaId: 'm', ...details } }])
})

test('the networks that publish bounds have them as data, each with its source and day, in their formats too', () => {
  const rulesOf = ({ video: usual, formats = {} }: NetworkCapabilities) => [usual, ...Object.values(formats).map((format) => format.video)].flatMap((video) => video ?? [])
  const paces = Object.fromEntries((['instagram', 'threads', 'facebook', 'tiktok', 'x', 'mastodon', 'linkedin', 'pinterest', 'youtube'] as const).map((id) => [id, rulesOf(capabilitiesOf(id)).map(({ frameRate }) => frameRate?.value ?? null)]))
  const reels = { min: 23, max: 60 }
  expect(paces).toEqual({
    instagram: [reels, reels, reels], threads: [reels], facebook: [null, { min: 24, max: 60 }, { min: 24, max: 60 }], tiktok: [reels], x: [{ min: null, max: 60 }], mastodon: [{ min: null, max: 120 }], linkedin: [null], pinterest: [null], youtube: [null]
  })
  for (const id of ['instagram', 'threads', 'tiktok', 'x'] as const) {
    for (const { frameRate, maxBitRate, sound } of rulesOf(capabilitiesOf(id))) for (const one of [frameRate, maxBitRate, sound]) if (one !== undefined) expect(one).toMatchObject({ source: expect.stringMatching(/^https:/), readOn: expect.stringMatching(/^2026-/) })
  }
})
