import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'
import type { CategoriesThere, Category } from '../../shared/posts/categories.ts'

const there: CategoriesThere = {
  categories: [{ id: '1', name: 'News', parentId: null }, { id: '4', name: 'Harbour', parentId: null }, { id: '5', name: 'Fish market', parentId: '4' }, { id: '6', name: 'Prices of the week', parentId: '5' }, { id: '7', name: 'Boats', parentId: '4' }],
  isComplete: true
}

async function write({ engine }: Studio, workspaceId: string, accountIds: readonly string[], categories?: Category[]): Promise<string> {
  const postId = engine.random.id()
  const targets = accountIds.map((accountId, place) => ({ accountId, variant: null, ...(categories === undefined || place > 0 ? {} : { categories }) }))
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('The shop opens at eight.'), targets, media: [] } })
  return postId
}

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/categories-${name}.png` })

test('categories of the site are found by typing, chosen and taken away by keyboard, and shown in the preview', async ({ studio, page }) => {
  studio.wordpress.categories = there
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = await write(studio, workspaceId, [accounts.wordpress, accounts.mastodon])
  const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.categories?.map(({ name }) => name)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('combobox', { name: `Categories on ${texts.handles.wordpress}` })
  await expect(field).toHaveAccessibleDescription(/the site files the post under its own default/)
  await field.focus()
  await page.keyboard.press('ArrowDown')
  // As the site's own tree has them, those beside each other by their names.
  await expect(page.getByRole('option')).toHaveText(['Harbour', 'BoatsHarbour', 'Fish marketHarbour', 'Prices of the weekHarbour › Fish market', 'News'])
  await picture(page, 'open-en')
  await page.keyboard.type('market')
  await expect(page.getByRole('option')).toHaveText(['Fish marketHarbour', 'Prices of the weekHarbour › Fish market'])
  await page.keyboard.press('Enter')
  await expect.poll(stored).toEqual(['Fish market'])
  await page.keyboard.type('new')
  await page.keyboard.press('Enter')
  await expect.poll(stored).toEqual(['Fish market', 'News'])
  // Once too often takes nothing away.
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
  await expectAccessible(page, 'the categories of a site')
  await expect(page.getByRole('article').getByText('Filed under Fish market and News')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect.poll(stored).toEqual(['Fish market'])
  await page.getByRole('button', { name: 'Take the category Fish market away' }).click()
  await expect.poll(stored).toBeUndefined()
  // With an account in the editor that has none, there is no such field.
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('combobox', { name: /^Categories/ })).toHaveCount(0)
})

test('without a network the list is the last one that was read, and says so', async ({ studio, page }) => {
  studio.wordpress.categories = there
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  await studio.engine.ask('categories.ask', { workspaceId, accountId: accounts.wordpress })
  studio.wordpress.categories = null
  const postId = await write(studio, workspaceId, [accounts.wordpress])
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('combobox', { name: /^Categories on/ })
  await field.click()
  await expect(page.getByRole('option', { name: 'News' })).toBeVisible()
  await expect(field).toHaveAccessibleDescription(/As the site had them/)
  await page.getByRole('option', { name: 'News' }).click()
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.categories).toEqual([{ id: '1', name: 'News' }])
})

test('in French, light and dark: one that the site no longer has is said as soon as the post is opened, and can be taken away', async ({ studio, page }) => {
  studio.wordpress.categories = { categories: [{ id: '1', name: 'Actualités', parentId: null }, { id: '2', name: 'Arrivages', parentId: '1' }], isComplete: true }
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = await write(studio, workspaceId, [accounts.wordpress], [{ id: '2', name: 'Arrivages' }, { id: '9', name: 'Noël' }])
  await page.setViewportSize({ width: 1600, height: 1000 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByText('Le site n’a plus «\u00a0Noël\u00a0»\u00a0: retirez-la ou choisissez-en une autre, sans quoi la publication n’y part pas.')).toBeVisible()
  await expect(page.getByRole('article').getByText('Rangé dans Arrivages et Noël')).toBeVisible()
  const checks = page.getByRole('region', { name: 'Vérifications' })
  await expect(checks).toContainText('Le site n’a plus toutes les catégories choisies (Noël)')
  await checks.getByRole('button').first().click()
  await expect(page.getByRole('combobox', { name: /^Catégories sur/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await picture(page, 'fr')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, 'categories in the dark')
  await picture(page, 'fr-dark')
  await page.getByRole('button', { name: 'Retirer la catégorie Noël' }).click()
  await expect(page.getByText(/^Le site n’a plus/)).toHaveCount(0)
  await expect(page.getByText('Tout est bon')).toBeVisible()
})
