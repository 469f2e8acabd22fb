import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a person found on one network is mentioned, mapped to the other by keyboard, and each network is sent the name it knows', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  studio.bluesky.directory.push({ name: 'Marguerite Vidal', handle: 'marguerite.bsky.social' })
  studio.mastodon.directory.push({ name: 'M. Vidal', handle: 'vidal@mamot.example' })
  // For Bluesky and Mastodon.
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]!}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Thank you @marg')
  const list = page.getByRole('listbox', { name: 'People' })
  await expect(list.getByRole('option', { name: /Marguerite Vidal/ })).toBeVisible()
  await expectAccessible(page, 'the people behind an @')
  await page.keyboard.press('Enter')
  await expect(list).toBeHidden()
  await page.keyboard.type('for the evening')
  await expect(text).toHaveText('Thank you @Marguerite Vidal for the evening')
  const previews = page.getByRole('article')
  await expect(previews.filter({ hasText: 'Thank you @marguerite.bsky.social for' })).toHaveCount(1)
  await expect(previews.filter({ hasText: 'Thank you Marguerite Vidal for' })).toHaveCount(1)
  await expect(page.getByText(/Marguerite Vidal has no name on Mastodon yet/)).toBeVisible()

  await page.getByRole('button', { name: '@Marguerite Vidal: names on the networks' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What Marguerite Vidal is called on each network' })
  const there = dialog.getByRole('textbox', { name: /^Mastodon/ })
  await there.fill('two words')
  await expect(dialog.getByText('A name has no spaces')).toBeVisible()
  await there.fill('vidal')
  await dialog.getByRole('button', { name: 'Look up' }).last().press('Enter')
  await expect(there).toHaveValue('vidal@mamot.example')
  await expectAccessible(page, 'the names of a person')
  await there.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(previews.filter({ hasText: 'Thank you @vidal@mamot.example for' })).toHaveCount(1)
  await expect(page.getByText(/has no name on/)).toHaveCount(0)

  // Kept for the client: the next text has both at once, without a network.
  expect((await studio.engine.ask('people.search', { workspaceId, query: 'vidal' })).kept).toMatchObject([{ name: 'Marguerite Vidal', handles: { bluesky: 'marguerite.bsky.social', mastodon: 'vidal@mamot.example' } }])

  // Words that are changed are no mention any more.
  await text.focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < 'Thank you @Mar'.length; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('x')
  await expect(text.locator('[data-mention]')).toHaveCount(0)
})

test('who has written is offered in French without asking a network, and Escape sends the list away', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const { conversations } = await studio.engine.ask('inbox.page', { workspaceId, view: 'all', kind: 'comment', accountId: null, before: null, limit: 50 })
  const author = conversations.find(({ authorHandle }) => authorHandle.includes('bsky'))!.authorName
  await studio.open(`#/w/${workspaceId}/compose`)
  await expect(page.getByRole('textbox', { name: 'Texte de la publication' })).toBeFocused()
  await page.keyboard.type(`Merci @${author.split(' ')[0]!.slice(0, 4)}`)
  const list = page.getByRole('listbox', { name: 'Personnes' })
  await expect(list.getByRole('option').first()).toContainText(author)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
})
