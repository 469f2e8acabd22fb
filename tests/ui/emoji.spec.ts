import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('puts an emoji where the cursor is, by keyboard alone, and remembers it', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await page.keyboard.type('Fresh bread ')
  await page.keyboard.press('Control+.')
  const panel = page.getByRole('dialog', { name: 'Insert an emoji' })
  await expect(panel.getByRole('gridcell', { name: 'grinning face', exact: true })).toBeVisible()
  await expectAccessible(page, 'the emoji panel')
  await expect(panel.getByRole('combobox', { name: 'Search in English or French' })).toBeFocused()
  await page.keyboard.type('boulangerie')
  await expect(panel.getByRole('gridcell').first()).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('croissant')
  await page.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await page.keyboard.type(' today')
  await expect(text).toHaveText('Fresh bread 🥐 today')

  await page.keyboard.press('Control+.')
  await expect(panel.getByText('Used lately')).toBeVisible()
  await expect(panel.getByRole('gridcell').first()).toHaveAccessibleName('croissant')
  await panel.getByRole('button', { name: 'Flags' }).click()
  await panel.getByRole('gridcell', { name: 'flag: France', exact: true }).click()
  await expect(text).toHaveText('Fresh bread 🥐 today🇫🇷')
  expect((await studio.engine.ask('studio.read', {})).settings.recentEmoji).toEqual(['🇫🇷', '🥐'])
})

test('wears the chosen tone, and says when nothing is named so', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', emojiTone: 4 } })
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.keyboard.press('Control+.')
  const panel = page.getByRole('dialog', { name: 'Insérer un émoji' })
  await panel.getByRole('combobox', { name: 'Chercher en français ou en anglais' }).fill('zzzz')
  await expect(panel.getByText('Aucun émoji de ce nom')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Chercher en français ou en anglais' }).fill('bravo')
  await panel.getByRole('gridcell', { name: 'applaudissements' }).click()
  await expect(page.getByRole('textbox', { name: 'Texte de la publication' })).toHaveText('👏🏾')
})
