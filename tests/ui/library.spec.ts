import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('finds a picture of the client again, by keyboard, and puts it into the post with its description', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('Once more, this morning.')
  await page.keyboard.press('Control+Shift+P')
  const dialog = page.getByRole('dialog', { name: `Pictures and videos of ${texts.name}` })
  await expect(dialog.getByRole('option').first()).toBeVisible()
  await expectAccessible(page, 'the library')
  await dialog.getByRole('searchbox').fill('no such words')
  await expect(dialog.getByText('Nothing has these words')).toBeVisible()
  await dialog.getByRole('searchbox').fill(texts.alt.slice(0, 8).toUpperCase())
  await expect(dialog.getByRole('region', { name: 'The chosen picture' })).toContainText(texts.alt)
  await page.keyboard.press('Tab')
  await dialog.getByRole('listbox').focus()
  await page.keyboard.press('Home')
  await dialog.getByRole('button', { name: 'Add to the post' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue(texts.alt)
  await expect(page.getByText('Saved at')).toBeVisible()
  const postId = new URL(page.url()).hash.split('/').at(-1)!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  expect(post.media).toMatchObject([{ altText: texts.alt }])

  await page.getByRole('button', { name: 'From the library…' }).click()
  await dialog.getByRole('option', { selected: true }).waitFor()
  await expect(dialog.getByText('It is in this part of the post already.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Add to the post' })).toBeDisabled()
})
