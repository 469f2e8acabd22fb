import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { text: 'Text of the post', failed: 'Not saved', left: 'The draft you left is not saved.', back: 'Back to it', messages: 'Messages', saved: /^Saved at/ },
  fr: { text: 'Texte de la publication', failed: 'Non enregistré', left: 'Le brouillon que vous avez quitté n’est pas enregistré.', back: 'Y revenir', messages: 'Messages', saved: /^Enregistré à/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`words that cannot be stored when their post is left stay in hand, and are stored once they can be (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'en' ? 'dark' : 'light' } })
    const [postId = ''] = draftIds
    const said = words[language]
    const text = page.getByRole('textbox', { name: said.text })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await text.click()
    studio.disturb('posts.saveDraft', 'disk_full')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Quai sud.')
    await studio.advance(1_000)
    await expect(page.getByText(said.failed)).toBeVisible()
    await studio.goTo(`#/w/${workspaceId}/calendar`)
    await expect(page.getByRole('region', { name: said.messages }).getByText(said.left)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath(`left-${language}.png`) })
    await page.getByRole('region', { name: said.messages }).getByText(said.back).click()
    await expect(text).toContainText('Quai sud.')
    await expect(page.getByRole('region', { name: said.messages }).getByText(said.left)).toHaveCount(0)
    await page.keyboard.type(' Ce soir.')
    await studio.goTo(`#/w/${workspaceId}/calendar`)
    await expect(page.getByRole('region', { name: said.messages }).getByText(said.left)).toBeVisible()
    studio.disturb('posts.saveDraft', null)
    await studio.advance(5_000)
    await expect(page.getByRole('region', { name: said.messages }).getByText(said.left)).toHaveCount(0)
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
    expect(JSON.stringify(post.document)).toContain('Quai sud. Ce soir.')
  })
}
