import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const text = 'Text of the post'

test('an own text begins with the next key, and can be had again after it was given up', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: text }).fill('Low tide at six.')
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: 'Write its own text' }).click()
  const own = page.getByRole('textbox', { name: /Text of the post for/ })
  await expect(own).toBeFocused()
  await page.keyboard.type(' Bring a lamp.')
  await expect(own).toHaveText('Low tide at six. Bring a lamp.')
  await expect(page.getByRole('region', { name: texts.handles.mastodon })).not.toContainText('lamp')
  await page.getByRole('button', { name: 'Follow the common text again' }).click()
  await expect(own).toHaveText('Low tide at six.')
  await page.keyboard.press('Control+z')
  await expect(own).toHaveText('Low tide at six. Bring a lamp.')
})

test('the key takes back a part and a picture that were removed, and never letters of another field', async ({ studio, page }) => {
  const { workspaceId, accounts, mediaIds } = await fillClient(studio, 'en')
  const postId = crypto.randomUUID()
  await studio.engine.ask('posts.saveDraft', {
    workspaceId, postId, revision: 0,
    content: { title: '', document: paragraph('Low tide at six.'), targets: [{ accountId: accounts.wordpress, variant: null }], media: mediaIds.slice(0, 2).map((mediaId, place) => ({ mediaId, altText: `Picture ${String(place)}` })) }
  })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('textbox', { name: 'Title' }).pressSequentially('The tide')
  await page.getByRole('button', { name: 'Remove image 1' }).click()
  await expect(page.getByLabel(/^Description of image/)).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Description of image 1')).toHaveValue('Picture 0')
  await page.getByRole('button', { name: 'Make it a thread' }).click()
  await page.keyboard.type('Then the oysters.')
  await page.getByRole('button', { name: 'Part 1 of 2' }).click()
  await page.getByRole('button', { name: 'Remove part 1' }).click()
  await expect(page.getByRole('textbox', { name: text })).toHaveText('Then the oysters.')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: text })).toHaveText('Low tide at six.')
  // Nothing is left to take back: the key does nothing.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('The tide')
  await expect(page.getByLabel('Description of image 1')).toHaveValue('Picture 0')
})
