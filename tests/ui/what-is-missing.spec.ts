import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

test.use({ moreAdapters: { list: [openNetwork('discourse')] } })

for (const [language, words] of [
  ['en', { actions: 'Actions for', open: 'What is not possible there…', title: 'Not possible on Discourse', yet: 'Vigie does not do it there yet', first: 'Leaving a post with it to publish at its time, with Vigie closed', never: 'Discourse has no such thing', messages: 'Figures of the account', close: 'Close' }],
  ['fr', { actions: 'Actions pour', open: 'Ce qui n’y est pas possible…', title: 'Pas possible sur Discourse', yet: 'Vigie ne le fait pas encore', first: 'Lui confier une publication qu’il publie à l’heure dite, Vigie fermée', never: 'Discourse n’a rien de tel', messages: 'Chiffres du compte', close: 'Fermer' }]
] as const) {
  test(`an account says by keyboard what is not possible on its network, and why (${language})`, async ({ studio, page }, info) => {
    const client = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { handle } = await connectOpenly(studio, client.workspaceId, 'discourse')
    await studio.open(`#/w/${client.workspaceId}/accounts`)
    const actions = page.getByRole('button', { name: `${words.actions} ${handle}` })
    await actions.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: words.open }).press('Enter')
    const dialog = page.getByRole('dialog', { name: words.title })
    await expect(dialog.getByRole('region', { name: words.yet }).getByRole('listitem')).toContainText([words.first])
    await expect(dialog.getByRole('region', { name: words.never }).getByText(words.messages)).toBeVisible()
    await expect(dialog.getByText(/^missing\.|undefined/)).toHaveCount(0)
    await expectAccessible(page, 'what is not possible')
    await page.screenshot({ path: info.outputPath(`light-${language}.png`) })
    await dialog.getByRole('button', { name: words.close }).last().press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(actions).toBeFocused()

    await page.emulateMedia({ colorScheme: 'dark' })
    await actions.click()
    await page.getByRole('menuitem', { name: words.open }).click()
    await expectAccessible(page, 'what is not possible, dark')
    await page.screenshot({ path: info.outputPath(`dark-${language}.png`) })
  })
}
