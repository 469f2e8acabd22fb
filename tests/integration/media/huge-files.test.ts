import { appendFileSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../electron/engine/time/system-clock.ts'
import { createVideoWork } from '../../../electron/engine/videos/video-work.ts'
import { plainRecipe } from '../../../shared/media/picture-recipe.ts'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { hugeSides, startHugePictures, writeHugeFilm, type HugePictures } from '../../support/huge-files.ts'
import { videoWorker } from '../../support/image-worker-files.ts'
import { box } from '../../support/tiny-videos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let pictures: HugePictures
let place: string
beforeAll(async () => {
  pictures = await startHugePictures()
  place = await mkdtemp(join(tmpdir(), 'vigie-huge-'))
})
afterAll(async () => {
  pictures.close()
  await rm(place, { recursive: true, force: true })
})

let engine: TestEngine
let workspaceId: string
beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const folder = () => join(engine.folder, 'workspaces', workspaceId, 'media')
const filesLeft = () => (existsSync(folder()) ? readdirSync(folder()) : [])
const megabyte = 1_000_000

/** How often the engine answered something else meanwhile, and by how much memory grew at its highest. */
async function beside<Value>(work: Promise<Value>): Promise<{ readonly value: Value; readonly answers: number; readonly grown: number }> {
  const before = process.memoryUsage().rss
  let [answers, highest, isDone] = [0, before, false]
  const value = work.finally(() => (isDone = true))
  while (!isDone) {
    await engine.ask('media.list', { workspaceId, mediaIds: [] })
    answers += 1
    highest = Math.max(highest, process.memoryUsage().rss)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { value: await value, answers, grown: (highest - before) / megabyte }
}

async function send(mediaId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { partBytes } = await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'quay.jpg', bytes: bytes.byteLength, beginning: bytes.slice(0, sniffedBytes) })
  for (let offset = 0; offset < bytes.byteLength; offset += partBytes) await engine.ask('media.addFilePart', { workspaceId, mediaId, offset, bytes: bytes.slice(offset, offset + partBytes) })
}

async function readBehind(path: string, offset: number): Promise<Buffer> {
  await using file = await open(path, 'r')
  const bytes = Buffer.alloc((await file.stat()).size - offset)
  await file.read(bytes, 0, bytes.byteLength, offset)
  return bytes
}

test('a picture of 200 megapixels that lies on its side is turned, made small and cut, while the engine answers others', async () => {
  const [mediaId, newMediaId] = [engine.random.id(), engine.random.id()]
  await send(mediaId, pictures.take('jpg', { orientation: 6 }))
  const added = await beside(engine.request('media.finishFile', { workspaceId, mediaId }))
  expect(added.value).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', width: hugeSides.height, height: hugeSides.width } })
  const small = await beside(engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'small' }))
  expect(small.value).toMatchObject({ ok: true, value: { mediaType: 'image/webp' } })
  const recipe = { ...plainRecipe, crop: { x: 0, y: 0.5, width: 1, height: 0.5 }, filter: 'warm' as const, maxSide: 2048 }
  const cut = await beside(engine.request('library.edit', { workspaceId, mediaId, newMediaId, recipe, drawnText: null }))
  expect(cut.value).toMatchObject({ ok: true, value: { width: 2048, height: 1360 } })
  for (const { answers } of [added, cut]) expect(answers).toBeGreaterThan(10)
  for (const { grown } of [added, small, cut]) expect(grown).toBeLessThan(1_300)
}, 60_000)

test('work on a huge picture is taken back in the middle, and nothing is left', async () => {
  const mediaId = engine.random.id()
  await send(mediaId, pictures.take('png'))
  const finishing = engine.request('media.finishFile', { workspaceId, mediaId })
  await engine.ask('media.cancelFile', { workspaceId, mediaId })
  expect(await finishing).toMatchObject({ ok: false, error: { code: 'work_cancelled' } })
  expect(filesLeft()).toEqual([])
}, 60_000)

test('a picture heavier than any camera makes is refused before anything of it is copied', async () => {
  const beginning = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])
  const refused = await engine.request('media.beginFile', { workspaceId, mediaId: engine.random.id(), fileName: 'a.jpg', bytes: 3_000 * megabyte, beginning })
  expect(refused).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { what: 'bytes' } } })
})

test('a film of more than 4 GB is read, freed of its place and cut at its far end, in little memory', async () => {
  const videos = createVideoWork({ worker: videoWorker, clock: systemClock })
  const [film, part] = [join(place, 'film.mp4'), join(place, 'part.mp4')]
  const seconds = await writeHugeFilm(film, 4.4e9)
  const end = statSync(film).size
  const secret = '+48.8584+002.2945/'
  appendFileSync(film, box('udta', box('©xyz', secret)))
  const checked = await beside(videos.check(film, new AbortController().signal))
  expect(checked.value).toMatchObject({ ok: true, value: { facts: { mediaType: 'video/mp4', width: 1920, height: 1080, durationMs: seconds * 1000 }, bytes: statSync(film).size } })
  const behind = await readBehind(film, end)
  expect([end > 2 ** 32, behind.includes(secret)]).toEqual([true, false])
  writeFileSync(part, '')
  const cut = await beside(videos.cut(part, { from: film, startMs: (seconds - 3) * 1000, endMs: seconds * 1000, isMuted: false }, { signal: new AbortController().signal }))
  expect(cut.value).toMatchObject({ ok: true, value: { facts: { durationMs: 3000 } } })
  for (const { grown, answers } of [checked, cut]) expect([grown < 400, answers > 5]).toEqual([true, true])

  // Taken back, and made shorter by somebody, each in the middle of being read.
  const cancelling = new AbortController()
  const check = (signal: AbortSignal) => videos.check(film, signal)
  const cancelled = check(cancelling.signal)
  setTimeout(() => cancelling.abort(), 300)
  expect(await cancelled).toMatchObject({ ok: false, error: { code: 'work_cancelled' } })
  const shortened = check(new AbortController().signal)
  setTimeout(() => truncateSync(film, 1e9), 300)
  expect(await shortened).toMatchObject({ ok: false, error: { code: 'video_unreadable', details: { reason: 'cut' } } })
}, 90_000)
