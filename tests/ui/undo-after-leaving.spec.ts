import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, say] of [
  ['en', { remove: 'Remove image 1', gone: /was taken out of the post/, calendar: /Calendar/ }],
  ['fr', { remove: 'Retirer l’image 1', gone: /ne fait plus partie de la publication/, calendar: /Calendrier/ }]
] as const) {
  test(`a way back that the composer can no longer take is not offered once it was left (${language})`, async ({ studio, page }) => {
    const { engine } = studio
    const { workspaceId, accounts, mediaIds } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    const postId = engine.random.id()
    const attached = { mediaId: mediaIds[0]!, altText: 'The shop' }
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide'), targets: [{ accountId: accounts.bluesky, variant: null }], media: [attached] } })
    const media = async () => (await engine.ask('posts.read', { workspaceId, postId })).post.media
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    // While it is open it is, and does what it says.
    await page.getByRole('button', { name: say.remove }).press('Enter')
    await expect(page.getByText(say.gone)).toBeVisible()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(media).toEqual([attached])
    await page.getByRole('button', { name: say.remove }).press('Enter')
    await expect.poll(media).toEqual([])
    await expect(page.getByText(say.gone)).toBeVisible()
    await page.getByRole('link', { name: say.calendar }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: say.calendar })).toBeVisible()
    await expect(page.getByText(say.gone)).toHaveCount(0)
  })
}
