import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test.describe('on an American system', () => {
  test.use({ locale: 'en-US' })

  test('a French studio writes and reads French dates, with 24 hours', async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, 'fr')
    await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
    await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
    const field = page.getByLabel('Date et heure')
    await field.fill('demain 14h05')
    await field.press('Enter')
    await expect(field).toHaveValue('dim. 22 nov. 2026, 14:05')
    await page.getByRole('button', { name: 'Choisir le jour' }).click()
    const panel = page.getByRole('dialog', { name: 'Choisir le jour' })
    await expect(panel).toContainText('novembre 2026')
    await expect(panel.getByRole('button', { name: /dimanche 22 novembre 2026/, pressed: true })).toBeVisible()
  })

  test('an English studio has 24 hours in every view', async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, 'en')
    for (const view of ['month', 'week', 'list']) {
      await studio.open(`#/w/${workspaceId}/calendar?view=${view}`)
      await expect(page.getByText('12:30').first()).toBeVisible()
      await expect(page.locator('main')).not.toContainText(/\d ?[ap]\.?m\b/i)
    }
  })
})

test('a day is chosen by keys: arrows, page and Enter; Escape gives the focus back', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const field = page.getByLabel('Date and time')
  await field.fill('28/11 9:00')
  await field.press('Alt+ArrowDown')
  await expect(page.getByRole('button', { name: /Saturday,? 28 November 2026/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /Sunday,? 6 December 2026/ })).toBeFocused()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Home')
  await expect(page.getByRole('button', { name: /Monday,? 4 January 2027/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Mon 4 Jan 2027, 09:00')
  await expectAccessible(page, 'the panel of days')
  await page.getByLabel('Hour').click()
  await page.getByRole('option', { name: '14:30' }).click()
  await expect(field).toHaveValue('Mon 4 Jan 2027, 14:30')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('Escape takes back what was typed', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.engine.ask('posts.plan', { workspaceId, postId: draftIds[0]!, plannedFor: '2026-11-28T09:00' })
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const field = page.getByLabel('Date and time')
  await field.fill('1/12')
  await field.press('Escape')
  await expect(field).toHaveValue('Sat 28 Nov 2026, 09:00')
})

test('the list opens at today', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/calendar?view=list`)
  await expect(page.getByText('Saturday 21 November', { exact: true })).toBeVisible()
  await expect(page.getByText('Friday 20 November', { exact: true })).toBeHidden()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('Friday 20 November', { exact: true })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText('Saturday 21 November', { exact: true })).toBeVisible()
})
