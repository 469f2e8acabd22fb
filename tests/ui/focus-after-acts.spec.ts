import { expect, type Page } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const hasLostFocus = (page: Page) => page.evaluate(() => document.activeElement === null || document.activeElement === document.body)

test('the keyboard stays in the page after a post was scheduled by key, taken back, and published', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.click()
  await page.keyboard.press('Control+Enter')
  const takeBack = page.getByRole('button', { name: 'Take back and edit' })
  await expect(takeBack).toBeVisible()
  await expect.poll(() => hasLostFocus(page)).toBe(false)
  await takeBack.focus()
  await page.keyboard.press('Enter')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await expect.poll(() => hasLostFocus(page)).toBe(false)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish now' }).click()
  const strip = page.getByRole('status', { name: 'About to leave' })
  await expect(strip).toContainText('leaves in')
  await expect.poll(() => hasLostFocus(page)).toBe(false)
  await strip.getByRole('button', { name: 'Undo' }).click()
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await expect.poll(() => hasLostFocus(page)).toBe(false)
})
