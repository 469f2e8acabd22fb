import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMore } from './support/connect-more.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, say] of [['en', { on: 'Publish on', choose: 'Choose the accounts', count: '7 of 12 accounts', more: '8 of 12 accounts', fewer: 'Show fewer' }], ['fr', { on: 'Publier sur', choose: 'Choisir les comptes', count: '7 comptes sur 12', more: '8 comptes sur 12', fewer: 'Replier' }]] as const) {
  test(`however many accounts a client has, the text keeps its room, and the accounts are one key away (${language})`, async ({ studio, page }) => {
    await page.setViewportSize({ width: 1024, height: 700 })
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const more = [...(await connectMore(studio, workspaceId, 'bluesky', 2)), ...(await connectMore(studio, workspaceId, 'wordpress', 7))]
    const postId = studio.engine.random.id()
    const targets = [accounts.bluesky, accounts.mastodon, accounts.wordpress, ...more].slice(0, 7).map((accountId) => ({ accountId, variant: null }))
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('Low tide'), targets, media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const text = page.locator('[contenteditable=true]')
    const room = async () => (await text.boundingBox())?.height ?? 0
    await expect(text).toBeInViewport()
    expect(await room()).toBeGreaterThan(150)
    const group = page.getByRole('group', { name: say.on })
    await expect(group).toContainText(say.count)
    await expectAccessible(page, 'accounts folded')

    await group.getByRole('button', { name: say.choose }).press('Enter')
    await expect(group.getByRole('button', { pressed: true })).toHaveCount(7)
    await expectAccessible(page, 'accounts unfolded')
    await group.getByRole('button', { name: /more-7/ }).press('Space')
    await group.getByRole('button', { name: say.fewer }).press('Enter')
    await expect(group).toContainText(say.more)
    await expect(group.getByRole('button')).toHaveCount(1)
    await expect(text).toBeInViewport()

    // The tab in hand is seen, however many there are.
    await page.keyboard.press('Alt+9')
    await expect(page.getByRole('button', { pressed: true }).last()).toBeInViewport()
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/room-${language}.png` })
  })
}
