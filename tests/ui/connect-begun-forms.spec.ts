import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const secret = 'GOCSPX-shown-only-once'

for (const language of ['en', 'fr'] as const) {
  const words = language === 'en'
    ? { connect: 'Connect an account', network: /A channel and its comments/, id: 'Client ID', secret: 'Client secret', back: 'Back', keep: 'Check and keep' }
    : { connect: 'Connecter un compte', network: /Une chaîne et ses commentaires/, id: 'ID client', secret: 'Code secret du client', back: 'Retour', keep: 'Vérifier et garder' }

  test(`what was typed to connect a network is there again when its dialog was left, until another client is on screen (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    const otherId = studio.engine.random.id()
    await studio.engine.ask('workspaces.create', { id: otherId, name: 'Other', colour: 'brick', timeZone: 'Europe/Paris' })
    await studio.open(`#/w/${workspaceId}/accounts`)
    const dialog = page.getByRole('dialog')
    const idField = dialog.getByLabel(words.id)
    const secretField = dialog.getByLabel(words.secret, { exact: true })
    async function openForm(): Promise<void> {
      await page.getByRole('button', { name: words.connect }).click()
      await dialog.getByRole('button', { name: words.network }).click()
    }
    await openForm()
    await idField.fill('4711.apps.googleusercontent.com')
    await secretField.fill(secret)

    // Beside the dialog: nothing at all.
    await page.mouse.click(5, 5)
    await expect(secretField).toHaveValue(secret)

    await dialog.getByRole('button', { name: words.back }).click()
    await dialog.getByRole('button', { name: words.network }).click()
    await expect(secretField).toHaveValue(secret)

    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await openForm()
    await expect(idField).toHaveValue('4711.apps.googleusercontent.com')
    await expect(secretField).toHaveValue(secret)

    await page.keyboard.press('Escape')
    await studio.goTo(`#/w/${otherId}/accounts`)
    await studio.goTo(`#/w/${workspaceId}/accounts`)
    await openForm()
    await expect(idField).toHaveValue('')
    await expect(secretField).toHaveValue('')
  })

  test(`what did not reach its network stays to be mended, with the reason and the button that sends in sight (${language})`, async ({ studio, page }) => {
    studio.disturb('ownApps.save', 'unreachable')
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    for (const size of [{ width: 1024, height: 700 }, { width: 1280, height: 800 }]) {
      await page.setViewportSize(size)
      await studio.open(`#/w/${workspaceId}/accounts`)
      await page.getByRole('button', { name: words.connect }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: words.network }).click()
      const keep = dialog.getByRole('button', { name: words.keep })
      await expect(keep).toBeInViewport({ ratio: 1 })
      await dialog.getByLabel(words.id).fill('4711')
      await dialog.getByLabel(words.secret, { exact: true }).fill(secret)
      await dialog.getByLabel(words.secret, { exact: true }).press('Enter')
      await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 })
      await expect(keep).toBeInViewport({ ratio: 1 })
      await expect(dialog.getByLabel(words.secret, { exact: true })).toHaveValue(secret)
      await expectAccessible(page, 'an assistant with a failure')
    }
  })
}
