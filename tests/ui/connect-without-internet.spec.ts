import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { connect: 'Connect an account', youtube: /A channel and its comments/, id: 'Client ID', keep: 'Check and keep', away: 'YouTube cannot be reached.', internet: /connected to the internet/ },
  fr: { connect: 'Connecter un compte', youtube: /Une chaîne et ses commentaires/, id: 'ID client', keep: 'Vérifier et garder', away: 'YouTube est injoignable.', internet: /connecté à Internet/ }
} as const

for (const language of ['en', 'fr'] as const) {
  const { connect, youtube, id, keep, away, internet } = words[language]
  test(`without a connection, of a host that nobody typed it is not said to check its address (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    await studio.open(`#/w/${workspaceId}/accounts`)
    await page.getByRole('button', { name: connect }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: youtube }).click()
    await dialog.getByRole('textbox', { name: id, exact: true }).fill('4711.apps.googleusercontent.com')
    await dialog.locator('input[type="password"]').fill('GOCSPX')
    await dialog.getByRole('button', { name: keep }).click()
    await expect(dialog.getByText(away)).toBeVisible()
    await expect(dialog.getByText(internet)).toBeVisible()
    await expect(dialog).not.toContainText('oauth2.googleapis.com')
  })
}
