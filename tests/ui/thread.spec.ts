import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
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
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Part 2 is back')).toBeVisible()
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

for (const [language, say] of [['en', { menu: 'Split', number: 'Split and number the parts', join: 'Join the parts into one text', part: 'Part 1 of 3', back: 'Undo the joining', text: 'Text of the post', since: 'Something was written since' }], ['fr', { menu: 'Découper', number: 'Découper et numéroter les parties', join: 'Réunir les parties en un seul texte', part: 'Partie 1 sur 3', back: 'Annuler la réunion', text: 'Texte de la publication', since: 'On a écrit entre-temps' }]] as const) {
  test(`cuts a text that is too long by sentence, numbers the parts, joins them, and goes back, by keyboard (${language})`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, 'fr')
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.open(`#/w/${workspaceId}/compose`)
    const editor = page.getByRole('textbox', { name: say.text })
    const sentence = 'La mer se retire très loin ce samedi, et le comptoir ouvre à neuf heures. '
    await editor.fill(sentence.repeat(9).trim())
    await page.getByRole('button', { name: say.menu, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expectAccessible(page, 'the menu of cutting')
    await page.getByRole('menuitem', { name: say.number }).press('Enter')
    await expect(page.getByRole('button', { name: say.part })).toHaveAttribute('aria-pressed', 'true')
    await expect(editor).toContainText('1/3')
    await expect(page.getByRole('article').filter({ hasText: '2/3' }).first()).toBeVisible()
    await page.screenshot({ path: info.outputPath(`split-${language}.png`) })
    await page.getByRole('button', { name: say.menu, exact: true }).click()
    await page.getByRole('menuitem', { name: say.join }).click()
    await expect(editor).toHaveText(sentence.repeat(9).trim())
    await expect(page.getByRole('button', { name: say.part })).toHaveCount(0)
    await page.getByRole('button', { name: say.back }).click()
    await expect(page.getByRole('button', { name: say.part })).toBeVisible()
    await page.getByRole('button', { name: say.menu, exact: true }).click()
    await page.getByRole('menuitem', { name: say.join }).click()
    await editor.press('End')
    await page.keyboard.type(' Et voilà')
    await page.getByRole('button', { name: say.back }).click()
    await expect(page.getByText(say.since)).toBeVisible()
    await expect(editor).toContainText('Et voilà')
  })
}
