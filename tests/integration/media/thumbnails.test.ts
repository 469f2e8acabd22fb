import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { blankFilmName } from '../../../electron/engine/media/blank-film.ts'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { startPhotographer, type Photographer } from '../../support/photos.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let photographer: Photographer
let engine: TestEngine
let workspaceId: string
beforeAll(async () => void (photographer = await startPhotographer()))
afterAll(() => photographer.close())
beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const folder = () => join(engine.folder, 'workspaces', workspaceId)
const thumbnails = () => (existsSync(join(folder(), 'thumbnails')) ? readdirSync(join(folder(), 'thumbnails')) : [])

async function add(bytes: Uint8Array): Promise<string> {
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName: 'photo', bytes: Uint8Array.from(bytes) })
  return mediaId
}

async function locate(mediaId: string, size: 'full' | 'small') {
  const located = await engine.askAsMain('media.locate', { workspaceId, mediaId, size })
  if (!located.ok) throw new Error(located.error.message)
  return located.value
}

test('a large picture gets a small one, made while nobody asks, in its own shape and colours', async () => {
  const mediaId = await add(photographer.take('jpg', { width: 2000, height: 1000 }))
  await engine.until(() => thumbnails().some((file) => file.endsWith('.webp')))
  const located = await locate(mediaId, 'small')
  expect(located).toMatchObject({ mediaType: 'image/webp' })
  const small = photographer.look(readFileSync(located?.path ?? ''))
  expect([small.width, small.height]).toEqual([640, 320])
  expect(small.at(100, 100)[0]).toBeGreaterThan(180)
  expect(small.at(500, 100)[2]).toBeGreaterThan(180)
})

test('a picture that is small already serves as its own', async () => {
  const mediaId = await add(photographer.take('png', { width: 64, height: 32 }))
  expect(await locate(mediaId, 'small')).toEqual(await locate(mediaId, 'full'))
  expect(thumbnails()).toEqual([])
})

test('of an animation the first frame is shown', async () => {
  const mediaId = await add(photographer.take('gif', { width: 800, height: 400, frames: 3 }))
  const small = photographer.look(readFileSync((await locate(mediaId, 'small'))?.path ?? ''))
  expect([small.width, small.height]).toEqual([640, 320])
})

test('many are asked for at once, and each is made once', async () => {
  const ids = await Promise.all([1000, 1100, 1200, 1300].map(async (width) => add(photographer.take('png', { width, height: 600 }))))
  const located = await Promise.all([...ids, ...ids].map(async (id) => locate(id, 'small')))
  expect(new Set(located.map((each) => each?.path)).size).toBe(4)
  expect(thumbnails()).toHaveLength(4)
})

test('a picture that nobody can decode breaks nothing: the next ones are made', async () => {
  const whole = photographer.take('jpg', { width: 3000, height: 2000 })
  const broken = await add(Uint8Array.from([...whole.subarray(0, 1200), ...new Uint8Array(5000).fill(7), 0xff, 0xd9]))
  const sound = await add(photographer.take('jpg', { width: 900, height: 600 }))
  await locate(broken, 'small')
  expect(await locate(sound, 'small')).toMatchObject({ mediaType: 'image/webp' })
})

test('after a crash nothing half made stays, what is missing is made, and what belongs to no picture goes', async () => {
  const mediaId = await add(photographer.take('jpg', { width: 1500, height: 900 }))
  await engine.until(() => thumbnails().some((file) => file.endsWith('.webp')))
  const [name = ''] = thumbnails()
  const stray = `${'0'.repeat(64)}.webp`
  await engine.restart({
    crash: true,
    meanwhile: () => {
      writeFileSync(join(folder(), 'thumbnails', 'half.unfinished'), 'half')
      writeFileSync(join(folder(), 'thumbnails', stray), 'of a picture that is gone')
    }
  })
  await engine.until(() => !thumbnails().includes(stray))
  await locate(mediaId, 'small')
  expect(thumbnails()).toEqual([name])
})

test('a picture of 400 megapixels is refused with its size, and the engine goes on answering', async () => {
  const huge = photographer.take('png', { width: 20_000, height: 20_000 })
  const added = await engine.request('media.add', { workspaceId, mediaId: engine.random.id(), fileName: 'panorama.png', bytes: Uint8Array.from(huge) })
  expect(added).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { what: 'area' } } })
  expect((await engine.ask('media.library', { workspaceId, query: '' })).pictures).toEqual([])
})

test('a video of which nobody made a cover is shown as a film, and not as a broken picture', async () => {
  const mediaId = engine.random.id()
  const video = await tinyMp4()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'harbour.mp4', bytes: video.byteLength, beginning: Uint8Array.from(video.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: video })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  const located = await locate(mediaId, 'small')
  expect(located?.mediaType).toBe('image/png')
  const bytes = readFileSync(located?.path ?? '')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(blankFilmName)
  const small = photographer.look(bytes)
  expect([small.width, small.height]).toEqual([64, 64])
})
