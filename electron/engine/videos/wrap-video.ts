import type { FileHandle } from 'node:fs/promises'
import { registerAacEncoder } from '@mediabunny/aac-encoder'
import { Conversion, Mp4OutputFormat, Output, type ConversionAudioOptions, type Input, type InputAudioTrack } from 'mediabunny'
import { VideoRefusal, type VideoSource } from './video-source.ts'
import { blamingTheFilm, filmIn, filmInto } from './write-film.ts'

/** Stereo that nobody tells from the original: what networks keep of a film's sound is less. */
const soundBitRate = 160_000
const soundRates: ReadonlySet<number> = new Set([44_100, 48_000])

/**
 * Writes a film into another file as MP4: its pictures as they are, AAC as it is, sound without compression as AAC, encoded here (FFmpeg's encoder as WebAssembly), since Chromium can do that
 * on no Linux. Never holds more than a few megabytes. Throws a `VideoRefusal` for what cannot be kept so.
 */
export async function wrapVideo(source: VideoSource, to: FileHandle, onProgress: (percent: number) => void): Promise<void> {
  registerAacEncoder()
  const input = filmIn(source)
  try {
    await blamingTheFilm(() => wrap(input, to, onProgress))
  } finally {
    input.dispose()
  }
}

async function wrap(input: Input, to: FileHandle, onProgress: (percent: number) => void): Promise<void> {
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: filmInto(to) })
  const conversion = await Conversion.init({
    input, output, tracks: 'primary', tags: {}, showWarnings: false,
    copy: { shiftTolerance: Number.POSITIVE_INFINITY }, audio: soundOptions
  })
  const [lost] = conversion.discardedTracks
  if (lost !== undefined || !conversion.isValid) throw new VideoRefusal('codec', `the ${lost?.track.type ?? 'film'} cannot be kept: ${lost?.reason ?? 'not valid'}`)
  conversion.onProgress = (share) => onProgress(100 * share)
  await conversion.execute()
}

async function soundOptions(track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const codec = await track.getCodec()
  if (codec === 'aac') return {}
  if (codec?.startsWith('pcm') !== true) throw new VideoRefusal('codec', `sound in ${codec ?? 'a codec without a name'}`)
  const [channels, rate] = [await track.getNumberOfChannels(), await track.getSampleRate()]
  return { codec: 'aac', bitrate: soundBitRate, numberOfChannels: Math.min(2, channels), sampleRate: soundRates.has(rate) ? rate : 48_000, forceTranscode: true }
}
