import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { secretWord, startPhotographer, type Photographer } from '../../support/photos.ts'
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
const mediaFolder = () => join(folder(), 'media')
const holdsSecret = (path: string) => readFileSync(path).includes(secretWord)
const pathOf = async (mediaId: string) => {
  const located = await engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'full' })
  return (located.ok ? located.value?.path : undefined) ?? ''
}

/** As an earlier Vigie left it: the file as it came, and a row that does not say it is clean. */
function storeAsBefore(mediaId: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(mediaFolder(), `${sha256}.jpg`)
  writeFileSync(path, bytes)
  const database = openDatabase(join(folder(), 'workspace.db'))
  database.prepare(`INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at) VALUES (?, 'IMG_1.jpg', 'image/jpeg', ?, 32, 64, ?, 1)`).run(mediaId, bytes.byteLength, sha256)
  database.close()
  return path
}

test.each(['jpg', 'png', 'webp', 'gif'] as const)('where a %s was taken never reaches the disk', async (kind) => {
  const photo = photographer.take(kind, kind === 'gif' ? {} : { orientation: 1 })
  const mediaId = engine.random.id()
  const added = await engine.ask('media.add', { workspaceId, mediaId, fileName: `photo.${kind}`, bytes: Uint8Array.from(photo) })
  const path = await pathOf(mediaId)
  expect(holdsSecret(path)).toBe(false)
  expect(photographer.metadataOf(readFileSync(path))).toEqual([])
  expect(added.bytes).toBe(readFileSync(path).byteLength)
  expect(readdirSync(mediaFolder())).toHaveLength(1)
})

test.each(['jpg', 'png', 'webp'] as const)('a %s held on its side stands upright, with its colours', async (kind) => {
  const photo = photographer.take(kind, { orientation: 6 })
  const mediaId = engine.random.id()
  const added = await engine.ask('media.add', { workspaceId, mediaId, fileName: 'photo', bytes: Uint8Array.from(photo) })
  expect([added.width, added.height]).toEqual([32, 64])
  const kept = readFileSync(await pathOf(mediaId))
  expect(photographer.metadataOf(kept)).toEqual([])
  const stored = photographer.vips.Image.newFromBuffer(kept, '')
  expect([stored.width, stored.height]).toEqual([32, 64])
  // Turned by a quarter to the right, what was left is above.
  const [above, below] = [stored.getpoint(16, 8), stored.getpoint(16, 56)]
  expect(above[0]).toBeGreaterThan(180)
  expect(below[2]).toBeGreaterThan(180)
  expect(photographer.fieldsOf(kept)).toContain('icc-profile-data')
})

test('what was stored before is cleaned by itself, and nothing of the old file stays', async () => {
  const [first, second] = [engine.random.id(), engine.random.id()]
  let old = ''
  await engine.restart({
    crash: false,
    meanwhile: () => {
      const photo = photographer.take('jpg', { orientation: 6 })
      old = storeAsBefore(first, photo)
      storeAsBefore(second, photo)
    }
  })
  await engine.until(() => !existsSync(old))
  for (const mediaId of [first, second]) {
    const path = await pathOf(mediaId)
    expect(holdsSecret(path)).toBe(false)
    expect(photographer.look(readFileSync(path))).toMatchObject({ width: 32, height: 64 })
  }
  expect(readdirSync(mediaFolder())).toHaveLength(1)
})

test('a stored file that nobody can read stays for the user to see, and stops nothing', async () => {
  const [broken, sound] = [engine.random.id(), engine.random.id()]
  await engine.restart({ crash: true, meanwhile: () => void [storeAsBefore(broken, Buffer.from('no image at all')), storeAsBefore(sound, photographer.take('jpg'))] })
  await engine.until(async () => !holdsSecret(await pathOf(sound)))
  expect(existsSync(await pathOf(broken))).toBe(true)
  expect(engine.logLines.some((line) => line.includes('could not be freed of its metadata'))).toBe(true)
})
