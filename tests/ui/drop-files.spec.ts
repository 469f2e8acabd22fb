import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'

test('a picture may be dropped anywhere on the writing side, which says so while it hangs over it; on a post that stands nothing is taken', async ({ studio, page }) => {
  const { engine } = studio
  const { workspaceId, accounts, mediaIds, postIds } = await fillClient(studio, 'en')
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'The shop' }] } })
  const carried = (scene: 'croissants' | 'rain') => page.evaluateHandle((bytes) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(bytes)], 'buoy.png', { type: 'image/png' }))
    return data
  }, [...paintPicture(scene)])
  const sign = page.getByText('Drop images or a video here')
  const attached = async (id: string) => (await engine.ask('posts.read', { workspaceId, postId: id })).post.media.length

  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const strip = page.getByRole('region', { name: 'Images and videos' })
  await strip.dispatchEvent('dragover', { dataTransfer: await carried('rain') })
  await expect(sign).toBeVisible()
  await strip.dispatchEvent('dragleave', { dataTransfer: await carried('rain') })
  await expect(sign).toHaveCount(0)
  await strip.dispatchEvent('drop', { dataTransfer: await carried('rain') })
  await expect.poll(() => attached(postId)).toBe(2)
  // On the text, the editor takes it: once.
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  const box = (await text.boundingBox())!
  await text.dispatchEvent('drop', { dataTransfer: await carried('croissants'), clientX: box.x + 5, clientY: box.y + 5 })
  await expect.poll(() => attached(postId)).toBe(3)
  await expect(sign).toHaveCount(0)

  await studio.open(`#/w/${workspaceId}/compose/${postIds.at(-1)!}`)
  await page.getByText('Text and images are fixed').waitFor()
  await strip.dispatchEvent('dragover', { dataTransfer: await carried('rain') })
  await expect(sign).toHaveCount(0)
})
