import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cropTo, plainRecipe, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
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

/** Red on the left, blue on the right. */
async function add(kind: 'jpg' | 'png' | 'webp' | 'gif' = 'png', width = 400, height = 200): Promise<string> {
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName: `photo.${kind}`, bytes: Uint8Array.from(photographer.take(kind, { width, height })) })
  return mediaId
}
const edit = (mediaId: string, recipe: Partial<PictureRecipe>, newMediaId = engine.random.id()) => engine.ask('library.edit', { workspaceId, mediaId, newMediaId, recipe: { ...plainRecipe, ...recipe } })
async function look(mediaId: string) {
  const located = await engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'full' })
  const bytes = readFileSync((located.ok ? located.value?.path : undefined) ?? '')
  expect(bytes.includes(secretWord)).toBe(false)
  return photographer.look(bytes)
}
const isRed = (colour: readonly number[]) => colour[0]! > 150 && colour[2]! < 100
const isBlue = (colour: readonly number[]) => colour[2]! > 150 && colour[0]! < 100

test('a crop takes the part that was meant, and the picture that it was made of stays', async () => {
  const mediaId = await add()
  const made = await edit(mediaId, { crop: cropTo(1, { width: 400, height: 200 }, { x: 0.9, y: 0.5 }) })
  expect([made.width, made.height, made.mediaType]).toEqual([200, 200, 'image/png'])
  const after = await look(made.id)
  expect(isBlue(after.at(10, 100)) && isBlue(after.at(190, 100))).toBe(true)
  expect((await look(mediaId)).width).toBe(400)
})

test('a quarter turn is clockwise, and so is a tilt', async () => {
  const mediaId = await add()
  const quarter = await look((await edit(mediaId, { turns: 1 })).id)
  expect([quarter.width, quarter.height]).toEqual([200, 400])
  expect(isRed(quarter.at(100, 20)) && isBlue(quarter.at(100, 380))).toBe(true)
  const tilted = await look((await edit(mediaId, { tilt: 10 })).id)
  expect(tilted.width / tilted.height).toBeCloseTo(2, 1)
  // The line between the colours leans to the right above the middle and to the left below it: clockwise.
  const middle = Math.round(tilted.width / 2)
  expect(isRed(tilted.at(middle + 3, 2)) && isBlue(tilted.at(middle - 4, tilted.height - 3))).toBe(true)
  for (const [x, y] of [[0, 0], [tilted.width - 1, 0], [0, tilted.height - 1], [tilted.width - 1, tilted.height - 1]] as const) expect(Math.max(...tilted.at(x, y).slice(0, 3))).toBeGreaterThan(150)
})

test('filters change colours as the preview says', async () => {
  const mediaId = await add()
  const mono = (await look((await edit(mediaId, { filter: 'mono' })).id)).at(50, 50)
  expect(Math.max(...mono.slice(0, 3)) - Math.min(...mono.slice(0, 3))).toBeLessThanOrEqual(1)
  const warm = (await look((await edit(mediaId, { filter: 'warm' })).id)).at(350, 50)
  expect(warm[2]).toBe(198)
})

test('what is to weigh less weighs less, as another kind where that is asked', async () => {
  const mediaId = engine.random.id()
  const noise = photographer.vips.Image.gaussnoise(1400, 1000).cast('uchar').pngsaveBuffer()
  await engine.ask('media.add', { workspaceId, mediaId, fileName: 'noise.png', bytes: Uint8Array.from(noise) })
  const made = await edit(mediaId, { mediaType: 'image/jpeg', maxBytes: 100_000 })
  expect(made.mediaType).toBe('image/jpeg')
  expect(made.bytes).toBeLessThanOrEqual(100_000)
  expect(made.width).toBeGreaterThan(200)
  expect((await edit(mediaId, { maxSide: 300 })).width).toBe(300)
})

test('it says how far it is, takes over what is known of its origin, and tells how it was made', async () => {
  const mediaId = await add('jpg')
  await engine.ask('library.describe', { workspaceId, items: [{ mediaId, altText: 'Two colours', folder: 'Summer', tags: ['sea'] }] })
  const heard = engine.events.length
  const made = await edit(mediaId, { turns: 2 })
  expect(engine.events.slice(heard).map(({ name }) => name)).toContain('media.changed')
  expect(await engine.ask('library.readEdit', { workspaceId, mediaId: made.id })).toMatchObject({ origin: { id: mediaId }, recipe: { turns: 2 } })
  expect(await engine.ask('library.readEdit', { workspaceId, mediaId })).toMatchObject({ origin: { id: mediaId }, recipe: plainRecipe })
  const { pictures } = await engine.ask('media.library', { workspaceId, query: 'summer' })
  expect(pictures.find(({ item }) => item.id === made.id)).toMatchObject({ originId: mediaId, originName: 'photo.jpg', altText: 'Two colours', tags: ['sea'] })
})

test('an animation becomes one picture, and asking twice makes one', async () => {
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName: 'wave.gif', bytes: Uint8Array.from(photographer.take('gif', { width: 100, height: 60, frames: 3 })) })
  const id = engine.random.id()
  const made = await edit(mediaId, { filter: 'soft' }, id)
  expect([made.mediaType, made.width, made.height]).toEqual(['image/png', 100, 60])
  expect(await edit(mediaId, { filter: 'mono' }, id)).toEqual(made)
})

test('work that is given up leaves nothing', async () => {
  const mediaId = await add('png', 3000, 2000)
  const newMediaId = engine.random.id()
  const working = engine.request('library.edit', { workspaceId, mediaId, newMediaId, recipe: { ...plainRecipe, tilt: 5, filter: 'vivid' } })
  await engine.ask('library.cancelEdit', { workspaceId, newMediaId })
  expect(await working).toMatchObject({ ok: false, error: { code: 'work_cancelled' } })
  expect((await engine.ask('media.list', { workspaceId, mediaIds: [newMediaId] })).media).toEqual([])
})

test('a version is described as its origin is in a post, where nothing was said of the picture itself', async () => {
  const mediaId = await add('jpg')
  await engine.ask('posts.saveDraft', { workspaceId, postId: engine.random.id(), revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph' }] }, targets: [], media: [{ mediaId, altText: 'Half red, half blue' }] } })
  const made = await edit(mediaId, { filter: 'mono' })
  const { pictures } = await engine.ask('media.library', { workspaceId, query: '' })
  expect(pictures.find(({ item }) => item.id === made.id)?.altText).toBe('Half red, half blue')
})
