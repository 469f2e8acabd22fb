import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { connect: 'Connect an account', youtube: /A channel and its comments/, id: 'Client ID', secret: 'Client secret', show: 'Show what is typed', keep: 'Check and keep', missing: 'This is empty, or nothing but spaces.', space: 'There is a space in it: copy it once more, without.', long: 'Too long: 1024 characters at most.', notUnderstood: 'Vigie did not understand' },
  fr: { connect: 'Connecter un compte', youtube: /Une chaîne et ses commentaires/, id: 'ID client', secret: 'Code secret du client', show: 'Afficher la saisie', keep: 'Vérifier et garder', missing: 'Ce champ est vide, ou ne contient que des espaces.', space: 'Il contient une espace\u00A0: copiez-le à nouveau, sans espace.', long: 'Trop long\u00A0: 1024 caractères au plus.', notUnderstood: 'n’a pas compris' }
} as const

for (const language of ['en', 'fr'] as const) {
  const { connect, youtube, id, secret, show, keep, missing, space, long, notUnderstood } = words[language]
  test(`what is wrong with a key is said at its field, and the keyboard goes there (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    await studio.open(`#/w/${workspaceId}/accounts`)
    await page.getByRole('button', { name: connect }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: youtube }).click()
    const idField = dialog.getByRole('textbox', { name: id, exact: true })
    const secretField = dialog.locator('input[type="password"]')

    await idField.fill('4711.apps.googleusercontent.com')
    await secretField.fill('   ')
    await dialog.getByRole('button', { name: keep }).click()
    await expect(dialog.getByText(missing)).toBeVisible()
    await expect(secretField).toBeFocused()
    await expect(secretField).toHaveAttribute('aria-invalid', 'true')
    await expect(secretField).toHaveAccessibleDescription(new RegExp(missing))
    await expectAccessible(page, 'a field that is wrong')

    // What was pasted can be looked at, and is hidden again once it is gone.
    await secretField.fill('GOC SPX')
    const shown = dialog.getByRole('button', { name: show })
    await shown.press('Enter')
    await expect(shown).toHaveAttribute('aria-pressed', 'true')
    await expect(dialog.getByRole('textbox', { name: secret })).toHaveValue('GOC SPX')
    await expect(secretField).toHaveCount(0)
    await expectAccessible(page, 'a secret that is shown')
    await dialog.getByRole('textbox', { name: secret }).fill('')
    await expect(shown).toBeDisabled()
    await expect(secretField).toHaveCount(1)

    // Said until it is mended, in the words of what is wrong now.
    await secretField.fill('GOC SPX')
    await expect(dialog.getByText(space)).toBeVisible()
    await secretField.fill('GOCSPX')
    await expect(secretField).not.toHaveAttribute('aria-invalid', 'true')

    await idField.fill('a'.repeat(10_000))
    await secretField.press('Enter')
    await expect(dialog.getByText(long)).toBeVisible()
    await expect(idField).toBeFocused()
    await expect(secretField).toHaveValue('GOCSPX')
    await expect(dialog.getByText(notUnderstood)).toHaveCount(0)
    expect([...studio.engine.secrets.entries.keys()].filter((reference) => reference.includes(':app:'))).toEqual([])
  })
}

test('an address that a network would not take back from is told at its field, and so is a server of 10,000 signs', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Threads .*app/ }).click()
  await dialog.getByRole('textbox', { name: /ID$/ }).fill('1234')
  await dialog.locator('input[type="password"]').fill('secret')
  const address = dialog.getByLabel('https address of the app’s redirect')
  await address.fill('http://agency.example/back')
  await address.press('Enter')
  await expect(address).toBeFocused()
  await expect(address).toHaveAccessibleDescription(/This begins without https:\/\//)
  await address.fill('agency.example')
  await expect(address).toHaveAccessibleDescription(/This is no complete address/)

  await dialog.getByRole('button', { name: 'Back' }).click()
  await dialog.getByRole('button', { name: /^Mastodon / }).click()
  const server = dialog.getByRole('textbox')
  await server.fill('a'.repeat(10_000))
  await server.press('Enter')
  await expect(server).toBeFocused()
  await expect(server).toHaveAccessibleDescription(/Too long: 512 characters at most\./)
})
