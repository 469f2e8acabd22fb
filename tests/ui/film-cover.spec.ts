import { expect } from '@playwright/test'
import { playableWebm } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a film gets a moment of it as its cover by keyboard, then a picture of the library, then none; previews follow', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const accounts = [await connectMeta(studio, workspaceId, 'instagram'), await connectMeta(studio, workspaceId, 'threads')]
  const postId = studio.engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Low tide at six.' }] }] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: accounts.map((accountId) => ({ accountId, variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input')).setInputFiles({ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 180, height: 320, seconds: 7 })) })
  const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.cover
  const posterOf = (network: 'Instagram' | 'Threads') => page.locator('article video').nth(network === 'Instagram' ? 0 : 1).getAttribute('poster')

  await page.getByRole('button', { name: 'Cover of video 1' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Choose the cover' })
  const frames = dialog.getByRole('list', { name: 'Pictures of the video' })
  await expect(frames.locator('img')).toHaveCount(8)
  await expectAccessible(page, 'the choice of a cover')
  const moment = dialog.getByRole('slider', { name: /^Moment/ })
  await moment.fill('3000')
  await moment.press('ArrowRight')
  await expect(moment).toHaveAttribute('aria-valuetext', '0:03.1')
  await frames.getByRole('button', { name: 'Show 0:06.5' }).press('Enter')
  await expect(moment).toHaveValue('6500')
  await moment.fill('3000')
  await dialog.getByRole('button', { name: 'Use as cover' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(stored).toMatchObject({ atMs: 3000 })
  const frame = (await stored())!.mediaId
  await expect.poll(() => posterOf('Instagram')).toContain(frame)
  // Threads takes none: it chooses by itself, and the check says so.
  expect(await posterOf('Threads')).not.toContain(frame)
  await expect(page.getByText('Threads takes no cover from other programs', { exact: false })).toBeVisible()
  const { pictures } = await studio.engine.ask('media.library', { workspaceId, query: 'quay-0.03.0' })
  expect(pictures.map(({ item }) => [item.mediaType, item.width, item.height])).toEqual([['image/jpeg', 180, 320]])

  await page.getByRole('button', { name: 'Cover of video 1' }).click()
  await dialog.getByRole('button', { name: 'A picture of the library…' }).click()
  const library = page.getByRole('dialog').last()
  await library.getByRole('option').first().click()
  await library.getByRole('button', { name: 'Use as cover' }).click()
  await expect.poll(async () => (await stored())?.atMs).toBeNull()

  await page.getByRole('button', { name: 'Cover of video 1' }).click()
  await expect(dialog.getByText('The cover is a picture of the library now.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Leave it to the networks' }).click()
  await expect.poll(stored).toBeUndefined()
})
