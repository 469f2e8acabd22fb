import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectX } from './support/connect-x.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const ofBefore = 'tweet.read tweet.write tweet.moderate.write users.read media.write offline.access'

for (const [language, words] of [
  ['en', { lacking: 'Not in its login yet: private messages and moderating.', again: 'Reconnect @lea with the rights it lacks', dialog: 'Reconnect @lea', messages: 'Private messages of @lea', ofApp: /^Vigie asks for rights that this login does not have\. Where X lists/, first: 'Its login has no right to private messages: reconnect it, under Accounts, first.' }],
  ['fr', { lacking: 'Pas encore dans sa connexion\u00a0: les messages privés et la modération.', again: 'Reconnecter @lea avec les droits qui lui manquent', dialog: 'Reconnecter @lea', messages: 'Messages privés de @lea', ofApp: /^Vigie demande des droits que cette connexion n’a pas\. Là où X liste/, first: 'Sa connexion n’a pas le droit aux messages privés\u00a0: reconnectez-le d’abord, sous Comptes.' }]
] as const) {
  test(`a login of before says what it lacks, and a key leads to a new one (${language})`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { readings } = await connectX(studio, workspaceId, ofBefore)
    await studio.open(`#/w/${workspaceId}/accounts`)
    const row = page.getByRole('row').filter({ hasText: '@lea' }).filter({ hasText: words.lacking })
    await expect(row).toBeVisible()
    await expect(row.getByTitle(/mute\.write, dm\.read, dm\.write/)).toBeVisible()
    await expectAccessible(page, 'an account whose login lacks rights')
    await page.screenshot({ path: info.outputPath(`light-${language}.png`) })
    await row.getByRole('button', { name: words.again }).press('Enter')
    const dialog = page.getByRole('dialog', { name: words.dialog })
    await expect(dialog.getByText(words.ofApp)).toBeVisible()
    await expect(dialog.getByText('dm.write', { exact: true })).toBeVisible()
    await expectAccessible(page, 'a new login with rights that its app must have')
    await page.screenshot({ path: info.outputPath(`dialog-${language}.png`) })
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, 'an account whose login lacks rights, dark')
    await page.screenshot({ path: info.outputPath(`dark-${language}.png`) })

    // Said before anything is asked, not by a refusal.
    await studio.goTo(`#/w/${workspaceId}/inbox`)
    const messages = page.getByRole('region', { name: words.messages })
    await expect(messages.getByText(words.first)).toBeVisible()
    await expect(messages.getByRole('button')).toBeDisabled()
    expect(readings()).toBe(0)
  })
}

test('a login with all that is asked for today says nothing', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await connectX(studio, workspaceId, `${ofBefore} mute.write dm.read dm.write`)
  await studio.open(`#/w/${workspaceId}/accounts`)
  await expect(page.getByRole('row').filter({ hasText: '@lea' }).first()).toBeVisible()
  await expect(page.getByText(/Not in its login/)).toHaveCount(0)
})
