import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('one account gets another picture: its preview, its checks and what leaves show that one, and the way back is one press', async ({ studio, page }) => {
  const { workspaceId, accounts, mediaIds } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide'), targets, media: [{ mediaId: mediaIds[0]!, altText: 'The shop' }] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const strip = page.getByRole('region', { name: 'Images and videos' })
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The shop')
  await page.keyboard.press('Alt+3')
  await expect(page.getByText('These images go to every account')).toBeVisible()
  await page.getByRole('button', { name: 'Other images for this account' }).click()
  await expect(page.getByText('These images go to @tideline@mastodon.example alone')).toBeVisible()
  await expectAccessible(page, 'pictures of one account')

  // Among its own ones: the description first, then another picture in the place of the common one.
  await strip.getByRole('textbox', { name: 'Description of image 1' }).fill('The shop, for Mastodon')
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[1]?.media).toEqual([{ mediaId: mediaIds[0], altText: 'The shop, for Mastodon' }])
  await strip.getByRole('button', { name: 'Remove image 1' }).click()
  await expect(page.getByRole('img', { name: 'The shop', exact: true }).first()).toBeVisible()
  const post = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  await expect.poll(async () => (await post()).targets[1]?.media).toEqual([])
  expect((await post()).media).toEqual([{ mediaId: mediaIds[0], altText: 'The shop' }])

  await page.keyboard.press('Alt+1')
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The shop')
  await page.keyboard.press('Alt+3')
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take the common images again' }).click()
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The shop')
  await expect.poll(async () => (await post()).targets[1]?.media).toBeUndefined()
})
