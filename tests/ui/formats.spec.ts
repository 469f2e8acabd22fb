import { expect } from '@playwright/test'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'
import { startPhotographer } from '../support/photos.ts'

for (const language of ['en', 'fr'] as const) {
  test(`a story is chosen for one account, loses its words there, and its preview says what the network covers (${language})`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const accountId = await connectMeta(studio, workspaceId, 'instagram')
    const postId = studio.engine.random.id()
    const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Low tide at six.' }] }] }
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId, variant: null }], media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const photographer = await startPhotographer()
    const photo = photographer.take('png', { width: 1200, height: 900 })
    photographer.close()
    const words = language === 'en' ? { add: 'Add images or a video', post: 'Post', story: 'Story', left: 'takes no words with a story', between: 'not upright, 9 by 16', fit: /Make .* fit/ } : { add: 'Ajouter des images ou une vidéo', post: 'Publication', story: 'Story', left: 'ne prend pas de texte avec une story', between: 'n’est pas verticale, en 9 sur 16', fit: /Adapter/ }
    await page.locator('input[type=file]').first().setInputFiles({ name: 'quay.png', mimeType: 'image/png', buffer: Buffer.from(photo) })
    const kinds = page.getByRole('group', { name: /@?tideline/ }).filter({ hasText: words.story })
    await expect(kinds.getByRole('button', { name: words.post, exact: true })).toHaveAttribute('aria-pressed', 'true')
    await kinds.getByRole('button', { name: words.story, exact: true }).click()
    const preview = page.locator('article[data-format=story]')
    await expect(preview).toBeVisible()
    await expect(preview).not.toContainText('Low tide')
    const checks = page.locator('section[data-stops]')
    await expect(checks).toContainText(words.left)
    await expect(checks).toContainText(words.between)
    await checks.getByRole('button', { name: words.fit }).click()
    await expect(checks).not.toContainText(words.between)
    await page.screenshot({ path: test.info().outputPath(`story-${language}.png`) })
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' })
    await page.screenshot({ path: test.info().outputPath(`story-${language}-other.png`) })
    // Kept.
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.format).toBe('story')
    await kinds.getByRole('button', { name: words.post, exact: true }).click()
    await expect(preview).toHaveCount(0)
  })
}
