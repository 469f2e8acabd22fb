import { expect } from '@playwright/test'
import { startPhotographer } from '../support/photos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('cuts a picture of a draft by keyboard; the preview follows, the first one stays, and undo brings it back', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const [picture] = (await studio.engine.ask('media.library', { workspaceId, query: 'harbour' })).pictures
  const postId = studio.engine.random.id()
  await studio.engine.ask('library.openDraft', { workspaceId, mediaIds: [picture!.item.id], newPostId: postId, plannedFor: null })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Edit image 1' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the picture' })
  await dialog.getByRole('combobox', { name: 'Shape' }).press('Enter')
  await page.getByRole('option', { name: 'Square, 1:1' }).click()
  await dialog.getByRole('button', { name: 'Turn to the right' }).press('Enter')
  const frame = dialog.getByRole('group', { name: /What is kept/ })
  await frame.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowLeft')
  await expectAccessible(page, 'the editor of a picture')
  await dialog.getByRole('button', { name: 'Make the picture' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('“harbour.png” was replaced by what was made of it')).toBeVisible()
  const attached = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media.map(({ mediaId }) => mediaId)
  await expect.poll(attached).not.toEqual([picture!.item.id])
  const [made] = (await studio.engine.ask('media.list', { workspaceId, mediaIds: await attached() })).media
  expect(made!.width).toBe(made!.height)

  await page.getByRole('button', { name: 'Edit image 1' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Shape' })).toContainText('Square, 1:1')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(attached).toEqual([picture!.item.id])
})

test('a picture that a network would refuse is made to fit by one press', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const photographer = await startPhotographer()
  const noise = photographer.vips.Image.gaussnoise(2600, 1800).cast('uchar').pngsaveBuffer()
  photographer.close()
  const mediaId = studio.engine.random.id()
  await studio.engine.ask('media.add', { workspaceId, mediaId, fileName: 'noise.png', bytes: Uint8Array.from(noise) })
  const postId = studio.engine.random.id()
  await studio.engine.ask('library.openDraft', { workspaceId, mediaIds: [mediaId], newPostId: postId, plannedFor: null })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('Fog.')
  await page.getByRole('button', { name: 'Make “noise.png” fit' }).first().click()
  await expect(page.getByRole('button', { name: 'Make “noise.png” fit' })).toHaveCount(0)
  await expect(page.getByText('“noise.png” was replaced by what was made of it')).toBeVisible()
})

test('the panel beside the picture leaves room for the rings around what has the focus or is chosen', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const [picture] = (await studio.engine.ask('media.library', { workspaceId, query: 'harbour' })).pictures
  const postId = studio.engine.random.id()
  await studio.engine.ask('library.openDraft', { workspaceId, mediaIds: [picture!.item.id], newPostId: postId, plannedFor: null })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Edit image 1' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the picture' })
  await dialog.getByRole('switch', { name: 'Words on the picture' }).click()
  // Four pixels, as the ring around a chosen colour takes.
  const roomBeside = await dialog.getByRole('textbox', { name: 'Words', exact: true }).evaluate((field) => {
    const control = field.closest('textarea') ?? field
    let scrolling = control.parentElement
    while (scrolling !== null && getComputedStyle(scrolling).overflowY !== 'auto') scrolling = scrolling.parentElement
    return control.getBoundingClientRect().left - (scrolling?.getBoundingClientRect().left ?? 0)
  })
  expect(roomBeside).toBeGreaterThanOrEqual(4)
})
