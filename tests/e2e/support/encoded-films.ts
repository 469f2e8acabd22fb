import type { Page } from '@playwright/test'
import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny'

export interface EncodedFilm {
  readonly codec: 'vp8' | 'vp9'
  readonly width: number
  readonly height: number
  readonly seconds: number
  /** Pictures that no encoder makes small. */
  readonly isNoise?: boolean
  /** Held so; as MP4, since WebM has no word for it. */
  readonly rotation?: 90 | 180 | 270
}

interface Chunk {
  readonly data: readonly number[]
  readonly type: 'key' | 'delta'
  readonly at: number
}

const framesPerSecond = 10
/** RFC 7845 5.1: stereo, nothing to be left out at the beginning, 48 kHz. */
const opusHead = Uint8Array.from([...Buffer.from('OpusHead', 'latin1'), 1, 2, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])

/** A film with sound (Opus) as a program for screen recordings leaves it, encoded by the Chromium of this page: dark, with its top left quarter bright. */
export async function encodedFilm(page: Page, { codec, width, height, seconds, isNoise = false, rotation }: EncodedFilm): Promise<Uint8Array<ArrayBuffer>> {
  const encoded = await page.evaluate(
    async (film) => {
      const pictures: Chunk[] = []
      const sounds: Chunk[] = []
      const keep = (list: Chunk[]) => (chunk: EncodedVideoChunk | EncodedAudioChunk): void => {
        const bytes = new Uint8Array(chunk.byteLength)
        chunk.copyTo(bytes)
        list.push({ data: [...bytes], type: chunk.type, at: chunk.timestamp / 1_000_000 })
      }
      const fail = (error: DOMException): never => {
        throw error
      }
      const video = new VideoEncoder({ output: keep(pictures), error: fail })
      video.configure({ codec: film.codec === 'vp8' ? 'vp8' : 'vp09.00.40.08', width: film.width, height: film.height, bitrate: film.isNoise ? 20_000_000 : 500_000, framerate: film.rate })
      const canvas = Object.assign(document.createElement('canvas'), { width: film.width, height: film.height })
      const context = canvas.getContext('2d')!
      let seed = 1
      for (let index = 0; index < film.seconds * film.rate; index += 1) {
        if (film.isNoise) {
          const noise = context.createImageData(film.width, film.height)
          for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = (seed = (seed * 48_271) % 2_147_483_647) & 255
          context.putImageData(noise, 0, 0)
        } else {
          context.fillStyle = '#102040'
          context.fillRect(0, 0, film.width, film.height)
          context.fillStyle = '#ffe000'
          context.fillRect(0, 0, film.width / 2, film.height / 2)
        }
        const frame = new VideoFrame(canvas, { timestamp: (index * 1_000_000) / film.rate, duration: 1_000_000 / film.rate })
        video.encode(frame, { keyFrame: index % 20 === 0 })
        frame.close()
      }
      await video.flush()
      const audio = new AudioEncoder({ output: keep(sounds), error: fail })
      audio.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 2, bitrate: 64_000 })
      for (let index = 0; index < film.seconds * 10; index += 1) {
        const tone = Float32Array.from({ length: 9600 }, (_, at) => 0.3 * Math.sin(((index * 4800 + (at >> 1)) * 440 * 2 * Math.PI) / 48_000))
        const sound = new AudioData({ format: 'f32', sampleRate: 48_000, numberOfFrames: 4800, numberOfChannels: 2, timestamp: index * 100_000, data: tone })
        audio.encode(sound)
        sound.close()
      }
      await audio.flush()
      return { pictures, sounds }
    },
    { codec, width, height, seconds, isNoise, rate: framesPerSecond }
  )
  const target = new BufferTarget()
  const output = new Output({ format: rotation === undefined ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false }), target })
  const [video, audio] = [new EncodedVideoPacketSource(codec), new EncodedAudioPacketSource('opus')]
  output.addVideoTrack(video, { frameRate: framesPerSecond, ...(rotation === undefined ? {} : { rotation }) })
  output.addAudioTrack(audio)
  await output.start()
  const form = codec === 'vp8' ? 'vp8' : 'vp09.00.40.08'
  for (const { data, type, at } of encoded.pictures) await video.add(new EncodedPacket(Uint8Array.from(data), type, at, 1 / framesPerSecond), { decoderConfig: { codec: form, codedWidth: width, codedHeight: height } })
  for (const { data, at } of encoded.sounds) await audio.add(new EncodedPacket(Uint8Array.from(data), 'key', at, 0.02), { decoderConfig: { codec: 'opus', sampleRate: 48_000, numberOfChannels: 2, description: opusHead } })
  await output.finalize()
  return new Uint8Array(target.buffer!)
}
