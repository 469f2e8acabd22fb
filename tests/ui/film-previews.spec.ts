import { expect } from '@playwright/test'
import { playableWebm } from '../support/tiny-videos.ts'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a video stands in the previews of Instagram and Threads as it will, and plays there', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const accounts = [await connectMeta(studio, workspaceId, 'instagram'), await connectMeta(studio, workspaceId, 'threads')]
  const postId = studio.engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Low tide at six.' }] }] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: accounts.map((accountId) => ({ accountId, variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input')).setInputFiles({ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 180, height: 320, seconds: 7 })) })
  const players = page.locator('article video[aria-label="quay.webm"]')
  await expect(players).toHaveCount(2)
  await expect.poll(() => players.first().evaluate((video: HTMLVideoElement) => video.clientHeight / video.clientWidth)).toBeGreaterThan(1.5)
  await players.first().evaluate((video: HTMLVideoElement) => video.play())
  await expect.poll(() => players.first().evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)
})
