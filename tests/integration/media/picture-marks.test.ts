import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultBrand } from '../../../shared/brand/brand.ts'
import type { PictureLogo, PictureText } from '../../../shared/media/picture-marks.ts'
import { plainRecipe, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { startPhotographer, type Photographer } from '../../support/photos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let photographer: Photographer
let engine: TestEngine
let workspaceId: string

beforeAll(async () => {
  photographer = await startPhotographer()
})
afterAll(() => photographer.close())
beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const flat = (width: number, height: number, colour: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(photographer.vips.Image.black(width, height).newFromImage([...colour]).cast('uchar').copy({ interpretation: 'srgb' }).pngsaveBuffer())
async function add(bytes: Uint8Array<ArrayBuffer>, fileName = 'sea.png'): Promise<string> {
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName, bytes })
  return mediaId
}
const text: PictureText = { words: 'Open', place: 'bottom_right', size: 0.1, font: 'Figtree Variable', colour: '#ff0000', background: null }
async function look(mediaId: string) {
  const located = await engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'full' })
  const image = photographer.vips.Image.newFromBuffer(readFileSync((located.ok ? located.value?.path : undefined) ?? ''), '')
  return { bands: image.bands, width: image.width, at: (x: number, y: number) => [...image.getpoint(x, y)].map(Math.round) }
}
const request = (mediaId: string, recipe: Partial<PictureRecipe>, drawnText: { png: Uint8Array<ArrayBuffer>; forWidth: number } | null) =>
  engine.request('library.edit', { workspaceId, mediaId, newMediaId: engine.random.id(), recipe: { ...plainRecipe, ...recipe }, drawnText })
async function made(...parameters: Parameters<typeof request>) {
  const answer = await request(...parameters)
  if (!answer.ok) throw new Error(answer.error.message)
  return look(answer.value.id)
}

test('words that were drawn for the picture lie where they were put, and nothing else is touched', async () => {
  const sea = await add(flat(400, 200, [0, 0, 200]))
  const picture = await made(sea, { text }, { png: flat(100, 40, [255, 0, 0, 255]), forWidth: 400 })
  // Nine pixels of margin: 4.5 % of the shorter side.
  expect(picture.at(390, 190)).toEqual([255, 0, 0])
  expect(picture.at(291, 151)).toEqual([255, 0, 0])
  for (const [x, y] of [[290, 160], [300, 150], [392, 160], [300, 192], [0, 0]] as const) expect(picture.at(x, y)).toEqual([0, 0, 200])
  expect(picture.bands).toBe(3)
})

test('words drawn small are laid on at the size of the picture, after the crop', async () => {
  const sea = await add(flat(800, 800, [0, 0, 200]))
  const picture = await made(sea, { text: { ...text, place: 'top_left' }, crop: { x: 0, y: 0, width: 1, height: 0.5 } }, { png: flat(100, 50, [255, 0, 0, 255]), forWidth: 400 })
  expect(picture.at(18 + 100, 18 + 50)).toEqual([255, 0, 0])
  expect(picture.at(18 + 195, 18 + 95)).toEqual([255, 0, 0])
  expect(picture.at(18 + 205, 18 + 50)).toEqual([0, 0, 200])
})

test('a logo is as large and as see-through as was said; a picture that is see-through stays so', async () => {
  const logoId = await add(flat(50, 100, [255, 255, 255, 255]), 'logo.png')
  const logo: PictureLogo = { mediaId: logoId, place: 'bottom_left', size: 0.5, opacity: 0.5 }
  const sea = await made(await add(flat(400, 200, [0, 0, 200])), { logo }, null)
  const [red, green, blue] = sea.at(20, 150)
  expect([red, green].map((value) => Math.abs(value! - 128) <= 2)).toEqual([true, true])
  expect(Math.abs(blue! - 228)).toBeLessThanOrEqual(2)
  expect(sea.at(62, 150)).toEqual([0, 0, 200])
  const glass = await made(await add(flat(400, 200, [0, 0, 200, 100])), { logo: { ...logo, opacity: 1 } }, null)
  expect([glass.bands, glass.at(20, 150), glass.at(200, 50)]).toEqual([4, [255, 255, 255, 255], [0, 0, 200, 100]])
})

test('what was written on a picture can be changed: the recipe is kept, its description is its origin’s, its origin has nothing on it', async () => {
  const sea = await add(flat(400, 200, [0, 0, 200]))
  await engine.ask('library.describe', { workspaceId, items: [{ mediaId: sea, altText: 'The sea', folder: '', tags: [] }] })
  const answer = await request(sea, { text }, { png: flat(100, 40, [255, 0, 0, 255]), forWidth: 400 })
  if (!answer.ok) throw new Error(answer.error.message)
  expect(await engine.ask('library.readEdit', { workspaceId, mediaId: answer.value.id })).toMatchObject({ origin: { id: sea }, recipe: { text } })
  const { pictures } = await engine.ask('media.library', { workspaceId, query: '' })
  expect(pictures.map(({ altText }) => altText)).toEqual(['The sea', 'The sea'])
  expect((await look(sea)).at(390, 190)).toEqual([0, 0, 200])
})

test('words that were not drawn, a logo that is gone and a film as a logo are refused, and nothing is made', async () => {
  const sea = await add(flat(40, 20, [0, 0, 200]))
  expect(await request(sea, { text }, null)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(await request(sea, {}, { png: flat(10, 4, [255, 0, 0, 255]), forWidth: 40 })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(await request(sea, { text }, { png: Uint8Array.of(1, 2, 3), forWidth: 40 })).toMatchObject({ ok: false, error: { code: 'media_unreadable' } })
  const logo: PictureLogo = { mediaId: engine.random.id(), place: 'top', size: 0.5, opacity: 1 }
  expect(await request(sea, { logo }, null)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect((await engine.ask('media.library', { workspaceId, query: '' })).pictures).toHaveLength(1)
})

test('the client’s look is kept over a crash, tells of its logo, and keeps it in the library', async () => {
  expect(await engine.ask('brand.read', { workspaceId })).toEqual({ brand: defaultBrand, logo: null })
  const logoId = await add(flat(50, 100, [255, 255, 255, 255]), 'logo.png')
  const brand = { colours: ['#004466', '#ffcc00'], font: 'Georgia', logoId }
  await engine.ask('brand.save', { workspaceId, brand })
  await engine.restart({ crash: true })
  expect(await engine.ask('brand.read', { workspaceId })).toMatchObject({ brand, logo: { fileName: 'logo.png' } })
  expect(await engine.ask('library.remove', { workspaceId, mediaIds: [logoId] })).toEqual({ removed: [], inUse: [logoId] })
  expect(await engine.request('brand.save', { workspaceId, brand: { ...brand, logoId: engine.random.id() } })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
