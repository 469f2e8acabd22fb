import { createRequire } from 'node:module'
import { open } from 'node:fs/promises'
import { EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, StreamTarget, type StreamTargetChunk } from 'mediabunny'
import type Vips from 'wasm-vips'
import { imageWorkerFiles } from './image-worker-files.ts'

/** What cameras of 200 megapixels make. */
export const hugeSides = { width: 16_320, height: 12_288 } as const

export interface HugePictures {
  /** Of one light and dark, unless `isColoured`; with `orientation`, lying on its side. */
  take(kind: 'jpg' | 'png' | 'webp', wish?: { readonly orientation?: number; readonly isColoured?: boolean; readonly isProgressive?: boolean; readonly isNoisy?: boolean }): Uint8Array<ArrayBuffer>
  close(): void
}

export async function startHugePictures(sides: { readonly width: number; readonly height: number } = hugeSides): Promise<HugePictures> {
  const start: typeof Vips = createRequire(import.meta.url)(imageWorkerFiles.library)
  const vips = await start({ dynamicLibraries: [], print: () => undefined, printErr: () => undefined })
  vips.Cache.max(0)
  return {
    take(kind, { orientation, isColoured = false, isProgressive = false, isNoisy = false } = {}) {
      const light = isNoisy ? vips.Image.gaussnoise(sides.width, sides.height, { mean: 128, sigma: 12 }).cast('uchar') : vips.Image.grey(sides.width, sides.height, { uchar: true })
      const image = isColoured ? light.bandjoin([light, light]).copy({ interpretation: 'srgb' }) : light
      const drawn = orientation === undefined ? image : image.copy()
      if (orientation !== undefined) drawn.setInt('orientation', orientation)
      const bytes = kind === 'jpg' ? drawn.jpegsaveBuffer({ Q: 85, interlace: isProgressive, keep: vips.ForeignKeep.all }) : kind === 'png' ? drawn.pngsaveBuffer({ compression: 1 }) : drawn.webpsaveBuffer({ Q: 60, effort: 0 })
      return new Uint8Array(bytes)
    },
    close: () => vips.shutdown()
  }
}

/** A baseline H.264 configuration without parameter sets: enough to be read, nothing to be shown. */
const configuration = Uint8Array.from([1, 0x42, 0xc0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0xc0, 0x1e, 1, 0, 4, 0x68, 0xce, 0x3c, 0x80])
const frameBytes = 16 * 1024 * 1024

/** An MP4 of at least that size, one complete picture each second, in a file with holes: what is zero takes no room. Answers with its length in seconds. */
export async function writeHugeFilm(path: string, bytes: number): Promise<number> {
  const file = await open(path, 'w')
  let end = 0
  const writable = new WritableStream<StreamTargetChunk>({
    async write({ data, position }) {
      end = Math.max(end, position + data.byteLength)
      // A picture of zeros has a hole in its place; its first bytes say how long it is.
      const filled = data.byteLength === frameBytes ? data.subarray(0, 64) : data
      await file.write(filled, 0, filled.byteLength, position)
    }
  })
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: new StreamTarget(writable) })
  const pictures = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(pictures, { frameRate: 1 })
  await output.start()
  const frame = new Uint8Array(frameBytes)
  new DataView(frame.buffer).setUint32(0, frameBytes - 4)
  frame[4] = 0x65
  const seconds = Math.ceil(bytes / frameBytes)
  for (let at = 0; at < seconds; at += 1) {
    await pictures.add(new EncodedPacket(frame, 'key', at, 1), { decoderConfig: { codec: 'avc1.42c01e', codedWidth: 1920, codedHeight: 1080, description: configuration } })
  }
  await output.finalize()
  await file.truncate(end)
  await file.close()
  return seconds
}
