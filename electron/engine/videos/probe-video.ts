import { CustomSource, Input, MP4, QTFF, UnsupportedInputFormatError, WEBM, type InputAudioTrack, type InputVideoTrack } from 'mediabunny'
import { audioCodecs, videoCodecs, type AudioCodec, type VideoCodec, type VideoType } from '../../../shared/media/media-item.ts'
import { VideoRefusal, type VideoSource } from './video-source.ts'
import type { VideoFacts } from './video-task.ts'

/** So many pictures tell how many there are in a second. */
const measuredPackets = 120

/** Reads what the video is from its content; throws a `VideoRefusal` for what cannot be taken. */
export async function probeVideo(source: VideoSource): Promise<VideoFacts> {
  const input = new Input({ formats: [MP4, QTFF, WEBM], source: new CustomSource({ getSize: () => source.size, read: (start, end) => source.read(start, end - start) }) })
  try {
    return await factsOf(input)
  } catch (error) {
    if (error instanceof VideoRefusal) throw error
    if (error instanceof UnsupportedInputFormatError) throw new VideoRefusal('kind', 'neither MP4, QuickTime nor WebM')
    // The library throws whatever it stumbles over in a damaged file; for us all of it means "damaged".
    throw new VideoRefusal('damaged', error instanceof Error ? error.message : String(error))
  } finally {
    input.dispose()
  }
}

async function factsOf(input: Input): Promise<VideoFacts> {
  const format = await input.getFormat()
  const mediaType: VideoType = format === WEBM ? 'video/webm' : format === QTFF ? 'video/quicktime' : 'video/mp4'
  const track = await input.getPrimaryVideoTrack()
  if (track === null) throw new VideoRefusal('no_picture', 'no video track')
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  if (!(width > 0 && height > 0)) throw new VideoRefusal('damaged', 'no size')
  const durationMs = Math.round((await input.computeDuration()) * 1000)
  if (!(durationMs > 0)) throw new VideoRefusal('no_picture', 'it lasts no time')
  const sound = await input.getPrimaryAudioTrack()
  return {
    mediaType, width: Math.round(width), height: Math.round(height), durationMs,
    videoCodec: videoCodecOf(await track.getCodec()),
    ...(sound === null ? { audioCodec: null } : await soundOf(sound)),
    frameRate: await frameRateOf(track)
  }
}

/** What a damaged description says of no samples or no channels is not told. */
async function soundOf(track: InputAudioTrack): Promise<Pick<VideoFacts, 'audioCodec' | 'audioSampleRate' | 'audioChannels'>> {
  const [codec, rate, channels] = [await track.getCodec(), await track.getSampleRate(), await track.getNumberOfChannels()]
  return { audioCodec: audioCodecOf(codec), ...(rate > 0 ? { audioSampleRate: rate } : {}), ...(channels > 0 ? { audioChannels: channels } : {}) }
}

async function frameRateOf(track: InputVideoTrack): Promise<number | null> {
  const { averagePacketRate } = await track.computePacketStats(measuredPackets)
  return averagePacketRate > 0 && Number.isFinite(averagePacketRate) ? Math.round(averagePacketRate * 100) / 100 : null
}

function videoCodecOf(name: string | null): VideoCodec {
  return videoCodecs.find((codec) => codec === name) ?? 'other'
}

function audioCodecOf(name: string | null): AudioCodec {
  return audioCodecs.find((codec) => codec === name) ?? (name?.startsWith('pcm') === true ? 'pcm' : 'other')
}
