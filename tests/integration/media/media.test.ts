import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readImage } from '../../../electron/engine/media/read-image.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { tinyGif, tinyJpeg } from '../../support/tiny-images.ts'

let engine: TestEngine
let workspaceId: string

beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const mediaFolder = (of = workspaceId) => join(engine.folder, 'workspaces', of, 'media')
const add = (mediaId: string, bytes: Uint8Array, fileName = 'photo.png', of = workspaceId) => engine.request('media.add', { workspaceId: of, mediaId, fileName, bytes: Uint8Array.from(bytes) })
const locate = async (mediaId: string, of = workspaceId) => {
  const located = await engine.askAsMain('media.locate', { workspaceId: of, mediaId, size: 'full' })
  return located.ok ? located.value : null
}

test('an image is kept under its real type', async () => {
  const mediaId = engine.random.id()
  const bytes = tinyJpeg(3, 2)
  const added = await add(mediaId, bytes)
  expect(added).toEqual({
    ok: true,
    value: { id: mediaId, fileName: 'photo.png', mediaType: 'image/jpeg', bytes: bytes.byteLength, width: 3, height: 2, addedAt: engine.now() }
  })
  const located = await locate(mediaId)
  expect(located?.mediaType).toBe('image/jpeg')
  expect(located?.path.startsWith(mediaFolder())).toBe(true)
  expect(new Uint8Array(readFileSync(located?.path ?? ''))).toEqual(bytes)
})

test('the same image lies on the disk once, under as many ids as it was added', async () => {
  const [first, second] = [engine.random.id(), engine.random.id()]
  await add(first, tinyGif(3, 2), 'a.gif')
  await add(second, tinyGif(3, 2), 'b.gif')
  expect(readdirSync(mediaFolder())).toHaveLength(1)
  const { media } = await engine.ask('media.list', { workspaceId, mediaIds: [second, engine.random.id(), first] })
  expect(media.map((item) => item.fileName)).toEqual(['b.gif', 'a.gif'])
})

test('adding once more after a lost answer answers the same; another image under the id is a conflict', async () => {
  const mediaId = engine.random.id()
  const first = await add(mediaId, tinyGif(3, 2))
  await engine.advance(1000)
  expect(await add(mediaId, tinyGif(3, 2))).toEqual(first)
  expect(await add(mediaId, tinyGif(4, 4))).toMatchObject({ ok: false, error: { code: 'conflict' } })
})

test('an image of one workspace cannot be reached from another', async () => {
  const other = engine.random.id()
  await engine.ask('workspaces.create', { id: other, name: 'Autre', colour: 'plum', timeZone: 'Europe/Paris' })
  const mediaId = engine.random.id()
  await add(mediaId, tinyGif(3, 2))
  expect(await locate(mediaId, other)).toBeNull()
  expect(await engine.ask('media.list', { workspaceId: other, mediaIds: [mediaId] })).toEqual({ media: [] })
})

test('what cannot be taken leaves nothing behind', async () => {
  expect(await add(engine.random.id(), Buffer.from('no image'))).toMatchObject({ ok: false, error: { code: 'media_kind_unsupported' } })
  expect(existsSync(mediaFolder()) ? readdirSync(mediaFolder()) : []).toEqual([])
})

test('it survives a crash, and what the crash left half written is swept away', async () => {
  const mediaId = engine.random.id()
  await add(mediaId, tinyGif(3, 2))
  mkdirSync(mediaFolder(), { recursive: true })
  writeFileSync(join(mediaFolder(), 'cut.unfinished'), 'half')
  await engine.restart({ crash: true })
  await engine.settle()
  await engine.until(() => !existsSync(join(mediaFolder(), 'cut.unfinished')))
  const located = await locate(mediaId)
  expect(readImage(new Uint8Array(readFileSync(located?.path ?? '')))).toMatchObject({ ok: true, value: { width: 3, height: 2 } })
})
