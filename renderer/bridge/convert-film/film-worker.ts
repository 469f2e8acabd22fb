import {
  Conversion, CustomSource, Input, MP4, Mp4OutputFormat, Output, QTFF, Quality, StreamTarget, WEBM, type ConversionAudioOptions, type DiscardedTrack, type InputAudioTrack, type StreamTargetChunk
} from 'mediabunny'
import type { FilmTarget } from '../../../shared/media/fit-film.ts'
import type { FilmFault, FromFilmWorker, ToFilmWorker } from './film-messages.ts'

/* Encodes one film anew with what Chromium brings. It reads the film through the page, piece by piece, and hands on what comes of it as it comes: neither is ever whole in memory. */

const partBytes = 4 * 1024 * 1024
/** Players jump to these; networks cut there. */
const keyFrameInterval = 2
const mostSamples = 48_000
const soundRates: ReadonlySet<number> = new Set([44_100, 48_000])

class FilmFailure extends Error {
  readonly fault: FilmFault
  constructor(fault: FilmFault, reason: string) {
    super(reason)
    this.fault = fault
  }
}

const waiting = new Map<number, (bytes: Uint8Array<ArrayBuffer> | null) => void>()
let letOn: () => void = () => undefined
let asked = 0

function say(message: FromFilmWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

self.addEventListener('message', ({ data }: MessageEvent<ToFilmWorker>) => {
  switch (data.kind) {
    case 'bytes':
      waiting.get(data.id)?.(data.bytes)
      waiting.delete(data.id)
      return
    case 'stored':
      return letOn()
    case 'convert':
      void convert(data.bytes, data.target).then(
        () => say({ kind: 'done' }),
        (error: unknown) => say({ kind: 'failed', fault: error instanceof FilmFailure ? error.fault : 'damaged', reason: String(error) })
      )
  }
})

async function readPiece(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  asked += 1
  const id = asked
  const bytes = await new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
    waiting.set(id, resolve)
    say({ kind: 'read', id, offset, length })
  })
  if (bytes?.byteLength !== length) throw new Error(`of the film at ${offset}, ${length} bytes cannot be read`)
  return bytes
}

async function read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  if (end - start <= partBytes) return readPiece(start, end - start)
  const whole = new Uint8Array(end - start)
  for (let at = start; at < end; at += partBytes) whole.set(await readPiece(at, Math.min(partBytes, end - at)), at - start)
  return whole
}

/** Each part waits until the one before is on the disk: so encoding is never ahead of it. */
function partsOut(): WritableStream<StreamTargetChunk> {
  return new WritableStream({
    async write({ data, position }) {
      const bytes = new Uint8Array(data)
      const stored = new Promise<void>((resolve) => (letOn = resolve))
      say({ kind: 'part', offset: position, bytes }, [bytes.buffer])
      await stored
    }
  })
}

async function convert(bytes: number, { width, height, frameRate, bitRate }: FilmTarget): Promise<void> {
  const input = new Input({ formats: [MP4, QTFF, WEBM], source: new CustomSource({ getSize: () => bytes, read, prefetchProfile: 'network' }) })
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'fragmented' }), target: new StreamTarget(partsOut(), { chunked: true, chunkSize: partBytes }) })
  const conversion = await Conversion.init({
    input, output, tracks: 'primary', tags: {}, showWarnings: false,
    copy: { shiftTolerance: Number.POSITIVE_INFINITY },
    // Turned for good: there are networks that forget to turn a film that only says so.
    video: { codec: 'avc', quality: new Quality({ bitrate: bitRate }), width, height, fit: 'fill', keyFrameInterval, forceTranscode: true, allowTransformationMetadata: false, ...(frameRate === null ? {} : { frameRate }) },
    audio: soundOptions
  })
  const [lost] = conversion.discardedTracks
  if (lost !== undefined || !conversion.isValid) throw new FilmFailure(faultOf(lost), `the ${lost?.track.type ?? 'film'}: ${lost?.reason ?? 'not valid'}`)
  conversion.onProgress = (share) => say({ kind: 'progress', share })
  await conversion.execute()
}

function faultOf(lost: DiscardedTrack | undefined): FilmFault {
  return lost?.reason === 'undecodable_source_codec' || lost?.reason === 'unknown_source_codec' ? 'no_decoder' : lost?.reason === 'no_encodable_target_codec' ? 'no_encoder' : 'damaged'
}

/** AAC of one or two channels stays; anything else leaves without compression, and the engine makes it AAC: Chromium cannot everywhere. More channels and finer samples no network takes. */
async function soundOptions(track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const [codec, channels, rate] = [await track.getCodec(), await track.getNumberOfChannels(), await track.getSampleRate()]
  if (codec === 'aac' && channels <= 2 && rate <= mostSamples) return {}
  return { codec: 'pcm-s16', numberOfChannels: Math.min(2, channels), sampleRate: soundRates.has(rate) ? rate : 48_000, forceTranscode: true }
}
