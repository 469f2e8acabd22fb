import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a dash makes a list that goes on by itself, an arrow is one sign, and stars stay stars where nobody would see the stress', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = crypto.randomUUID()
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' }] }, targets: [{ accountId: accounts.bluesky, variant: null }], media: [] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toBeFocused()
  await page.keyboard.type('- Brest -> Molène')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a **bold** crossing')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('# 1 and ``code``')
  await expect(text.getByRole('listitem')).toHaveText(['Brest → Molène', 'a **bold** crossing'])
  await expect(text.locator('strong, h2, code')).toHaveCount(0)
  // What the network gets, to the letter.
  await expect(page.getByText('• Brest → Molène • a **bold** crossing # 1 and ``code``')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('x ->')
  await page.keyboard.press('Control+z')
  await expect(text.locator('p').filter({ hasText: 'x' })).toHaveText('x ->')

  // WordPress shows stress: the same keys make it.
  await page.getByRole('group', { name: 'Publish on' }).getByRole('button', { name: /tideline-books/ }).click()
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible()
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a **bold** boat')
  await expect(text.locator('strong')).toHaveText('bold')
})
