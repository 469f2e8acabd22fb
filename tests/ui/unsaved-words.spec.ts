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

const answers = {
  en: { reply: 'Reply', unsaved: /^Not saved/, left: 'The answer you left is not saved.', back: 'Back to it', messages: 'Messages' },
  fr: { reply: 'Répondre', unsaved: /^Non enregistré/, left: 'La réponse que vous avez quittée n’est pas enregistrée.', back: 'Y revenir', messages: 'Messages' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`an answer that cannot be stored stays in hand, wherever one goes, and is stored once it can be (${language})`, async ({ studio, page }) => {
    const { workspaceId, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language, theme: language === 'en' ? 'light' : 'dark' } })
    const said = answers[language]
    await studio.open(`#/w/${workspaceId}/inbox`)
    const [first, second] = texts.talks
    await page.getByRole('option').filter({ hasText: first!.from }).click()
    const field = page.getByRole('textbox', { name: said.reply })
    await field.click()
    studio.disturb('inbox.saveReplyDraft', 'file_locked')
    await page.keyboard.type('Quai sud')
    await studio.advance(1_000)
    await expect(page.getByText(said.unsaved)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath(`reply-${language}.png`) })
    await page.getByRole('option').filter({ hasText: second!.from }).click()
    const left = page.getByRole('region', { name: said.messages }).getByText(said.left)
    await expect(left).toBeVisible()
    await expect(field).toHaveValue('')
    await page.getByRole('region', { name: said.messages }).getByText(said.back).click()
    await expect(field).toHaveValue('Quai sud')
    await expect(left).toHaveCount(0)
    await studio.goTo(`#/w/${workspaceId}/calendar`)
    await expect(left).toBeVisible()
    studio.disturb('inbox.saveReplyDraft', null)
    await studio.advance(5_000)
    await expect(left).toHaveCount(0)
    const { conversations } = await studio.engine.ask('inbox.page', { workspaceId, view: 'all', accountId: null, kind: null, before: null, limit: 20 })
    const { id: conversationId } = conversations.find(({ authorName }) => authorName === first!.from)!
    expect((await studio.engine.ask('inbox.read', { workspaceId, conversationId })).replyDraft).toBe('Quai sud')
  })
}
