import { expect } from '@playwright/test'
import type { PostContent } from '../../shared/posts/post.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, say] of [
  ['en', { targets: 'Publish on', gone: /^@(.*) no longer gets this post$/, back: /gets this post again, as before$/, undo: 'Undo' }],
  ['fr', { targets: 'Publier sur', gone: /^@(.*) ne reçoit plus cette publication$/, back: /reçoit de nouveau cette publication, comme avant$/, undo: 'Annuler' }]
] as const) {
  test(`an account that is taken out says what comes back, and has it again by the button and by being chosen again (${language})`, async ({ studio, page }) => {
    const { engine } = studio
    const { workspaceId, accounts, mediaIds } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    const postId = engine.random.id()
    const own = { accountId: accounts.mastodon, variant: paragraph('For Mastodon alone'), media: [{ mediaId: mediaIds[1]!, altText: 'The cup' }] }
    const content: PostContent = { title: '', document: paragraph('For all'), targets: [{ accountId: accounts.bluesky, variant: null }, own, { accountId: accounts.wordpress, variant: null }], media: [] }
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    const targets = async () => (await engine.ask('posts.read', { workspaceId, postId })).post.targets
    const before = await targets()
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const chip = page.getByRole('group', { name: say.targets }).getByRole('button', { name: /mastodon/ })
    await chip.press('Enter')
    await expect.poll(targets).toHaveLength(2)
    await expect(page.getByText(say.gone)).toBeVisible()
    await expectAccessible(page, 'an account that was taken out')
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/account-out-${language}.png` })
    await page.getByRole('button', { name: say.undo }).press('Enter')
    await expect(page.getByText(say.back)).toBeVisible()
    await expect.poll(targets).toEqual(before)

    await chip.press('Enter')
    await expect.poll(targets).toHaveLength(2)
    await expect(page.getByText(say.gone)).toBeVisible()
    await chip.press('Enter')
    await expect.poll(targets).toEqual(before)
    // What was said of it is no longer so.
    await expect(page.getByText(say.gone)).toHaveCount(0)
    await expect(page.getByRole('article').getByText('For Mastodon alone')).toBeVisible()
  })
}
