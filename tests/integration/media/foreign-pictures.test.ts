import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { avif, clearHeic, printTiff, tiff, turnedHeic } from '../../support/foreign-pictures.ts'
import { startPhotographer, type Photographer } from '../../support/photos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let photographer: Photographer
beforeAll(async () => {
  photographer = await startPhotographer()
})
afterAll(() => photographer.close())

let engine: TestEngine
let workspaceId: string
beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const folder = () => join(engine.folder, 'workspaces', workspaceId, 'media')

async function add(bytes: Uint8Array, fileName: string) {
  const mediaId = engine.random.id()
  const given = new Uint8Array(bytes)
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName, bytes: given.byteLength, beginning: given.slice(0, sniffedBytes) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: given })
  return engine.request('media.finishFile', { workspaceId, mediaId })
}

/** Red, green and blue as a screen shows them, at a place of the only picture that is kept; and whether it names its colours. */
function seen(x: number, y: number): { readonly colour: readonly number[]; readonly hasProfile: boolean } {
  const [name = ''] = readdirSync(folder())
  const image = photographer.vips.Image.newFromBuffer(readFileSync(join(folder(), name)))
  const hasProfile = image.getTypeof('icc-profile-data') !== 0
  const shown = hasProfile ? image.iccTransform('srgb', { embedded: true }) : image
  return { colour: shown.getpoint(x, y), hasProfile }
}

/** A little is lost by JPEG, and by the way to other colours and back. */
function expectNear(found: readonly number[], wanted: readonly number[]): void {
  for (const [place, value] of wanted.entries()) expect(Math.abs((found[place] ?? -1) - value), `${String(found)} for ${String(wanted)}`).toBeLessThan(14)
}

test('an iPhone’s HEIC is kept as an upright JPEG in its own colours, under a name that says so', async () => {
  const added = await add(turnedHeic, 'IMG_2041.HEIC')
  expect(added).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', fileName: 'IMG_2041.jpg', width: 64, height: 96 } })
  expect(seen(5, 5).hasProfile).toBe(true)
  expectNear(seen(5, 5).colour, [40, 60, 200])
  expectNear(seen(58, 5).colour, [200, 40, 40])
})

test('what shines through stays so: it is kept as PNG', async () => {
  const added = await add(clearHeic, 'logo.heic')
  expect(added).toMatchObject({ ok: true, value: { mediaType: 'image/png', fileName: 'logo.png', width: 64, height: 64 } })
  expectNear(seen(5, 5).colour, [200, 40, 40, 128])
})

test.each([
  ['photo.avif', avif, 'photo.jpg', 96, 64], ['scan.tif', tiff, 'scan.jpg', 16, 8], ['imprimeur.2.tiff', printTiff, 'imprimeur.2.jpg', 16, 8]
])('%s is kept as a JPEG that shows the same', async (name, bytes, kept, width, height) => {
  expect(await add(bytes, name)).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', fileName: kept, width, height } })
  const { colour } = seen(2, 2)
  expect(colour).toHaveLength(3)
  // Inks reach fewer colours than screens do.
  if (bytes === printTiff) expect(colour[0]).toBeGreaterThan(Math.max(colour[1] ?? 255, colour[2] ?? 255) + 60)
  else expectNear(colour, [200, 40, 40])
})

test.each([['cut.heic', turnedHeic], ['cut.avif', avif], ['cut.tif', tiff]])('%s, of which the end is missing, is refused, and nothing of it stays', async (name, bytes) => {
  expect(await add(bytes.subarray(0, bytes.byteLength - 120), name)).toMatchObject({ ok: false, error: { code: 'media_unreadable' } })
  expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([])
})

test('a photo that broke off while it was downloaded is refused, and nothing of it stays', async () => {
  const photo = photographer.take('jpg', { width: 400, height: 300 })
  const answer = await add(photo.subarray(0, Math.round(photo.byteLength * 0.5)), 'half.jpg')
  expect(answer).toMatchObject({ ok: false, error: { code: 'media_unreadable', details: { reason: 'cut_off' } } })
  expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([])
})
