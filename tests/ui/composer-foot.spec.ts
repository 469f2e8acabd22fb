import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/foot-${name}.png` })

const words = {
  en: { schedule: /^Schedule( |$)/, now: 'Keep for after the hold', change: /^How the post stands on @\S+: Replies.*Change$/, topic: 'Topic' },
  fr: { schedule: /^Programmer( |$)/, now: 'Garder pour après la suspension', change: /^Comment la publication se présente sur @\S+\s: Réponses/, topic: 'Sujet' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`below a banner, in a low window, the way out of a post stays in sight, and what is set beside the preview does not cover it (${language})`, async ({ studio, page }) => {
    const say = words[language]
    await page.setViewportSize({ width: 1024, height: 700 })
    const { workspaceId, accounts, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const threads = await connectMeta(studio, workspaceId, 'threads')
    const postId = studio.engine.random.id()
    const targets = [threads, accounts.mastodon, accounts.bluesky, accounts.wordpress].map((accountId) => ({ accountId, variant: null }))
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'La marée', document: paragraph('La marée monte'), targets, media: [{ mediaId: mediaIds[0]!, altText: 'La mer' }] } })
    await studio.engine.ask('safety.hold', { workspaceId, reason: 'Le temps de comprendre' })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const text = page.locator('[contenteditable=true]')
    await expect(text).toBeInViewport()
    await expect(page.getByText('Le temps de comprendre')).toBeVisible()
    await expect(page.getByRole('article').first()).toBeVisible()
    await picture(page, language)
    for (const name of [say.schedule, say.now]) await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: say.change }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await expect(panel.getByLabel(say.topic)).toBeAttached()
    const preview = page.getByRole('article').first()
    await expect.poll(async () => {
      const [ofPanel, ofPreview] = [await panel.boundingBox(), await preview.boundingBox()]
      return ofPanel !== null && ofPreview !== null && ofPanel.x + ofPanel.width <= ofPreview.x
    }).toBe(true)
    await picture(page, `panel-${language}`)
    await expectAccessible(page, 'a panel beside the preview, below a banner')
    await panel.getByLabel(say.topic).fill('Marée')
    await expect(preview.getByText('› Marée')).toBeInViewport()
    await page.keyboard.press('Escape')
    // What has the focus is never behind the way out.
    const field = page.getByRole('button', { name: say.change })
    await expect(field).toBeFocused()
    const foot = page.getByRole('button', { name: say.schedule })
    await expect.poll(async () => {
      const [above, below] = [await field.boundingBox(), await foot.boundingBox()]
      return above !== null && below !== null && above.y + above.height <= below.y
    }).toBe(true)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `${language}-dark`)
  })
}
