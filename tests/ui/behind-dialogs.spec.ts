import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('holding everything is one key away over any dialog, and with one client held', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  await page.getByRole('switch', { name: /Posts need/ }).click()
  const asked = page.getByRole('dialog')
  await expect(asked).toBeVisible()
  const before = page.url()
  // Wherever the focus is, letters mean nothing to the screen behind.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.type('ragoût')
  await expect(asked).toBeVisible()
  expect(page.url()).toBe(before)
  await page.keyboard.press('Control+Shift+H')
  const hold = page.getByRole('dialog', { name: `Hold everything for ${texts.name}?` })
  await expect(hold.getByLabel('Reason')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Nothing leaves for ${texts.name}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('contentinfo').getByRole('button', { name: 'Online' }).click()
  await page.getByRole('menuitem', { name: 'Hold for all clients…' }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'All clients' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing leaves, for any client')).toBeVisible()
})

test('no letter reaches the screen behind a panel that lost the focus', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByRole('button', { name: 'Choose the day' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  const before = page.url()
  await page.keyboard.type('go')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(page.url()).toBe(before)
})
