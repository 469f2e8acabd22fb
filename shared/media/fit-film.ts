import type { SoundRule } from '../networks/video-rule.ts'
import { isPaceTaken, soundFault } from './film-rules.ts'
import { bitRateOf, type VideoCodec, type VideoItem } from './media-item.ts'

/** What several networks together take. */
export interface FilmLimits {
  readonly maxBytes: number
  readonly mediaTypes: readonly string[]
  /** null: any. */
  readonly videoCodecs: readonly VideoCodec[] | null
  readonly minDurationMs: number
  readonly maxDurationMs: number
  readonly minRatio: number
  readonly maxRatio: number
  /** Pictures in a second. */
  readonly minFrameRate: number
  readonly maxFrameRate: number
  /** Bits in a second, of the whole file. */
  readonly maxBitRate: number
  /** null: any. */
  readonly sound: SoundRule | null
}

export type FilmFacts = Pick<VideoItem, 'mediaType' | 'bytes' | 'width' | 'height' | 'durationMs' | 'videoCodec' | 'audioCodec' | 'frameRate' | 'audioSampleRate' | 'audioChannels'>

/** An MP4 with H.264 and AAC, as it is to be made. */
export interface FilmTarget {
  readonly width: number
  readonly height: number
  /** Pictures in a second; null: as many as it has. */
  readonly frameRate: number | null
  /** Bits in a second, of the picture. */
  readonly bitRate: number
  /** null: no network minds. */
  readonly maxBytes: number | null
}

/** What this computer's Chromium does with films. */
export interface FilmMachine {
  readonly encodesH264: boolean
  readonly decodes: readonly VideoCodec[]
}

/** too_long: its part that may stay is `maxMs` · too_heavy: at the least that can be looked at, `maxMs` of it would fit · shape: wider or taller · kind: the networks agree on no kind of film. */
export type NoFit =
  | { readonly kind: 'cannot'; readonly reason: 'too_long' | 'too_heavy'; readonly maxMs: number }
  | { readonly kind: 'cannot'; readonly reason: 'too_short' | 'shape' | 'kind' | 'no_encoder' | 'no_decoder' }

/** fits: nothing is to be done · rewrap: its packets go into an MP4 as they are · convert: it is encoded anew. */
export type FilmPlan = { readonly kind: 'fits' } | { readonly kind: 'rewrap' } | { readonly kind: 'convert'; readonly target: FilmTarget } | NoFit

export const noFilmLimits: FilmLimits = { maxBytes: Number.POSITIVE_INFINITY, mediaTypes: ['video/mp4', 'video/quicktime', 'video/webm'], videoCodecs: null, minDurationMs: 0, maxDurationMs: Number.POSITIVE_INFINITY, minRatio: 0, maxRatio: Number.POSITIVE_INFINITY, minFrameRate: 0, maxFrameRate: Number.POSITIVE_INFINITY, maxBitRate: Number.POSITIVE_INFINITY, sound: null }

/** What plays everywhere. */
export const everywhere: FilmLimits = { ...noFilmLimits, mediaTypes: ['video/mp4'], videoCodecs: ['avc'] }

/** The longer and the shorter side, from what every network shows to what can just be looked at. Chromium's own encoder of H.264 goes no further than the first. */
const sizes = [[1920, 1080], [1280, 720], [960, 540], [640, 360], [426, 240]] as const
/** More pictures in a second than this no network of ours takes; half of 120 is even. */
const mostFrames = 60
const usualFrames = 30
/** Bits of a pixel of one picture: as much as is seen, and the least that can be looked at. */
const goodBits = 0.1
const leastBits = 0.03
const soundBitRate = 160_000
/** What the file holds beside pictures and sound, and by how much an encoder misses. */
const shareForContent = 0.9

/** The least that makes a film fit. */
export function planToFit(film: FilmFacts, limits: FilmLimits): FilmPlan {
  const no = whatNothingChanges(film, limits)
  if (no !== null) return no
  const { mediaTypes, videoCodecs, sound } = limits
  const isLight = isLightEnough(film, limits)
  const fault = sound === null ? null : soundFault(film, sound)
  if (isLight && fault === null && mediaTypes.includes(film.mediaType) && takesCodec(videoCodecs, film.videoCodec)) return { kind: 'fits' }
  if (!takesOurs(limits)) return { kind: 'cannot', reason: 'kind' }
  return isLight && canBeRewrapped(film, fault) ? { kind: 'rewrap' } : targetFor(film, limits)
}

/** Its pictures need not be encoded anew. */
function isLightEnough(film: FilmFacts, limits: FilmLimits): boolean {
  return film.bytes <= limits.maxBytes && bitRateOf(film) <= limits.maxBitRate && hasPace(film, limits)
}

/** What is made here: MP4 with H.264 and AAC. */
function takesOurs({ mediaTypes, videoCodecs, sound }: FilmLimits): boolean {
  return mediaTypes.includes('video/mp4') && takesCodec(videoCodecs, 'avc') && sound?.codecs.includes('aac') !== false
}

/** One whose pace nobody knows is not made anew for it. */
function hasPace({ frameRate }: FilmFacts, { minFrameRate, maxFrameRate }: FilmLimits): boolean {
  return frameRate === null || isPaceTaken(frameRate, { min: minFrameRate, max: maxFrameRate })
}

function whatNothingChanges({ width, height, durationMs }: FilmFacts, { minDurationMs, maxDurationMs, minRatio, maxRatio }: FilmLimits): NoFit | null {
  // As the check of a post reads it.
  const ratio = Math.round((100 * width) / height) / 100
  if (durationMs > maxDurationMs) return { kind: 'cannot', reason: 'too_long', maxMs: maxDurationMs }
  if (durationMs < minDurationMs) return { kind: 'cannot', reason: 'too_short' }
  return ratio < minRatio || ratio > maxRatio ? { kind: 'cannot', reason: 'shape' } : null
}

function takesCodec(taken: FilmLimits['videoCodecs'], codec: VideoCodec): boolean {
  return taken === null || taken.includes(codec)
}

/** Whether this computer can do what is planned; else why not. */
export function planHere(plan: FilmPlan, { videoCodec }: Pick<FilmFacts, 'videoCodec'>, { encodesH264, decodes }: FilmMachine): FilmPlan {
  if (plan.kind !== 'convert') return plan
  if (!encodesH264) return { kind: 'cannot', reason: 'no_encoder' }
  return decodes.includes(videoCodec) ? plan : { kind: 'cannot', reason: 'no_decoder' }
}

/** The same once more, where what came out was too heavy; null: there is nothing left to save on. */
export function lighter(target: FilmTarget, madeBytes: number): FilmTarget | null {
  if (target.maxBytes === null) return null
  const bitRate = Math.floor(target.bitRate * Math.min(0.8, (0.9 * target.maxBytes) / madeBytes))
  const least = target.width * target.height * (target.frameRate ?? usualFrames) * leastBits
  // What was worked out was above the least; a third of that is where an encoder that will not listen is given up.
  return bitRate < least / 3 ? null : { ...target, bitRate }
}

/** AAC stays as it is then, so nothing may be wrong with it. */
function canBeRewrapped({ videoCodec, audioCodec, mediaType }: FilmFacts, fault: ReturnType<typeof soundFault>): boolean {
  if (audioCodec === 'aac' && fault !== null) return false
  return videoCodec === 'avc' && mediaType !== 'video/webm' && (audioCodec === null || audioCodec === 'aac' || audioCodec === 'pcm')
}

function targetFor(film: FilmFacts, limits: FilmLimits): FilmPlan {
  const { maxBytes, maxBitRate } = limits
  const seconds = film.durationMs / 1000
  const sound = film.audioCodec === null ? 0 : soundBitRate
  const room = Math.min((maxBytes * 8) / seconds, maxBitRate) * shareForContent - sound
  const frameRate = paceFor(film, limits)
  const frames = frameRate ?? film.frameRate ?? usualFrames
  let smallest = 0
  for (const [longest, shortest] of sizes) {
    const size = withinSides(film, longest, shortest)
    const pixels = size.width * size.height * frames
    if (room >= pixels * leastBits) {
      const bitRate = Math.floor(Math.min(room, Math.max(200_000, pixels * goodBits)))
      return { kind: 'convert', target: { ...size, frameRate, bitRate, maxBytes: Number.isFinite(maxBytes) ? maxBytes : null } }
    }
    smallest = pixels
  }
  return { kind: 'cannot', reason: 'too_heavy', maxMs: Math.floor((1000 * maxBytes * 8 * shareForContent) / (smallest * leastBits + sound)) }
}

/** Cameras film at these, and every network with bounds takes one of them. */
const paces = [24, 25, 30] as const

/** How many pictures in a second it gets; null: as many as it has. Where there are too few, each is shown as often as the others, if that can be. */
function paceFor({ frameRate }: FilmFacts, { minFrameRate, maxFrameRate }: FilmLimits): number | null {
  if (frameRate === null) return null
  const most = Math.min(mostFrames, maxFrameRate)
  if (!isPaceTaken(frameRate, { min: null, max: most })) return most
  if (isPaceTaken(frameRate, { min: minFrameRate, max: most })) return null
  const taken = paces.filter((pace) => pace >= minFrameRate && pace <= most)
  const isEven = (pace: number): boolean => Math.abs(pace / frameRate - Math.round(pace / frameRate)) < 0.02
  return taken.find(isEven) ?? taken.at(-1) ?? most
}

/** Never larger than it is; even, as encoders want it. */
function withinSides({ width, height }: Pick<FilmFacts, 'width' | 'height'>, longest: number, shortest: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height), shortest / Math.min(width, height))
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * scale) / 2))
  return { width: even(width), height: even(height) }
}
