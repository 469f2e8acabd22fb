import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

test.use({ moreAdapters: { list: [openNetwork('pinterest')] } })

const address = 'https://www.pinterest.com/pin/813744226420795884/'
const words = {
  en: { offer: 'A pin in the words', take: 'Save this pin', pin: 'Pin to save', becomes: /becomes a new pin on the board/, left: /the words, title and link written here are left out/, ours: 'Our words' },
  fr: { offer: 'Une épingle dans le texte', take: 'Enregistrer cette épingle', pin: 'Épingle à enregistrer', becomes: /devient une nouvelle épingle du tableau/, left: /le texte, le titre et le lien écrits ici y sont laissés de côté/, ours: 'Nos mots' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a pin is saved on a board by its address, by keyboard, and what is left out is said, in ${language}`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    const { engine } = studio
    await engine.ask('studio.saveSettings', { settings: { language } })
    const { id } = await connectOpenly(studio, workspaceId, 'pinterest')
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph' }] }, targets: [{ accountId: id, variant: null }], media: [] } })
    const stored = async () => (await engine.ask('posts.read', { workspaceId, postId })).post.quote
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const says = words[language]
    const text = page.locator('[contenteditable=true]').first()
    await text.fill(address)
    const take = page.getByRole('region', { name: says.offer }).getByRole('button', { name: says.take })
    await take.focus()
    await page.keyboard.press('Enter')
    await expect.poll(stored).toMatchObject({ networkId: 'pinterest', remoteId: '813744226420795884', writtenAt: null })
    const pin = page.getByRole('region', { name: says.pin })
    await expect(pin).toContainText(says.becomes)
    // Neither a picture nor words are missing.
    await expect(page.locator('section[data-stops=true]')).toHaveCount(0)
    await text.fill(says.ours)
    await expect(page.locator('section[data-stops]')).toContainText(says.left)
    const preview = page.getByRole('article').last()
    await expect(preview.locator('[data-element=quote]')).toContainText(address)
    await expect(preview).not.toContainText(says.ours)
    await expectAccessible(page, `a pin to save (${language})`)
    await page.screenshot({ path: test.info().outputPath(`save-pin-${language}.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: test.info().outputPath(`save-pin-${language}-dark.png`) })
  })
}
