import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectX } from './support/connect-x.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const pictures = process.env['VIGIE_PICTURES']

for (const [language, theme, say] of [
  ['en', 'light', { open: 'Change the words…', dialog: /^Change what is out/, words: 'New words', until: /^It can be changed on X until \d/, price: 'X charges this change as a post: $0.015.', link: 'X charges this change as a post with an address: $0.20.', save: 'Change it on X', changed: 'Changed there', late: 'X lets a post be changed only for a while, which is over.' }],
  ['fr', 'dark', { open: 'Modifier le texte…', dialog: /^Modifier ce qui est publié/, words: 'Nouveau texte', until: /^Modifiable sur X jusqu’à \d/, price: /^X facture cette modification comme une publication\u00a0: 0,015/, link: /^X facture cette modification comme une publication avec une adresse\u00a0: 0,20/, save: 'Modifier sur X', changed: 'Modifiée là-bas', late: 'X ne laisse modifier une publication que pendant un certain temps, qui est passé.' }]
] as const) {
  test(`on X the dialog says until when a post can be changed and what that costs, and no longer offers it afterwards (${language})`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const { x, accountId } = await connectX(studio, workspaceId)
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Marée bsse'), targets: [{ accountId, variant: null }], media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.open }).first().press('Enter')
    const dialog = page.getByRole('dialog', { name: say.dialog })
    const field = dialog.getByRole('textbox', { name: say.words })
    await expect(dialog.getByText(say.until)).toBeVisible()
    await expect(dialog.getByText(say.price)).toBeVisible()
    await field.fill('Marée basse https://exemple.fr')
    await expect(dialog.getByText(say.link)).toBeVisible()
    await field.fill('Marée basse')
    await expect(dialog.getByText(say.price)).toBeVisible()
    await expectAccessible(page, `changing a post on X (${language})`)
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-x-${language}-${theme}.png` })
    await dialog.getByRole('button', { name: say.save }).press('Enter')
    await expect(dialog).toHaveCount(0)
    await studio.advance(60_000)
    await expect(page.getByText(say.changed, { exact: false }).first()).toBeVisible()
    expect(x.visible()).toEqual(['Marée basse'])

    await studio.advance(31 * 60_000)
    await page.getByRole('button', { name: say.open }).first().click()
    await expect(dialog.getByText(say.late, { exact: false })).toBeVisible()
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-x-late-${language}-${theme}.png` })
  })
}
