import type { FileHandle } from 'node:fs/promises'
import {
  EncodedAudioPacketSource, EncodedPacketSink, EncodedVideoPacketSource, MovOutputFormat, Mp4OutputFormat, Output, QTFF, WEBM, WebMOutputFormat, type EncodedPacket, type Input, type InputAudioTrack,
  type InputVideoTrack
} from 'mediabunny'
import { VideoRefusal, type VideoSource } from './video-source.ts'
import type { VideoCut } from './video-task.ts'
import { blamingTheFilm, filmIn, filmInto } from './write-film.ts'

/**
 * Writes a part of a film, with its sound or without, into another file: packets are copied as they are, nothing is encoded anew. So it begins with the last complete picture at or before `startMs`.
 * Never holds more than a few megabytes. Throws a `VideoRefusal` for what cannot be copied so.
 */
export async function cutVideo(source: VideoSource, to: FileHandle, cut: VideoCut, onProgress: (percent: number) => void): Promise<void> {
  const input = filmIn(source)
  try {
    await blamingTheFilm(() => copy(input, to, cut, onProgress))
  } finally {
    input.dispose()
  }
}

async function copy(input: Input, to: FileHandle, { startMs, endMs, isMuted }: VideoCut, onProgress: (percent: number) => void): Promise<void> {
  const track = await input.getPrimaryVideoTrack()
  if (track === null) throw new VideoRefusal('no_picture', 'no video track')
  const pictures = new EncodedPacketSink(track)
  const first = (await pictures.getKeyPacket(startMs / 1000)) ?? (await pictures.getFirstKeyPacket())
  if (first === null) throw new VideoRefusal('no_picture', 'no complete picture')
  const sound = isMuted ? null : await input.getPrimaryAudioTrack()
  const end = endMs / 1000
  const output = await outputFor(input, to)
  const addPicture = await pictureWriter(output, track)
  const soundUntil = sound === null ? null : await soundCopier(output, sound, first.timestamp)
  await output.start()
  for await (const packet of picturesUntil(pictures, first, end)) {
    await addPicture(packet.clone({ timestamp: packet.timestamp - first.timestamp }))
    await soundUntil?.(packet.timestamp)
    onProgress(Math.max(0, Math.min(100, (100 * (packet.timestamp - first.timestamp)) / Math.max(0.001, end - first.timestamp))))
  }
  await soundUntil?.(end)
  await output.finalize()
}

/** Copies the sound from `start` on, each time up to a moment: so pictures and sound lie beside each other in the file. */
async function soundCopier(output: Output, track: InputAudioTrack, start: number): Promise<(until: number) => Promise<void>> {
  const add = await soundWriter(output, track)
  const sounds = soundsFrom(track, start)
  const take = async (): Promise<EncodedPacket | null> => (await sounds.next()).value ?? null
  let next: EncodedPacket | null = null
  let isBegun = false
  return async (until) => {
    if (!isBegun) next = await take()
    isBegun = true
    for (; next !== null && next.timestamp < until; next = await take()) await add(next.clone({ timestamp: next.timestamp - start }))
  }
}

async function outputFor(input: Input, to: FileHandle): Promise<Output> {
  const format = await input.getFormat()
  return new Output({
    format: format === WEBM ? new WebMOutputFormat() : format === QTFF ? new MovOutputFormat({ fastStart: false }) : new Mp4OutputFormat({ fastStart: false }),
    target: filmInto(to)
  })
}

async function pictureWriter(output: Output, track: InputVideoTrack): Promise<(packet: EncodedPacket) => Promise<void>> {
  const codec = await track.getCodec()
  if (codec === null) throw new VideoRefusal('codec', 'a codec without a name')
  const to = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(to, { rotation: await track.getRotation() })
  const config = await track.getDecoderConfig()
  return (packet) => to.add(packet, config === null ? undefined : { decoderConfig: config })
}

async function soundWriter(output: Output, track: InputAudioTrack): Promise<(packet: EncodedPacket) => Promise<void>> {
  const codec = await track.getCodec()
  if (codec === null) throw new VideoRefusal('codec', 'a codec without a name')
  const to = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(to)
  const config = await track.getDecoderConfig()
  return (packet) => to.add(packet, config === null ? undefined : { decoderConfig: config })
}

/** So many pictures behind the end may stand, in the order of decoding, before the last one that is seen. */
const mostBehind = 4

/** In the order in which they are decoded. A picture behind the end stays when one before the end is drawn with its help. */
async function* picturesUntil(sink: EncodedPacketSink, first: EncodedPacket, end: number): AsyncGenerator<EncodedPacket> {
  let behind: EncodedPacket[] = []
  for await (const packet of sink.packets(first)) {
    // Pictures that lean on what is cut away before the first one cannot be drawn.
    if (packet.timestamp < first.timestamp) continue
    if (packet.timestamp >= end) behind.push(packet)
    else {
      yield* behind
      behind = []
      yield packet
    }
    if (behind.length > mostBehind) return
  }
}

async function* soundsFrom(track: InputAudioTrack, start: number): AsyncGenerator<EncodedPacket> {
  const sink = new EncodedPacketSink(track)
  const at = (await sink.getPacket(start)) ?? (await sink.getFirstPacket())
  if (at === null) return
  for await (const packet of sink.packets(at)) if (packet.timestamp >= start) yield packet
}
