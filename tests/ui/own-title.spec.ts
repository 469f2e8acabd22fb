import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('an article has a title of its own: its preview and the draft show it, and the way back can be taken back', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [accounts.wordpress, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('The shop opens at eight.'), targets, media: [] } })
  const target = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Low tide')
  // Mastodon has no titles.
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('textbox', { name: /^Title/ })).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  const own = page.getByRole('textbox', { name: /^Title for/ })
  await expect(own).toHaveValue('Low tide')
  await own.fill('Low tide, and what it leaves')
  await expect(page.getByRole('img', { name: 'Its own: title.' })).toBeVisible()
  await expect(page.getByRole('region', { name: texts.handles.wordpress })).toContainText('Low tide, and what it leaves')
  await expect.poll(async () => (await target())?.title).toBe('Low tide, and what it leaves')
  await expectAccessible(page, 'title of one account')
  await page.getByRole('button', { name: 'Take the common title again' }).click()
  await expect(own).toHaveValue('Low tide')
  await expect.poll(async () => (await target())?.title).toBeUndefined()
  await page.keyboard.press('Control+z')
  await expect(own).toHaveValue('Low tide, and what it leaves')
})
