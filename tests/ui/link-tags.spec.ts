import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('tags a link by keyboard: each network is named, what the previews show goes out, and one undo gives the link back', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('linkTags.save', { workspaceId, defaults: { medium: 'social', campaign: 'autumn', sources: { mastodon: 'masto' } } })
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toBeFocused()
  await expect(page.getByRole('button', { name: 'Tag a link for statistics: the text has none yet' })).toBeDisabled()
  await page.keyboard.type('The menu: https://tide.example/menu?day=7#soups today')
  await page.keyboard.press('Control+Shift+K')
  const panel = page.getByRole('dialog', { name: 'Tags of the link' })
  await expect(panel.getByRole('textbox', { name: 'Source' })).toBeFocused()
  await expect(panel.getByRole('textbox', { name: 'Campaign' })).toHaveValue('autumn')
  await expect(panel.getByRole('listitem')).toHaveText([
    'https://tide.example/menu?day=7&utm_source=bluesky&utm_medium=social&utm_campaign=autumn#soups',
    'https://tide.example/menu?day=7&utm_source=masto&utm_medium=social&utm_campaign=autumn#soups',
    'https://tide.example/menu?day=7&utm_source=wordpress&utm_medium=social&utm_campaign=autumn#soups'
  ])
  await expectAccessible(page, 'the tags of a link')
  await panel.getByRole('textbox', { name: 'Content' }).fill('first post')
  await page.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  const tagged = 'https://tide.example/menu?day=7&utm_source={network}&utm_medium=social&utm_campaign=autumn&utm_content=first%20post#soups'
  await expect(text).toHaveText(`The menu: ${tagged} today`)
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(text).toHaveText('The menu: https://tide.example/menu?day=7#soups today')
  await page.keyboard.press('Control+Shift+z')
  await expect(text).toHaveText(`The menu: ${tagged} today`)

  // Opened again it reads what is there, and never says anything twice.
  await page.keyboard.press('Control+Shift+K')
  await expect(panel.getByRole('textbox', { name: 'Source' })).toHaveValue('{network}')
  await expect(panel.getByRole('button', { name: 'Put into the link' })).toBeDisabled()
  await panel.getByRole('textbox', { name: 'Content' }).fill('')
  await panel.getByRole('button', { name: 'Put into the link' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('The menu')
  await expect(page.getByText('?day=7&utm_source=wordpress&utm_medium=social&utm_campaign=autumn#soups')).toBeVisible()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish now' }).click()
  await studio.advance(60_000)
  const sent = [studio.bluesky, studio.mastodon].map(({ published }) => published.at(-1)?.text)
  expect(sent).toEqual(['bluesky', 'masto'].map((source) => `The menu: https://tide.example/menu?day=7&utm_source=${source}&utm_medium=social&utm_campaign=autumn#soups today`))
})

test('takes the tags off, and leaves the words of a link alone', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = crypto.randomUUID()
  const href = 'https://maree.example/?a=1&utm_source=x&utm_medium=social'
  const document = { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'la carte', marks: [{ type: 'link' as const, attrs: { href } }] }] }] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId: accounts.bluesky, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const text = page.getByRole('textbox', { name: 'Texte de la publication' })
  await expect(text).toBeFocused()
  await page.getByRole('button', { name: 'Ajouter des balises UTM au lien' }).click()
  await page.getByRole('dialog', { name: 'Balises UTM du lien' }).getByRole('button', { name: 'Retirer les balises' }).click()
  await expect(text).toHaveText('la carte')
  await expect(text.getByRole('link')).toHaveAttribute('href', 'https://maree.example/?a=1')
})

test('the client says in the settings how statistics call its networks', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  const names = page.getByRole('textbox', { name: 'Other names for networks' })
  await names.fill('myspice = a')
  await expect(page.getByText('A line is a network, an equals sign and its name.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save the link settings' })).toBeDisabled()
  await names.fill('x = twitter')
  await page.getByRole('button', { name: 'Save the link settings' }).click()
  await expect(page.getByText(/The links of .* say so from now on/)).toBeVisible()
  expect(await studio.engine.ask('linkTags.read', { workspaceId })).toEqual({ medium: 'social', campaign: '', sources: { x: 'twitter' } })
})
