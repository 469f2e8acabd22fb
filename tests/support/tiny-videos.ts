import { createRequire } from 'node:module'
import {
  BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, MovOutputFormat, Mp4OutputFormat, Output, WebMOutputFormat, type OutputFormat
} from 'mediabunny'
import type Vips from 'wasm-vips'
import { imageWorkerFiles } from './image-worker-files.ts'

export interface TinyVideo {
  readonly width?: number
  readonly height?: number
  readonly seconds?: number
  /** Left out: as many as every network takes. */
  readonly framesPerSecond?: number
  readonly rotation?: 0 | 90 | 180 | 270
  readonly hasSound?: boolean
  readonly format?: 'mp4' | 'mov'
  /** The list of pictures first, as for the web. */
  readonly isFastStart?: boolean
  /** Bytes of each picture: they mean nothing, no player shows them. */
  readonly frameBytes?: number
}

/** A baseline H.264 configuration without parameter sets: enough to be read, nothing to be shown. */
const avcConfiguration = Uint8Array.from([1, 0x42, 0xc0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0xc0, 0x1e, 1, 0, 4, 0x68, 0xce, 0x3c, 0x80])

const usualMp4 = { width: 64, height: 48, seconds: 2, framesPerSecond: 25, rotation: 0, hasSound: false, format: 'mp4', isFastStart: false, frameBytes: 40 } as const satisfies TinyVideo

/** An MP4 or MOV of the right shape, made without an encoder. */
export async function tinyMp4(video: TinyVideo = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, seconds, framesPerSecond, rotation, hasSound, format, isFastStart, frameBytes } = { ...usualMp4, ...video }
  const options = { fastStart: isFastStart ? ('in-memory' as const) : (false as const) }
  return written(format === 'mov' ? new MovOutputFormat(options) : new Mp4OutputFormat(options), async (output, start) => {
    const pictures = new EncodedVideoPacketSource('avc')
    output.addVideoTrack(pictures, { rotation, frameRate: framesPerSecond })
    const sound = new EncodedAudioPacketSource('aac')
    if (hasSound) output.addAudioTrack(sound)
    await start()
    const frame = new Uint8Array(frameBytes).fill(7)
    new DataView(frame.buffer).setUint32(0, frameBytes - 4)
    frame[4] = 0x65
    for (let index = 0; index < seconds * framesPerSecond; index += 1) {
      const packet = new EncodedPacket(frame, index === 0 ? 'key' : 'delta', index / framesPerSecond, 1 / framesPerSecond)
      await pictures.add(packet, { decoderConfig: { codec: 'avc1.42c01e', codedWidth: width, codedHeight: height, description: avcConfiguration } })
    }
    if (hasSound) await sound.add(new EncodedPacket(new Uint8Array(20), 'key', 0, seconds), { decoderConfig: { codec: 'mp4a.40.2', sampleRate: 48_000, numberOfChannels: 2, description: Uint8Array.from([0x11, 0x90]) } })
  })
}

/** An MP4 that holds sound and no picture. */
export async function soundOnly(): Promise<Uint8Array<ArrayBuffer>> {
  return written(new Mp4OutputFormat({ fastStart: false }), async (output, start) => {
    const sound = new EncodedAudioPacketSource('aac')
    output.addAudioTrack(sound)
    await start()
    await sound.add(new EncodedPacket(new Uint8Array(20), 'key', 0, 1), { decoderConfig: { codec: 'mp4a.40.2', sampleRate: 48_000, numberOfChannels: 2, description: Uint8Array.from([0x11, 0x90]) } })
  })
}

/** A WebM that every player shows: a lossy WebP is one key picture of VP8. */
export async function playableWebm({ width = 160, height = 120, seconds = 2, framesPerSecond = 5 }: TinyVideo = {}): Promise<Uint8Array<ArrayBuffer>> {
  const start: typeof Vips = createRequire(import.meta.url)(imageWorkerFiles.library)
  const vips = await start({ dynamicLibraries: [], print: () => undefined, printErr: () => undefined })
  const count = seconds * framesPerSecond
  const frames = Array.from({ length: count }, (_, index) => {
    const colour = [Math.round((255 * index) / count), 120, 200 - Math.round((150 * index) / count)]
    return keyPictureOf(vips.Image.black(width, height, { bands: 3 }).linear([1, 1, 1], colour).cast('uchar').copy({ interpretation: 'srgb' }).webpsaveBuffer({ Q: 60 }))
  })
  vips.shutdown()
  return written(new WebMOutputFormat(), async (output, begin) => {
    const pictures = new EncodedVideoPacketSource('vp8')
    output.addVideoTrack(pictures, { frameRate: framesPerSecond })
    await begin()
    for (const [index, frame] of frames.entries()) {
      await pictures.add(new EncodedPacket(frame, 'key', index / framesPerSecond, 1 / framesPerSecond), { decoderConfig: { codec: 'vp8', codedWidth: width, codedHeight: height } })
    }
  })
}

/** A box of ISO/IEC 14496-12. */
export function box(type: string, ...content: readonly (Uint8Array | string)[]): Uint8Array {
  const body = Buffer.concat(content.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece))))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.byteLength + 8)
  head.write(type, 4, 'latin1')
  return Uint8Array.from(Buffer.concat([head, body]))
}

/** Puts a box into the moov of a file that ends with it. */
export function intoMovie(video: Uint8Array, added: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(video)
  const at = bytes.lastIndexOf('moov', undefined, 'latin1') - 4
  if (bytes.readUInt32BE(at) !== bytes.byteLength - at) throw new Error('moov is not the last box')
  bytes.writeUInt32BE(bytes.byteLength - at + added.byteLength, at)
  return Uint8Array.from(Buffer.concat([bytes, Buffer.from(added)]))
}

async function written(format: OutputFormat, fill: (output: Output, start: () => Promise<void>) => Promise<void>): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  await fill(output, () => output.start())
  await output.finalize()
  if (target.buffer === null) throw new Error('nothing was written')
  return new Uint8Array(target.buffer)
}

function keyPictureOf(webp: Uint8Array): Uint8Array {
  const bytes = Buffer.from(webp)
  const at = bytes.indexOf('VP8 ', 0, 'latin1')
  return Uint8Array.from(bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4)))
}
