import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('what differs from the common text is one key away, with what became of that one since; giving the own text up can be taken back', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('The shop opens at eight tomorrow.'), targets, media: [] } })
  const target = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[1]
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.keyboard.press('Alt+3')
  await expect(page.getByText('It gets the common text.')).toBeVisible()
  await page.getByRole('button', { name: 'Write its own text' }).click()
  await page.getByRole('textbox', { name: /Text of the post for/ }).fill('The shop opens at nine tomorrow, with coffee.')
  await expect(page.getByRole('img', { name: 'Its own: text.' })).toBeVisible()

  await page.keyboard.press('Control+Shift+L')
  const difference = page.getByRole('region', { name: 'What differs from the common text' })
  await expect(difference.getByText('Words added: 3, removed: 1')).toBeVisible()
  await expect(difference.locator('del').nth(1)).toHaveText('eight')
  await expect(difference.locator('ins').nth(1)).toHaveText('nine')
  await expectAccessible(page, 'what differs from the common text')

  // The common text goes on being written.
  await page.keyboard.press('Alt+1')
  await expect(difference).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('The shop opens at eight on Friday.')
  await expect(page.getByRole('img', { name: /Its own: text. The common text has changed since/ })).toBeVisible()
  await page.keyboard.press('Alt+3')
  await expect(page.getByText('The common text has changed since.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'What differs' }).click()
  await expect(difference.getByText('The common text since then:')).toBeVisible()
  await difference.getByRole('button', { name: 'Keep its own text as it is' }).click()
  await expect(page.getByText('It has a text of its own.')).toBeVisible()
  await expect(difference.getByText('The common text since then:')).toHaveCount(0)

  await page.getByRole('button', { name: 'Follow the common text again' }).click()
  await expect.poll(async () => (await target())?.variant).toBeNull()
  await expect(difference).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: /Text of the post for/ })).toHaveText('The shop opens at nine tomorrow, with coffee.')
  await expect.poll(async () => (await target())?.variant).toMatchObject(paragraph('The shop opens at nine tomorrow, with coffee.'))
})
