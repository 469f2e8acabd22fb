import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectX } from './support/connect-x.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const ana = { id: '2002', name: 'Ana Torres', username: 'ana' }
const words = {
  en: { read: /^Read · /, more: 'More for this message', block: 'Block messages from Ana Torres', only: /Only messages are blocked.*X charges \$0\.01 for it/, confirm: 'Block messages', blocked: 'Messages blocked', noAnswer: /^You have blocked messages from Ana Torres/, again: 'Take messages from Ana Torres again' },
  fr: { read: /^Relever · /, more: 'Autres actions sur ce message', block: 'Bloquer les messages de Ana Torres', only: /Seuls les messages sont bloqués.*X facture 0,01/, confirm: 'Bloquer les messages', blocked: 'Messages bloqués', noAnswer: /^Vous avez bloqué les messages de Ana Torres/, again: 'Recevoir de nouveau les messages de Ana Torres' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`whoever writes private messages on X is blocked by keyboard, at a price that is said, and let write again, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    const { read, more, block, only, confirm, blocked, noAnswer, again } = words[language]
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { x } = await connectX(studio, workspaceId)
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0, monthlyCapMills: 5_000 } } })
    x.messages.write(ana, 'Buy my followers', { createdAt: startAt - 3_600_000 })
    await studio.open(`#/w/${workspaceId}/inbox`)
    await page.getByRole('button', { name: read }).press('Enter')
    await page.getByRole('option').filter({ hasText: 'Ana Torres' }).click()
    await page.getByRole('button', { name: more }).last().press('Enter')
    await page.getByRole('menuitem', { name: block }).press('Enter')
    await expect(page.getByText(only)).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `blocking messages, ${colorScheme}`)
      await page.screenshot({ path: info.outputPath(`ask-${colorScheme}-${language}.png`) })
    }
    await page.getByRole('button', { name: confirm, exact: true }).press('Enter')
    await studio.advance(5_000)
    await expect.poll(() => x.messages.blocked()).toEqual(['2002'])
    await expect(page.getByText(blocked, { exact: true })).toBeVisible()
    await expect(page.getByText(noAnswer)).toBeVisible()
    await page.screenshot({ path: info.outputPath(`blocked-${language}.png`) })
    await page.getByRole('button', { name: more }).last().press('Enter')
    await page.getByRole('menuitem', { name: again }).press('Enter')
    await studio.advance(5_000)
    await expect.poll(() => x.messages.blocked()).toEqual([])
    await expect(page.getByText(noAnswer)).toHaveCount(0)
  })
}
