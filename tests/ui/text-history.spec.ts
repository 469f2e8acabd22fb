import { expect, type Page } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z')
const redo = (page: Page): Promise<void> => page.keyboard.press('Control+Shift+z')

test('undoes in each text what was typed there, whatever was shown or opened between, and redoes it', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const editor = page.getByRole('textbox', { name: /^Text/ })
  const say = async (text: string): Promise<void> => {
    // After a pause, so that it is undone by itself.
    await studio.advance(1_000)
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(text)
  }
  await say('Low tide at six.')
  await say(' Bring boots.')
  await page.getByRole('button', { name: 'Make it a thread' }).click()
  await say('Then the oysters.')
  await page.getByRole('button', { name: 'Part 1 of 2' }).click()
  await expect(editor).toHaveText('Low tide at six. Bring boots.')
  await undo(page)
  await expect(editor).toHaveText('Low tide at six.')
  await page.getByRole('button', { name: 'Part 2 of 2' }).click()
  await expect(editor).toHaveText('Then the oysters.')
  await undo(page)
  await expect(editor).toHaveText('')
  await studio.advance(1_000)
  await expect(page.getByText('Saved at')).toBeVisible()

  // Another screen.
  const { hash } = new URL(page.url())
  await studio.goTo(`#/w/${workspaceId}/calendar`)
  await studio.goTo(hash)
  await expect(editor).toHaveText('Low tide at six.')
  await redo(page)
  await expect(editor).toHaveText('Low tide at six. Bring boots.')
  await say(' And a bucket.')
  await studio.advance(1_000)
  await expect(page.getByText('Saved at')).toBeVisible()

  // The window anew.
  await studio.open(hash)
  await page.reload()
  await expect(editor).toHaveText('Low tide at six. Bring boots. And a bucket.')
  for (const text of ['Low tide at six. Bring boots.', 'Low tide at six.', '', '']) {
    await undo(page)
    await expect(editor).toHaveText(text)
  }
  await redo(page)
  await expect(editor).toHaveText('Low tide at six.')
  await page.keyboard.press('Control+y')
  await expect(editor).toHaveText('Low tide at six. Bring boots.')
  await page.getByRole('button', { name: 'Part 2 of 2' }).click()
  await redo(page)
  await expect(editor).toHaveText('Then the oysters.')
})

test('keeps the text of an account’s own apart, also once it was given up', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const editor = page.getByRole('textbox', { name: /^Text/ })
  await page.keyboard.insertText('For everybody.')
  const base = page.getByRole('group', { name: 'Text for' }).getByRole('button', { name: 'All accounts' })
  const preview = page.getByRole('region', { name: texts.handles.bluesky }).getByRole('button').first()
  const own = page.getByRole('button', { name: 'Write its own text' })
  await preview.click()
  await own.click()
  await studio.advance(1_000)
  await editor.press('Control+End')
  await page.keyboard.insertText(' For Bluesky.')
  await base.click()
  await expect(editor).toHaveText('For everybody.')
  await undo(page)
  await expect(editor).toHaveText('')
  await preview.click()
  await undo(page)
  await expect(editor).toHaveText('For everybody.')
  await redo(page)
  await expect(editor).toHaveText('For everybody. For Bluesky.')

  await page.getByRole('button', { name: 'Follow the common text again' }).click()
  await expect(editor).toHaveText('')
  await own.click()
  await editor.focus()
  await undo(page)
  await expect(editor).toHaveText('For everybody. For Bluesky.')
})
