import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('an answer is spelled as a post is: underlined when the word is finished, replaced by a press, learnt by key', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').first().click()
  const thread = page.getByRole('article')
  const answer = thread.getByRole('textbox', { name: 'Reply' })
  const marks = thread.locator('[data-spelling]')
  await answer.click()
  await answer.pressSequentially('Dear John, you will recieve')
  await answer.press('Space')
  await expect(marks).toHaveText(['recieve'])
  // Exactly behind the word.
  const [field, mark] = [await answer.boundingBox(), await marks.first().boundingBox()]
  expect(mark!.y).toBeGreaterThan(field!.y)
  expect(mark!.y + mark!.height).toBeLessThanOrEqual(field!.y + field!.height)
  await answer.pressSequentially('the Kerlouane ')
  await expect(marks).toHaveText(['recieve', 'Kerlouane'])
  await expectAccessible(page, 'an answer with remarks on its spelling')

  const at = (await marks.first().boundingBox())!
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2)
  await page.getByRole('menu', { name: '“recieve” is in neither dictionary, French or English' }).getByRole('menuitem', { name: 'receive', exact: true }).click()
  await expect(answer).toHaveValue('Dear John, you will receive the Kerlouane ')
  await expect(answer).toBeFocused()
  await answer.press('F7')
  await page.getByRole('menuitem', { name: 'Add “Kerlouane” to this client’s words' }).press('Enter')
  await expect(marks).toHaveCount(0)
  expect((await studio.engine.ask('voice.read', { workspaceId })).dictionary).toEqual(['Kerlouane'])
})

test('titles and descriptions of pictures are spelled too, in French, and a letter goes on into the field', async ({ studio, page }) => {
  const { workspaceId, postIds } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  const newPostId = studio.engine.random.id()
  await studio.engine.ask('posts.copy', { workspaceId, postId: postIds[0]!, newPostId })
  await studio.open(`#/w/${workspaceId}/compose/${newPostId}`)
  const description = page.getByRole('textbox', { name: /^Description de l’image 1/ })
  await description.fill('La devnture de la librairie')
  await expect(page.getByRole('region', { name: 'Images et vidéos' }).locator('[data-spelling]')).toHaveText(['devnture'])
  await description.press('F7')
  const menu = page.getByRole('menu', { name: /devnture/ })
  await expect(menu).toBeVisible()
  await expectAccessible(page, 'the menu at a word of a description, fr, dark')
  await menu.getByRole('menuitem', { name: 'devanture' }).click()
  await expect(description).toHaveValue('La devanture de la librairie')

  await studio.goTo(`#/w/${workspaceId}/library`)
  await page.getByRole('option').first().click()
  const words = page.getByRole('textbox', { name: 'Description', exact: true })
  await words.fill('Un batau rouge')
  await expect(page.locator('[data-spelling]')).toHaveText(['batau'])
  await words.press('F7')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(words).toHaveValue('Un bataux rouge')
})
