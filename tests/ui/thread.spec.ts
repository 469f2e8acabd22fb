import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const text = 'Text of the post'

test('writes a thread part by part, moves a part, takes one away and puts it back', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const editor = page.getByRole('textbox', { name: text })
  await editor.fill('Low tide at six.')
  await page.getByRole('button', { name: 'Make it a thread' }).click()
  await editor.fill('Then the oysters.')
  await page.keyboard.press('Control+Shift+T')
  await editor.fill('Then the wine.')
  await page.getByRole('button', { name: 'Move part 3 forward' }).click()
  await expect(editor).toHaveText('Then the wine.')
  await expect(page.getByRole('button', { name: 'Part 2 of 3' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Remove part 2' }).click()
  await expect(page.getByRole('button', { name: 'Part 2 of 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await page.getByRole('button', { name: 'Part 1 of 3' }).click()
  await page.getByRole('button', { name: 'Move part 1 back' }).click()
  await expect(page.getByText('Saved at')).toBeVisible()
  const postId = new URL(page.url()).hash.split('/').at(-1)!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  const words = [post.document, ...(post.moreParts ?? []).map((part) => part.document)].map((document) => document.content[0]?.content?.[0]?.text)
  expect(words).toEqual(['Then the wine.', 'Low tide at six.', 'Then the oysters.'])
})

test('counts each part for itself, and says what a network without threads makes of it', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: text }).fill('Low tide at six.')
  await page.getByRole('button', { name: 'Make it a thread' }).click()
  await page.getByRole('textbox', { name: text }).fill('a'.repeat(310))
  const checks = page.getByRole('region', { name: 'Checks' })
  await expect(checks).toContainText('Part 2: Too long: 310 of 300 characters')
  await expect(checks).toContainText('WordPress has no threads: the 2 parts go out there as one post')
  await page.getByRole('button', { name: 'Part 1 of 2' }).click()
  await checks.getByRole('button', { name: texts.handles.bluesky }).first().click()
  await expect(page.getByRole('button', { name: 'Part 2 of 2' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('region', { name: texts.handles.mastodon })).toContainText('Part 2 of 2')
})
