import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AudioSample, AudioSampleSource, BufferTarget, EncodedPacket, EncodedVideoPacketSource, MovOutputFormat, Mp4OutputFormat, Output } from 'mediabunny'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { playableWebm, tinyMp4 } from '../../support/tiny-videos.ts'
import { readFilm } from '../../support/read-film.ts'
import { addVideo } from '../support/add-video.ts'
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
const files = () => readdirSync(join(engine.folder, 'workspaces', workspaceId, 'media'))

/** What the page's worker hands over: fragments, with sound that nothing was taken from. */
async function converted({ seconds = 2, rotation = 0, format = 'fragments', frameBytes = 40 }: { seconds?: number; rotation?: 0 | 90; format?: 'fragments' | 'mov'; frameBytes?: number } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget()
  const output = new Output({ format: format === 'mov' ? new MovOutputFormat({ fastStart: false }) : new Mp4OutputFormat({ fastStart: 'fragmented' }), target })
  const [pictures, sound] = [new EncodedVideoPacketSource('avc'), new AudioSampleSource({ codec: 'pcm-s16' })]
  output.addVideoTrack(pictures, { rotation })
  output.addAudioTrack(sound)
  await output.start()
  const frame = new Uint8Array(frameBytes).fill(7)
  new DataView(frame.buffer).setUint32(0, frameBytes - 4)
  frame[4] = 0x65
  for (let index = 0; index < seconds * 10; index += 1) {
    await pictures.add(new EncodedPacket(frame, 'key', index / 10, 0.1), { decoderConfig: { codec: 'avc1.42c01e', codedWidth: 64, codedHeight: 48, description: avc } })
    const sample = new AudioSample({ data: Float32Array.from({ length: 9600 }, (_, at) => 0.3 * Math.sin((at >> 1) / 17)), format: 'f32', numberOfChannels: 2, sampleRate: 48_000, timestamp: index / 10 })
    await sound.add(sample)
    sample.close()
  }
  await output.finalize()
  return new Uint8Array(target.buffer!)
}

async function begin(film: string): Promise<string> {
  const newMediaId = engine.random.id()
  await engine.ask('library.beginConversion', { workspaceId, mediaId: film, newMediaId, expectedBytes: 10_000 })
  return newMediaId
}
async function hand(newMediaId: string, bytes: Uint8Array<ArrayBuffer>, step = 10_000): Promise<void> {
  for (let offset = 0; offset < bytes.byteLength; offset += step) await engine.ask('library.addConverted', { workspaceId, newMediaId, offset, bytes: bytes.slice(offset, offset + step) })
}
const finish = (newMediaId: string, maxBytes: number | null = null) => engine.request('library.finishConversion', { workspaceId, newMediaId, maxBytes })
async function pathOf(mediaId: string): Promise<string> {
  const located = await engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'full' })
  return (located.ok ? located.value?.path : undefined) ?? ''
}

test('what the page makes of a film comes in parts and is kept as an ordinary MP4 with AAC, beside the film and with what is said of it', async () => {
  const film = await addVideo(engine, workspaceId, await playableWebm(), 'quay.webm')
  await engine.ask('library.describe', { workspaceId, items: [{ mediaId: film, altText: 'The quay at dawn', folder: '2026', tags: ['sea'] }] })
  const newMediaId = await begin(film)
  await hand(newMediaId, await converted())
  const made = await finish(newMediaId)
  expect(made).toMatchObject({ ok: true, value: { id: newMediaId, fileName: 'quay-64x48.mp4', mediaType: 'video/mp4', videoCodec: 'avc', audioCodec: 'aac', durationMs: expect.any(Number) } })
  expect(await readFilm(await pathOf(newMediaId))).toMatchObject({ format: 'MP4', video: 'avc', audio: 'aac', pictures: 20, seconds: 2, tags: {} })
  const { pictures } = await engine.ask('media.library', { workspaceId, query: 'quay' })
  expect(pictures.find(({ item }) => item.id === newMediaId)).toMatchObject({ altText: 'The quay at dawn', folder: '2026', tags: ['sea'] })
  expect(files().length).toBe(2)
  expect(await finish(newMediaId)).toEqual(made)
})

test('a part that comes twice is taken once; one out of its turn is refused', async () => {
  const newMediaId = await begin(await addVideo(engine, workspaceId, await playableWebm()))
  const bytes = await converted()
  const part = (offset: number) => engine.request('library.addConverted', { workspaceId, newMediaId, offset, bytes: bytes.slice(offset, offset + 1000) })
  expect(await part(0)).toEqual({ ok: true, value: { received: 1000 } })
  expect(await part(0)).toEqual({ ok: true, value: { received: 1000 } })
  expect(await part(2000)).toMatchObject({ ok: false, error: { code: 'conflict' } })
})

test('what came out heavier than it may be is not kept, and its weight is said', async () => {
  const film = await addVideo(engine, workspaceId, await playableWebm())
  const before = files()
  const newMediaId = await begin(film)
  await hand(newMediaId, await converted({ frameBytes: 2000 }))
  expect(await finish(newMediaId, 20_000)).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { found: expect.any(Number), max: 20_000 } } })
  expect(files()).toEqual(before)
})

test('given up, cut off or damaged, nothing of it is left', async () => {
  const film = await addVideo(engine, workspaceId, await playableWebm())
  const before = files()
  const givenUp = await begin(film)
  await hand(givenUp, await converted())
  await engine.ask('library.cancelConversion', { workspaceId, newMediaId: givenUp })
  expect(await finish(givenUp)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(files()).toEqual(before)

  const late = await begin(film)
  await hand(late, await converted({ seconds: 20 }))
  const working = finish(late)
  await engine.ask('library.cancelConversion', { workspaceId, newMediaId: late })
  expect(await working).toMatchObject({ ok: false, error: { code: 'work_cancelled' } })
  expect(files()).toEqual(before)

  const damaged = await begin(film)
  await hand(damaged, (await converted()).slice(0, 500))
  expect(await finish(damaged)).toMatchObject({ ok: false, error: { code: 'video_unreadable' } })
  expect(files()).toEqual(before)
})

test('a page that goes in the middle leaves nothing after a while, and a power cut nothing at the next start', async () => {
  const film = await addVideo(engine, workspaceId, await playableWebm())
  const before = files()
  await hand(await begin(film), (await converted()).slice(0, 5000))
  expect(files().length).toBe(before.length + 1)
  await engine.advance(11 * 60_000)
  await expect.poll(files).toEqual(before)

  const newMediaId = await begin(film)
  await hand(newMediaId, (await converted()).slice(0, 5000))
  await engine.restart({ crash: true })
  expect(await finish(newMediaId)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  await expect.poll(files).toEqual(before)
})

test('a film whose wrapping alone is refused keeps its pictures bit by bit, and how it is held', async () => {
  const film = await addVideo(engine, workspaceId, await converted({ format: 'mov', rotation: 90 }), 'IMG_2041.MOV')
  const newMediaId = engine.random.id()
  const made = await engine.request('library.rewrapVideo', { workspaceId, mediaId: film, newMediaId })
  expect(made).toMatchObject({ ok: true, value: { fileName: 'IMG_2041.mp4', mediaType: 'video/mp4', width: 48, height: 64, audioCodec: 'aac' } })
  expect(await readFilm(await pathOf(newMediaId))).toMatchObject({ format: 'MP4', video: 'avc', audio: 'aac', rotation: 90, pictures: 20 })
  expect(await engine.request('library.rewrapVideo', { workspaceId, mediaId: await addVideo(engine, workspaceId, await tinyMp4({ hasSound: true, format: 'mov' }), 'b.mov'), newMediaId: engine.random.id() })).toMatchObject({ ok: true, value: { audioCodec: 'aac', fileName: 'b.mp4' } })
})

test('the page reads a film piece by piece, and no picture and nothing of another client', async () => {
  const bytes = await playableWebm()
  const film = await addVideo(engine, workspaceId, bytes)
  const read = (mediaId: string, offset: number, length: number, from = workspaceId) => engine.request('library.readVideo', { workspaceId: from, mediaId, offset, length })
  const stored = readFileSync(await pathOf(film))
  expect(await read(film, 10, 20)).toEqual({ ok: true, value: { bytes: Uint8Array.from(stored.subarray(10, 30)) } })
  const end = await read(film, stored.byteLength - 5, 100)
  expect(end.ok && end.value.bytes.byteLength).toBe(5)
  const other = engine.random.id()
  await engine.ask('workspaces.create', { id: other, name: 'Autre', colour: 'ocean', timeZone: 'Europe/Paris' })
  expect(await read(film, 0, 10, other)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await read(engine.random.id(), 0, 10)).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
