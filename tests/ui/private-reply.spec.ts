import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectPage } from './support/connect-page.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, words] of [
  ['en', { way: 'Where the answer goes', inPrivate: 'In private', hint: /^One message to Tom, with a link to the comment, until /, reply: 'Reply', send: /^Send(?! and)/, used: 'This comment was answered in private: the network takes no second message about it.' }],
  ['fr', { way: 'Où va la réponse', inPrivate: 'En privé', hint: /^Un seul message à Tom, avec un lien vers le commentaire, jusqu’à\u00a0: /, reply: 'Répondre', send: /^Envoyer(?! et)/, used: 'Une réponse privée a déjà été donnée à ce commentaire\u00a0: le réseau n’en accepte pas de seconde.' }]
] as const) {
  test(`a comment on a Page is answered in private, once (${language})`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const { facebook } = await connectPage(studio, workspaceId)
    const comment = facebook.hear('Combien coûte la table ?')
    await studio.engine.ask('inbox.refresh', { workspaceId })
    await studio.open(`#/w/${workspaceId}/inbox`)
    await page.getByRole('option').filter({ hasText: 'Combien coûte la table ?' }).click()
    const way = page.getByRole('group', { name: words.way })
    await way.getByRole('button', { name: words.inPrivate }).press('Enter')
    await expect(page.getByText(words.hint)).toBeVisible()
    await page.getByRole('textbox', { name: words.reply }).fill('Écrivez-nous vos mesures')
    await expectAccessible(page, 'a private answer to a comment')
    await page.screenshot({ path: info.outputPath(`light-${language}.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, 'a private answer to a comment, dark')
    await page.screenshot({ path: info.outputPath(`dark-${language}.png`) })
    await page.keyboard.press('Control+Enter')
    await studio.advance(5_000)
    await expect.poll(() => facebook.messages.sent()).toEqual(['Écrivez-nous vos mesures'])
    // Nothing was said under the comment itself.
    expect(JSON.stringify(facebook.answer({ method: 'GET', path: `/v26.0/${comment}/comments`, query: new URLSearchParams({ fields: 'id,message' }), headers: {}, text: '', json: {} }, ''))).not.toContain('mesures')
    await expect(page.getByText(words.used)).toBeVisible()
  })
}

test('words that were kept from before go nowhere until it is said where', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const { facebook } = await connectPage(studio, workspaceId)
  facebook.hear('Combien coûte la table ?')
  await studio.engine.ask('inbox.refresh', { workspaceId })
  const openComment = async (): Promise<void> => {
    await studio.open(`#/w/${workspaceId}/inbox`)
    await page.getByRole('option').filter({ hasText: 'Combien coûte la table ?' }).click()
  }
  await openComment()
  const way = page.getByRole('group', { name: 'Where the answer goes' })
  await way.getByRole('button', { name: 'In private' }).click()
  await page.getByRole('textbox', { name: 'Reply' }).fill('40 euros, for you alone')
  await expect(page.getByRole('option').filter({ hasText: 'Draft' })).toBeVisible()
  // Elsewhere and back: still in private.
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await studio.goTo(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: 'Combien coûte la table ?' }).click()
  await expect(way.getByRole('button', { name: 'In private' })).toHaveAttribute('aria-pressed', 'true')
  // Begun anew, the program does not know any more for whom they were meant.
  await openComment()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('40 euros, for you alone')
  await expect(page.getByText('These words were kept from before: choose where they go.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send(?! and)/ })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Reply' }).press('Control+Enter')
  await studio.advance(60_000)
  expect(facebook.messages.sent()).toEqual([])
  await way.getByRole('button', { name: 'In private' }).click()
  await expect(page.getByRole('button', { name: /^Send(?! and)/ })).toBeEnabled()
  await expectAccessible(page, 'kept words with a way chosen')
})
