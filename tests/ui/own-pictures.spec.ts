import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('one account gets another picture: its preview, its checks and what leaves show that one, and the way back is one press', async ({ studio, page }) => {
  const { workspaceId, accounts, mediaIds } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide'), targets, media: [{ mediaId: mediaIds[0]!, altText: 'The shop' }] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const strip = page.getByRole('region', { name: 'Images and videos' })
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The shop')
  await page.keyboard.press('Alt+3')
  await expect(page.getByText('These images go to every account')).toBeVisible()
  await page.getByRole('button', { name: 'Other images here' }).click()
  await expect(page.getByText('These images go to @tideline@mastodon.example alone')).toBeVisible()
  await expectAccessible(page, 'pictures of one account')

  // Among its own ones: the description first, then another picture in the place of the common one.
  await strip.getByRole('textbox', { name: 'Description of image 1' }).fill('The shop, for Mastodon')
  await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[1]?.media).toEqual([{ mediaId: mediaIds[0], altText: 'The shop, for Mastodon' }])
  await strip.getByRole('button', { name: 'Remove image 1' }).click()
  await expect(page.getByRole('img', { name: 'The shop', exact: true }).first()).toBeVisible()
  const post = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  await expect.poll(async () => (await post()).targets[1]?.media).toEqual([])
  expect((await post()).media).toEqual([{ mediaId: mediaIds[0], altText: 'The shop' }])

  await page.keyboard.press('Alt+1')
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The shop')
  await page.keyboard.press('Alt+3')
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take the common images again' }).click()
  await expect(strip.getByRole('textbox', { name: 'Description of image 1' })).toHaveValue('The shop')
  await expect.poll(async () => (await post()).targets[1]?.media).toBeUndefined()
})

for (const [language, say] of [['en', { strip: 'Images and videos', part: 'Part 2 of 2', other: 'Other images here', alone: 'These images go to @tideline@mastodon.example alone', remove: 'Remove image 1', back: 'Take the common images again' }], ['fr', { strip: 'Images et vidéos', part: 'Partie 2 sur 2', other: 'Autres images ici', alone: 'Ces images ne partent que vers @comptoir@mastodon.example', remove: 'Retirer l’image 1', back: 'Revenir aux images communes' }]] as const) {
  test(`in a later part of a thread too an account can have other pictures, and the common ones again (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, mediaIds, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    const targets = [accounts.bluesky, accounts.mastodon].map((accountId) => ({ accountId, variant: null }))
    const part = { id: studio.engine.random.id(), document: paragraph('And the oysters'), variants: [], media: [{ mediaId: mediaIds[1]!, altText: 'Second' }] }
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide'), targets, media: [{ mediaId: mediaIds[0]!, altText: 'First' }], moreParts: [part] } })
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.moreParts?.[0]?.ownMedia
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.part }).click()
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: say.other }).press('Enter')
    await expect(page.getByText(say.alone)).toBeVisible()
    await page.getByRole('region', { name: say.strip }).getByRole('button', { name: say.remove }).press('Enter')
    await expect.poll(stored).toEqual([{ accountId: accounts.mastodon, media: [] }])
    await expect(page.getByRole('region', { name: texts.handles.mastodon }).getByRole('img', { name: 'Second' })).toHaveCount(0)
    await expect(page.getByRole('region', { name: texts.handles.bluesky }).getByRole('img', { name: 'Second' })).toBeVisible()
    await expect(page.getByRole('region', { name: texts.handles.mastodon }).getByRole('img', { name: 'First' })).toBeVisible()
    await expectAccessible(page, 'pictures of one account in a later part')
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/own-in-part-${language}.png` })
    await page.getByRole('button', { name: say.back }).press('Enter')
    await expect.poll(stored).toBeUndefined()
    await expect(page.getByRole('region', { name: texts.handles.mastodon }).getByRole('img', { name: 'Second' })).toBeVisible()
  })
}
