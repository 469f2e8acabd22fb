import { readFileSync } from 'node:fs'
import { BufferSource, Input, MP4, QTFF, WEBM } from 'mediabunny'

/** What a film is, read from its file. */
export async function readFilm(path: string) {
  const input = new Input({ formats: [MP4, QTFF, WEBM], source: new BufferSource(readFileSync(path)) })
  const [video, audio] = [(await input.getPrimaryVideoTrack())!, await input.getPrimaryAudioTrack()]
  const { packetCount } = await video.computePacketStats()
  return {
    format: (await input.getFormat()).name, video: await video.getCodec(), audio: audio === null ? null : await audio.getCodec(),
    width: await video.getDisplayWidth(), height: await video.getDisplayHeight(), rotation: await video.getRotation(),
    seconds: await video.computeDuration(), soundSeconds: audio === null ? null : await audio.computeDuration(), pictures: packetCount, tags: await input.getMetadataTags()
  }
}
