import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/order-${name}.png` })

for (const [language, say] of [
  ['en', { strip: 'Images and videos', later: 'Move image 1 back', placed: 'comes at place 3 now', undo: 'Undo' }],
  ['fr', { strip: 'Images et vidéos', later: 'Reculer l’image 1', placed: 'passe en position 3', undo: 'Annuler' }]
] as const) {
  test(`pictures are put in order by dragging, with a mark where they would come, and put back (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await page.emulateMedia({ colorScheme: language === 'fr' ? 'dark' : 'light', reducedMotion: 'reduce' })
    const postId = studio.engine.random.id()
    const three = mediaIds.slice(0, 3)
    expect(three).toHaveLength(3)
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [{ accountId: accounts.mastodon, variant: null }], media: three.map((mediaId, place) => ({ mediaId, altText: `Picture ${String(place + 1)}` })) } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const strip = page.getByRole('region', { name: say.strip })
    const order = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media.map(({ altText }) => altText)
    const line = (place: number) => strip.getByRole('listitem').nth(place)
    const from = (await line(0).getByRole('img').boundingBox())!
    const to = (await line(2).boundingBox())!
    await page.mouse.move(from.x + 20, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 25, from.y + 40, { steps: 3 })
    await page.mouse.move(to.x + 30, to.y + to.height - 6, { steps: 5 })
    await expect(line(2)).toHaveAttribute('data-drop', 'after')
    await expect(line(0)).toHaveAttribute('data-dragged', '')
    await picture(page, language)
    await page.mouse.up()
    await expect.poll(order).toEqual(['Picture 2', 'Picture 3', 'Picture 1'])
    await expect(strip.locator('[data-drop], [data-dragged]')).toHaveCount(0)
    await expect(page.getByText(say.placed)).toBeVisible()
    await expectAccessible(page, 'pictures that were put in order')
    await page.getByRole('button', { name: say.undo, exact: true }).first().click()
    await expect.poll(order).toEqual(['Picture 1', 'Picture 2', 'Picture 3'])
    // Beside itself it stays where it is; by keyboard as ever.
    await line(1).getByRole('img').dragTo(line(1))
    await strip.getByRole('button', { name: say.later }).press('Enter')
    await expect.poll(order).toEqual(['Picture 2', 'Picture 1', 'Picture 3'])
  })
}
