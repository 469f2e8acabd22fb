import { expect, type Page } from '@playwright/test'
import { playableWebm, tinyMp4 } from '../support/tiny-videos.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const files = (page: Page) => page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input'))

test('a video is added, shown with its cover and its length, and plays in the preview', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await files(page).setInputFiles({ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 320, height: 240, seconds: 7 })) })
  const strip = page.getByRole('region', { name: 'Images and videos' })
  await expect(strip.getByText('0:07')).toBeVisible()
  // The cover was taken from the film itself: it has the film's shape and is not empty.
  await expect.poll(() => strip.getByRole('img', { name: 'quay.webm' }).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([320, 240])
  const player = page.locator('video[aria-label="quay.webm"]').first()
  await expect(player).toBeVisible()
  await player.evaluate((video: HTMLVideoElement) => video.play())
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)
})

test('what is no video is refused in words that say why', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const whole = Buffer.from(await tinyMp4())
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['program.mp4', Buffer.from('MZ This program cannot be run in DOS mode'), 'program.mp4 is not a kind of file Vigie can send.'],
    ['empty.mp4', Buffer.alloc(0), 'empty.mp4 is empty.'],
    ['cut.mp4', whole.subarray(0, whole.byteLength / 2), 'The end of cut.mp4 is missing.']
  ]
  for (const [name, buffer, words] of cases) {
    await files(page).setInputFiles({ name, mimeType: 'video/mp4', buffer })
    await expect(page.getByText(words).first()).toBeVisible()
  }
  await expect(page.getByRole('region', { name: 'Images and videos' }).getByRole('listitem')).toHaveCount(0)
})

test('adding a large video shows how far it is, and can be stopped', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  studio.disturb('media.addFilePart', 'hangs')
  await files(page).setInputFiles({ name: 'long.mp4', mimeType: 'video/mp4', buffer: Buffer.from(await tinyMp4()) })
  await expect(page.getByRole('progressbar', { name: 'Adding long.mp4' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop adding long.mp4' }).click()
})
