import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search posts' })
const hits = (page: Page) => dialog(page).getByRole('option')

test('finds drafts, scheduled and published posts by key, without accents, and opens one', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'fr')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.keyboard.press('/')
  await expect(dialog(page).getByText('Accents do not matter')).toBeVisible()
  await page.keyboard.type('brulerie')
  await expect(hits(page)).toHaveCount(2)
  await expect(dialog(page).getByRole('status')).toHaveText('2 posts found')
  await expect(hits(page).nth(0)).toContainText('Scheduled')
  await expect(hits(page).nth(0)).toContainText(/\d\d:\d\d/)
  await expect(hits(page).nth(0).locator('mark')).toHaveText('brûlerie')
  await expect(hits(page).nth(1)).toContainText('Draft')
  await expect(hits(page).nth(1).locator('mark')).toHaveText('Brûlerie')
  await expectAccessible(page, 'the search over posts')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`compose/${draftIds[2]}$`))

  // Typing in the composer: the key with Ctrl still finds.
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('automne')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page).first()).toContainText('Published')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})

test('takes the words along from the palette', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('leek haddock')
  await page.getByRole('option', { name: 'Search posts for “leek haddock”' }).click()
  await expect(dialog(page).getByRole('combobox')).toHaveValue('leek haddock')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page).first().locator('mark')).toHaveText(['leek', 'haddock'])

  // The two ways to look for something lead to each other; whatever else has a key waits until they are closed.
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await page.keyboard.press('Control+f')
  await expect(dialog(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(/inbox$/)
  await page.keyboard.press('Control+n')
  await expect(page).toHaveURL(/compose/)
})

test('says that it looks, that nothing is there, and that it could not look', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Search posts' }).click()
  await expect(dialog(page).getByText('Accents do not matter')).toBeVisible()
  studio.disturb('posts.search', 'hangs')
  await page.keyboard.type('coffee')
  await expect(dialog(page).getByText('Loading')).toBeAttached()
  await expect(dialog(page).getByText('No post found')).toHaveCount(0)
  await page.keyboard.press('Escape')

  studio.disturb('posts.search', 'disk_full')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('coffee')
  await expect(dialog(page).getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectAccessible(page, 'a search that failed')
  studio.disturb('posts.search', null)
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect(hits(page).first()).toContainText('coffee')

  // While the answer to newer words is on its way, nothing of the older one can be opened.
  studio.disturb('posts.search', 'hangs')
  await dialog(page).getByRole('combobox').fill('harbour')
  await expect(hits(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('Loading')).toBeAttached()
  await expect(page).toHaveURL(/calendar/)
  studio.disturb('posts.search', null)

  await dialog(page).getByRole('combobox').fill('zanzibar')
  await expect(dialog(page).getByText('No post found')).toBeVisible()
  await expect(hits(page)).toHaveCount(0)
})
