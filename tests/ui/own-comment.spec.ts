import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, say] of [
  ['en', { comment: 'First comment', own: 'Write its own text', out: 'No first comment here', none: 'It writes no first comment.', again: 'With the first comment again', fixed: /Text of the post for/ }],
  ['fr', { comment: 'Premier commentaire', own: 'Écrire un texte à part', out: 'Sans premier commentaire ici', none: 'Ce compte n’écrit pas de premier commentaire.', again: 'Remettre le premier commentaire', fixed: /Texte de la publication pour/ }]
] as const) {
  test(`one account has a first comment of its own, another one none: previews and draft say so (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    const targets = [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
    const moreParts = [{ id: studio.engine.random.id(), document: paragraph('Below the post'), variants: [], media: [], isComment: true as const }]
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Base'), targets, media: [], moreParts } })
    const variants = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.moreParts?.[0]?.variants ?? []
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const [bluesky, mastodon] = [texts.handles.bluesky, texts.handles.mastodon].map((handle) => page.getByRole('region', { name: handle }))
    await page.getByRole('button', { name: say.comment }).first().click()
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: say.own }).press('Enter')
    await page.locator('[contenteditable=true]').fill('Own words below')
    await expect(bluesky!).toContainText('Own words below')
    await expect(mastodon!).toContainText('Below the post')

    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: say.out }).press('Enter')
    await expect(page.getByText(say.none)).toBeVisible()
    await expect(mastodon!).not.toContainText('Below the post')
    await expect(bluesky!).toContainText('Own words below')
    // What goes nowhere is not written in.
    await expect(page.locator('[contenteditable=true]')).toHaveCount(0)
    await expect.poll(async () => (await variants()).map(({ accountId, isLeftOut }) => [accountId, isLeftOut === true])).toEqual([[accounts.bluesky, false], [accounts.mastodon, true]])
    await expectAccessible(page, 'first comment left out')
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/comment-${language}.png` })

    await page.getByRole('button', { name: say.again }).press('Enter')
    await expect(mastodon!).toContainText('Below the post')
    await expect.poll(async () => (await variants()).length).toBe(1)
  })
}
