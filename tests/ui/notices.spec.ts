import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('the settings show what Vigie is made of, with the licence of each part in its own words', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  await page.getByRole('button', { name: 'Show…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Licences of what Vigie is made of' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'hunspell-wasm' })).toBeVisible()
  await dialog.getByText(/^mediabunny/).click()
  await expect(dialog.locator('details[open]').getByText('Mozilla Public License Version 2.0', { exact: false })).toBeVisible()
  await expect(dialog.locator('details[open]').getByText('https://github.com/Vanilagy/mediabunny')).toBeVisible()
  await expectAccessible(page, 'the licences')
})
