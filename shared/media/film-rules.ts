import type { SoundRule } from '../networks/video-rule.ts'
import type { VideoItem } from './media-item.ts'

/** A measured average is never quite what was filmed at: half a picture in a second is nobody's fault. */
const tolerance = 0.5

/** Whether so many pictures in a second lie within what a network takes. */
export function isPaceTaken(frameRate: number, { min, max }: { readonly min: number | null; readonly max: number }): boolean {
  return frameRate >= (min ?? 0) - tolerance && frameRate <= max + tolerance
}

type Sound = Pick<VideoItem, 'audioCodec' | 'audioSampleRate' | 'audioChannels'>

/** What of a film's sound lies outside of what a network takes; null: nothing, as far as it is known, or it has none. */
export function soundFault({ audioCodec, audioSampleRate = 0, audioChannels = 0 }: Sound, { codecs, maxSampleRate, maxChannels }: SoundRule): 'codec' | 'rate' | 'channels' | null {
  if (audioCodec === null) return null
  if (!codecs.includes(audioCodec)) return 'codec'
  if (maxSampleRate !== null && audioSampleRate > maxSampleRate) return 'rate'
  return audioChannels > maxChannels ? 'channels' : null
}
