import { existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { BufferSource, EncodedAudioPacketSource, EncodedPacket, EncodedPacketSink, EncodedVideoPacketSource, Input, MP4, BufferTarget, Mp4OutputFormat, Output, WEBM } from 'mediabunny'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { playableWebm, tinyMp4 } from '../../support/tiny-videos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string

beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const avc = Uint8Array.from([1, 0x42, 0xc0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0xc0, 0x1e, 1, 0, 4, 0x68, 0xce, 0x3c, 0x80])

/** Ten pictures a second, a complete one each second; each tells its number, as does the sound, fifty packets a second. */
async function numbered(seconds: number): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target })
  const pictures = new EncodedVideoPacketSource('avc')
  const sound = new EncodedAudioPacketSource('aac')
  output.addVideoTrack(pictures, { rotation: 90 })
  output.addAudioTrack(sound)
  await output.start()
  for (let index = 0; index < seconds * 10; index += 1) {
    const frame = Uint8Array.from([0, 0, 0, 4, index % 10 === 0 ? 0x65 : 0x41, 0, 0, index])
    await pictures.add(new EncodedPacket(frame, index % 10 === 0 ? 'key' : 'delta', index / 10, 0.1), { decoderConfig: { codec: 'avc1.42c01e', codedWidth: 64, codedHeight: 48, description: avc } })
    for (let beat = 0; beat < 5; beat += 1) await sound.add(new EncodedPacket(Uint8Array.of(index * 5 + beat, 1), 'key', index / 10 + beat / 50, 0.02), { decoderConfig: { codec: 'mp4a.40.2', sampleRate: 48_000, numberOfChannels: 2, description: Uint8Array.from([0x11, 0x90]) } })
  }
  await output.finalize()
  return new Uint8Array(target.buffer!)
}

async function add(bytes: Uint8Array, fileName = 'quay.mp4'): Promise<string> {
  const mediaId = engine.random.id()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName, bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: Uint8Array.from(bytes) })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  return mediaId
}
const cut = (mediaId: string, part: { startMs: number; endMs: number; isMuted?: boolean }, newMediaId = engine.random.id()) => engine.request('library.cutVideo', { workspaceId, mediaId, newMediaId, isMuted: false, ...part })
async function made(...parameters: Parameters<typeof cut>) {
  const answer = await cut(...parameters)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const located = await engine.askAsMain('media.locate', { workspaceId, mediaId: answer.value.id, size: 'full' })
  const input = new Input({ formats: [MP4, WEBM], source: new BufferSource(readFileSync((located.ok ? located.value?.path : undefined) ?? '')) })
  const [video, audio] = [(await input.getPrimaryVideoTrack())!, await input.getPrimaryAudioTrack()]
  const numbersOf = async (track: typeof video | NonNullable<typeof audio>, at: number) => {
    const numbers: number[] = []
    for await (const packet of new EncodedPacketSink(track).packets()) numbers.push(packet.data[at]!)
    return numbers
  }
  return { item: answer.value, rotation: await video.getRotation(), starts: await video.getFirstTimestamp(), pictures: await numbersOf(video, 7), sounds: audio === null ? null : await numbersOf(audio, 0) }
}
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)
const files = () => readdirSync(join(engine.folder, 'workspaces', workspaceId, 'media'))

test('a part begins with the last complete picture before it, ends where it was said, and its sound goes along', async () => {
  const film = await add(await numbered(5))
  const { item, rotation, starts, pictures, sounds } = await made(film, { startMs: 1_400, endMs: 3_500 })
  expect(pictures).toEqual(range(10, 35))
  expect(sounds?.slice(0, 3)).toEqual([50, 51, 52])
  expect([sounds!.length >= 125, sounds!.length <= 131]).toEqual([true, true])
  expect([rotation, starts, item.fileName, item.width, item.height, item.audioCodec]).toEqual([90, 0, 'quay-1.4s-3.5s.mp4', 48, 64, 'aac'])
  expect((await engine.ask('media.library', { workspaceId, query: '' })).pictures.find(({ item: { id } }) => id === item.id)).toMatchObject({ originId: film, originName: 'quay.mp4' })
})

test('a film without its sound has every picture, and the other one stays as it was', async () => {
  const film = await add(await numbered(3))
  const before = files().map((name) => readFileSync(join(engine.folder, 'workspaces', workspaceId, 'media', name)).toString('base64'))
  const { item, pictures, sounds } = await made(film, { startMs: 0, endMs: 3_000, isMuted: true })
  expect([pictures, sounds, item.audioCodec, item.fileName, item.durationMs]).toEqual([range(0, 30), null, null, 'quay-muted.mp4', 3_000])
  expect(before).toHaveLength(1)
  expect(files().map((name) => readFileSync(join(engine.folder, 'workspaces', workspaceId, 'media', name)).toString('base64'))).toContain(before[0])
})

test('a WebM stays one, and says how far it is', async () => {
  const film = await add(await playableWebm({ seconds: 4 }), 'quay.webm')
  const heard = engine.events.length
  const { item, pictures } = await made(film, { startMs: 1_000, endMs: 2_000 })
  expect([item.mediaType, item.fileName, pictures.length]).toEqual(['video/webm', 'quay-1s-2s.webm', 5])
  const told = engine.events.slice(heard).filter(({ name }) => name === 'media.progress')
  expect(told.length).toBeGreaterThan(0)
})

test('asking twice makes one; given up, nothing is made and no file is left', async () => {
  const film = await add(await numbered(2))
  const id = engine.random.id()
  const first = await cut(film, { startMs: 0, endMs: 1_000 }, id)
  expect(await cut(film, { startMs: 0, endMs: 2_000 }, id)).toEqual(first)
  const before = files()
  const newMediaId = engine.random.id()
  const working = cut(film, { startMs: 1_000, endMs: 2_000 }, newMediaId)
  await engine.ask('library.cancelCut', { workspaceId, newMediaId })
  expect(await working).toMatchObject({ ok: false, error: { code: 'work_cancelled' } })
  expect(files()).toEqual(before)
})

test('what is gone, a picture and a file that is damaged are refused in words, and leave nothing', async () => {
  expect(await cut(engine.random.id(), { startMs: 0, endMs: 1_000 })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  const film = await add(await tinyMp4())
  const [name] = files()
  const path = join(engine.folder, 'workspaces', workspaceId, 'media', name!)
  truncateSync(path, 200)
  expect(await cut(film, { startMs: 0, endMs: 1_000 })).toMatchObject({ ok: false, error: { code: 'video_unreadable' } })
  rmSync(path)
  expect(await cut(film, { startMs: 0, endMs: 1_000 })).toMatchObject({ ok: false })
  expect(existsSync(path)).toBe(false)
  expect(files()).toEqual([])
})
