import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { encodedFilm, type EncodedFilm } from '../e2e/support/encoded-films.ts'
import { readFilm } from '../support/read-film.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const filesIn = (page: Page) => page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input'))
const fitButton = (page: Page) => page.getByRole('button', { name: 'Make “screen.webm” fit' })
const replaced = (page: Page) => page.getByText('“screen.webm” was replaced by what was made of it').first()
const recording = { codec: 'vp9', width: 320, height: 240, seconds: 3 } as const satisfies EncodedFilm

/** A draft for Bluesky, which takes MP4 alone, and Mastodon, with a recording of the screen. */
async function draftWith(studio: Studio, page: Page, film: Partial<EncodedFilm> = {}) {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await filesIn(page).setInputFiles({ name: 'screen.webm', mimeType: 'video/webm', buffer: Buffer.from(await encodedFilm(page, { ...recording, ...film })) })
  await expect(fitButton(page)).toBeVisible()
  return { workspaceId, postId, otherId: draftIds[1]! }
}
async function filmsOf(studio: Studio, workspaceId: string, postId: string) {
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  return (await studio.engine.ask('media.list', { workspaceId, mediaIds: post.media.map(({ mediaId }) => mediaId) })).media
}
const namesOf = async (studio: Studio, workspaceId: string, postId: string) => (await filmsOf(studio, workspaceId, postId)).map(({ fileName }) => fileName)
async function fileOf(studio: Studio, workspaceId: string, mediaId: string) {
  const located = await studio.engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'full' })
  return readFilm((located.ok ? located.value?.path : undefined) ?? '')
}
const mediaFiles = (studio: Studio, workspaceId: string) => readdirSync(join(studio.engine.folder, 'workspaces', workspaceId, 'media'))

test('a recording of the screen that a network refuses is made an MP4 beside other work, takes its place, and gives it back', async ({ studio, page }) => {
  const { workspaceId, postId } = await draftWith(studio, page)
  await fitButton(page).press('Enter')
  await expect(replaced(page)).toBeVisible({ timeout: 30_000 })
  await expect(fitButton(page)).toHaveCount(0)
  await expect.poll(() => namesOf(studio, workspaceId, postId)).toEqual(['screen.mp4'])
  const [made] = await filmsOf(studio, workspaceId, postId)
  expect(made).toMatchObject({ mediaType: 'video/mp4', width: 320, height: 240, videoCodec: 'avc', audioCodec: 'aac', hasCover: true })
  const kept = await fileOf(studio, workspaceId, made!.id)
  expect(kept).toMatchObject({ format: 'MP4', video: 'avc', audio: 'aac', width: 320, height: 240, rotation: 0, pictures: 30, tags: {} })
  expect(kept.seconds).toBeCloseTo(3, 1)
  expect(kept.soundSeconds).toBeCloseTo(3, 0)
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect.poll(() => namesOf(studio, workspaceId, postId)).toEqual(['screen.webm'])
  await expect(fitButton(page)).toBeVisible()
})

test('how far it is stands in the post, and stopping it leaves nothing', async ({ studio, page }) => {
  const { workspaceId, postId } = await draftWith(studio, page)
  const before = mediaFiles(studio, workspaceId)
  studio.disturb('library.addConverted', 'hangs')
  await fitButton(page).click()
  await expect(page.getByRole('progressbar', { name: 'Converting screen.webm' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Making it fit…' })).toBeDisabled()
  await expectAccessible(page, 'a film that is being converted')
  await page.getByRole('button', { name: 'Stop converting screen.webm' }).click()
  await expect(page.getByRole('progressbar', { name: 'Converting screen.webm' })).toHaveCount(0)
  await expect(fitButton(page)).toBeEnabled()
  await expect.poll(() => mediaFiles(studio, workspaceId)).toEqual(before)
  expect(await namesOf(studio, workspaceId, postId)).toEqual(['screen.webm'])
})

test('it goes on while another post is written, and comes into its own', async ({ studio, page }) => {
  const { workspaceId, postId, otherId } = await draftWith(studio, page, { width: 1280, height: 720, seconds: 6 })
  await fitButton(page).click()
  await studio.goTo(`#/w/${workspaceId}/compose/${otherId}`)
  await expect(page.getByRole('progressbar', { name: 'Converting screen.webm' })).toBeVisible()
  await expect(replaced(page)).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => namesOf(studio, workspaceId, postId)).toEqual(['screen.mp4'])
  expect(await namesOf(studio, workspaceId, otherId)).toEqual([])
})

test('in the library a film that is held upright becomes one that stands upright by itself', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'quay.mp4', mimeType: 'video/mp4', buffer: Buffer.from(await encodedFilm(page, { ...recording, rotation: 90 })) }])
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await list.getByRole('option', { name: /quay\.mp4/ }).click()
  await page.getByRole('button', { name: 'Edit…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit the video' })
  await expect(dialog.getByText('As MP4 with H.264 and AAC, 240 × 320.')).toBeVisible()
  await expectAccessible(page, 'the editor of a film that can be converted')
  await dialog.getByRole('button', { name: 'Make an MP4 that plays everywhere' }).press('Enter')
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  const { pictures } = await studio.engine.ask('media.library', { workspaceId, query: 'quay' })
  const made = pictures.find(({ item }) => item.fileName === 'quay-2.mp4')
  expect(await fileOf(studio, workspaceId, made!.item.id)).toMatchObject({ video: 'avc', audio: 'aac', width: 240, height: 320, rotation: 0 })
  // Bright at the top right, once it is turned.
  const bright = await page.evaluate(async (address) => {
    const player = document.createElement('video')
    player.muted = true
    player.src = address
    await new Promise((resolve) => player.addEventListener('loadeddata', resolve, { once: true }))
    const canvas = new OffscreenCanvas(player.videoWidth, player.videoHeight)
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    context.drawImage(player, 0, 0)
    return [[60, 80], [180, 80], [60, 240], [180, 240]].map(([x, y]) => context.getImageData(x!, y!, 1, 1).data[0]! > 128)
  }, `/media/${workspaceId}/${made!.item.id}`)
  expect(bright).toEqual([false, true, false, false])
})

test('what is too long is offered to be cut, at the length that its networks take', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await filesIn(page).setInputFiles({ name: 'talk.mp4', mimeType: 'video/mp4', buffer: Buffer.from(await tinyMp4({ seconds: 700, framesPerSecond: 1 })) })
  await page.getByRole('button', { name: 'Cut “talk.mp4” to 10:00…' }).click()
  await expect(page.getByRole('dialog', { name: 'Edit the video' }).getByRole('slider', { name: /^End/ })).toHaveValue('600000')
})

test.describe('on a computer that encodes no H.264', () => {
  test('nothing is offered that cannot work, and it says why', async ({ studio, page }) => {
    await page.addInitScript(() => {
      if (typeof VideoEncoder === 'undefined') return
      const known = VideoEncoder.isConfigSupported.bind(VideoEncoder)
      VideoEncoder.isConfigSupported = async (config) => (config.codec.startsWith('avc1') ? { supported: false, config } : known(config))
    })
    const { workspaceId, draftIds } = await fillClient(studio, 'en')
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
    await filesIn(page).setInputFiles({ name: 'screen.webm', mimeType: 'video/webm', buffer: Buffer.from(await encodedFilm(page, recording)) })
    await expect(page.getByText('This computer cannot encode H.264, so Vigie cannot convert it.')).toBeVisible()
    await expect(fitButton(page)).toHaveCount(0)
  })
})
