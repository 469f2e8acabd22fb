import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { plainRecipe } from '../../shared/media/picture-recipe.ts'
import { playableWebm } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

/** The smallest PNG there is, and another one. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==', 'base64')

test('puts pictures in order, finds them again and writes a post with them, all by keyboard', async ({ studio, page }) => {
  const { workspaceId, mediaIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'lighthouse.png', mimeType: 'image/png', buffer: pixel }])
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await expect(list.getByRole('option', { name: /lighthouse\.png/ })).toBeVisible()
  const count = mediaIds.length + 1
  await expect(list.getByRole('option')).toHaveCount(count)

  await list.focus()
  await page.keyboard.press('Home')
  const panel = page.getByRole('region', { name: '1 picture chosen' })
  await panel.getByRole('textbox', { name: 'Description' }).fill('The lighthouse by night')
  await panel.getByRole('combobox', { name: 'Folder' }).fill('Coast')
  await panel.getByRole('textbox', { name: 'Tags' }).fill('night, Light')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Picture described', { exact: true })).toBeVisible()
  await expectAccessible(page, 'the library with a picture')

  await list.focus()
  await page.keyboard.press('/')
  await page.keyboard.type('coast light')
  await expect(list.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(list.getByRole('option')).toHaveCount(count)
  await list.focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('region', { name: `${count} pictures chosen` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: /chosen/ })).toBeHidden()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The lighthouse by night')
})

test('keeps what was written of a picture when another one is chosen', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'lighthouse.png', mimeType: 'image/png', buffer: pixel }])
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await list.getByRole('option', { name: /lighthouse\.png/ }).click()
  await page.getByRole('textbox', { name: 'Description' }).fill('The lighthouse by night')
  await list.getByRole('option').last().click()
  await expect(page.getByText('Picture described', { exact: true })).toBeVisible()
  const found = await studio.engine.ask('media.library', { workspaceId, query: 'lighthouse' })
  expect(found.pictures.map(({ altText }) => altText)).toEqual(['The lighthouse by night'])
})

test('loses no letter that is written while what stood there before is saved, here or elsewhere', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'lighthouse.png', mimeType: 'image/png', buffer: pixel }])
  await page.getByRole('option', { name: /lighthouse\.png/ }).click()
  const mediaId = (await studio.engine.ask('media.library', { workspaceId, query: 'lighthouse' })).pictures[0]!.item.id
  const words = page.getByRole('textbox', { name: 'Description' })
  await words.fill('The lighthouse')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await words.press('End')
  await words.pressSequentially(' by night')
  await studio.engine.ask('library.describe', { workspaceId, items: [{ mediaId, altText: 'The lighthouse', folder: 'Coast', tags: ['light'] }] })
  await expect(page.getByPlaceholder('In no folder')).toHaveValue('Coast')
  await expect(page.getByRole('textbox', { name: 'Tags' })).toHaveValue('light')
  await expect(words).toHaveValue('The lighthouse by night')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect.poll(async () => (await studio.engine.ask('media.library', { workspaceId, query: 'lighthouse' })).pictures.map(({ altText, folder }) => [altText, folder])).toEqual([['The lighthouse by night', 'Coast']])
})

test('says what stays because a draft needs it, and brings back what was taken out', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'lighthouse.png', mimeType: 'image/png', buffer: pixel }])
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  const added = list.getByRole('option', { name: /lighthouse\.png/ })
  await added.click()
  await page.keyboard.press('Delete')
  await expect(added).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(added).toBeVisible()

  const mediaId = (await studio.engine.ask('media.library', { workspaceId, query: 'lighthouse' })).pictures[0]!.item.id
  await studio.engine.ask('library.openDraft', { workspaceId, mediaIds: [mediaId], newPostId: studio.engine.random.id(), plannedFor: null })
  await added.click()
  await expect(page.getByRole('region', { name: '1 picture chosen' }).getByRole('button', { name: 'A post without text' })).toBeVisible()
  await added.press('Delete')
  await expect(page.getByText('“lighthouse.png” stays')).toBeVisible()
  await expect(added).toBeVisible()
})

test('takes in what is dropped, names what it cannot take, and goes on', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await expect(list).toBeVisible()
  const notes = readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)))
  const transfer = await page.evaluateHandle(([first, second]) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(first!)], 'notes.png', { type: 'image/png' }))
    data.items.add(new File([Uint8Array.from(second!)], 'buoy.png', { type: 'image/png' }))
    return data
  }, [[...notes], [...pixel]])
  await list.dispatchEvent('dragover', { dataTransfer: transfer })
  await list.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(list.getByRole('option', { name: /buoy\.png/ })).toBeVisible()
  await expect(list.getByRole('option', { name: /notes\.png/ })).toHaveCount(0)
})

test('a video is called a video, a version says what it was made of, and messages leave the panel free', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/library`)
  const list = page.getByRole('listbox', { name: 'Pictures and videos, newest first' })
  await page.getByLabel('Add files…').last().setInputFiles([{ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 320, height: 240, seconds: 7 })) }])
  await expect(page.getByText(/^\d+ pictures, 1 video$/)).toBeVisible()
  await list.getByRole('option', { name: /quay\.webm/ }).click()
  const film = page.getByRole('region', { name: '1 video chosen' })
  await expect(film.getByText(/0:07/)).toBeVisible()
  await film.getByRole('textbox', { name: 'Description' }).fill('Waves')
  await film.getByRole('button', { name: 'Save' }).click()
  const message = page.getByText('Video described', { exact: true })
  await expect(message).toBeVisible()
  const panel = (await film.boundingBox())!
  await expect.poll(async () => ((await message.boundingBox())?.x ?? Infinity) + ((await message.boundingBox())?.width ?? 0)).toBeLessThanOrEqual(panel.x)

  const [picture] = (await studio.engine.ask('media.library', { workspaceId, query: 'harbour' })).pictures
  await studio.engine.ask('library.edit', { workspaceId, mediaId: picture!.item.id, newMediaId: studio.engine.random.id(), recipe: { ...plainRecipe, maxSide: 300 } })
  await page.getByRole('searchbox').fill('harbour-300')
  await list.getByRole('option').first().click()
  await expect(page.getByRole('region', { name: '1 picture chosen' })).toContainText('Made of “harbour.png”')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: 'Show the original' }).click()
  await expect(page.getByRole('heading', { name: 'harbour.png' })).toBeVisible()
})
