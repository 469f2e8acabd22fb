import { expect, type Page } from '@playwright/test'
import { startPhotographer } from '../support/photos.ts'
import { createPaperNetwork } from './support/paper-network.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'

function instagram(): NetworkAdapter {
  const identity = { handle: '@quai.instagram', displayName: 'Le Quai', serverUrl: 'https://instagram.example', remoteId: 'i', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const connect: AppPasswordConnect = { kind: 'app_password', connect: async () => ({ ok: true, value: { identity, secret: 'i' } }), whoAmI: async () => ({ ok: true, value: identity }), revoke: async () => ({ ok: true, value: null }) }
  return { ...createPaperNetwork('instagram', () => startAt).adapter, connect }
}

test.use({ moreAdapters: { list: [instagram()] } })

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/focus-${name}.png` })

for (const [language, say] of [
  ['en', { open: 'What has to stay in sight of image 1', title: 'What has to stay in sight', point: /^The point to keep in sight, 70% from the left and 50% from the top/, keep: 'Keep this point', none: 'In the middle', dark: 'Dark' }],
  ['fr', { open: 'Ce qui doit rester visible sur l’image 1', title: 'Ce qui doit rester visible', point: /^Point à garder visible, à 70\s% de la gauche et 50\s% du haut/, keep: 'Garder ce point', none: 'Au milieu', dark: 'Sombre' }]
] as const) {
  test(`what has to be seen of a picture is chosen by keyboard; where the network is told of it, its preview follows (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, mediaIds, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [accounts.mastodon, accounts.bluesky].map((accountId) => ({ accountId, variant: null })), media: mediaIds.slice(0, 2).map((mediaId, place) => ({ mediaId, altText: `Picture ${String(place + 1)}` })) } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.focus
    await page.getByRole('button', { name: say.open }).press('Enter')
    const dialog = page.getByRole('dialog', { name: say.title })
    const point = dialog.getByRole('group')
    await expect(point).toBeFocused()
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight')
    await expect(dialog.getByRole('group', { name: say.point })).toBeVisible()
    await expectAccessible(page, 'what has to be seen of a picture')
    await picture(page, language)
    await dialog.getByRole('button', { name: say.keep }).press('Enter')
    await expect.poll(stored).toEqual({ x: 0.7, y: 0.5 })
    const seenAt = (handle: string) => page.getByRole('region', { name: handle }).getByRole('img', { name: 'Picture 1' }).evaluate((image) => getComputedStyle(image).objectPosition)
    await expect.poll(() => seenAt(texts.handles.mastodon)).toBe('70% 50%')
    expect(await seenAt(texts.handles.bluesky)).toBe('50% 50%')
    // By a press on the picture, and back to nobody's choice.
    await page.getByRole('button', { name: say.open }).click()
    const stage = dialog.locator('[data-frame]')
    const box = (await stage.boundingBox())!
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.75)
    await dialog.getByRole('button', { name: say.keep }).click()
    await expect.poll(async () => { const focus = await stored(); return focus === undefined ? null : [Math.round(focus.x * 20), Math.round(focus.y * 20)] }).toEqual([5, 15])
    await page.getByRole('button', { name: say.open }).click()
    await dialog.getByRole('button', { name: say.none }).click()
    await expect.poll(stored).toBeUndefined()
  })
}

for (const [language, say] of [['en', { alone: 'Make it fit for @quai.instagram alone', undo: 'Undo' }], ['fr', { alone: 'L’adapter pour @quai.instagram seulement', undo: 'Annuler' }]] as const) {
  test(`a picture is cut for the one network that refuses its shape, around what has to be seen; the others keep it whole (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'instagram', serverUrl: 'https://instagram.example', identifier: 'quai', appPassword: 'paper' })
    const instagramId = (await studio.engine.ask('accounts.list', { workspaceId })).accounts.find(({ networkId }) => networkId === 'instagram')!.id
    const photographer = await startPhotographer()
    const panorama = photographer.take('jpg', { width: 1500, height: 500 })
    photographer.close()
    const mediaId = studio.engine.random.id()
    await studio.engine.ask('media.add', { workspaceId, mediaId, fileName: 'panorama.jpg', bytes: Uint8Array.from(panorama) })
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [accounts.mastodon, instagramId].map((accountId) => ({ accountId, variant: null })), media: [{ mediaId, altText: 'The quay', focus: { x: 0.8, y: 0.5 } }] } })
    const post = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
    await page.setViewportSize({ width: 1500, height: 1000 })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.alone }).press('Enter')
    await expect.poll(async () => (await post()).targets.find(({ accountId }) => accountId === instagramId)?.media?.length).toBe(1)
    const { media, targets } = await post()
    expect(media).toEqual([{ mediaId, altText: 'The quay', focus: { x: 0.8, y: 0.5 } }])
    const [own] = targets.find(({ accountId }) => accountId === instagramId)!.media!
    expect(own).toMatchObject({ altText: 'The quay' })
    // 1.91:1 of 500 pixels; what has to be seen lies right of its middle, as the picture ends there.
    const [made] = (await studio.engine.ask('media.list', { workspaceId, mediaIds: [own!.mediaId] })).media
    expect(made!.width / made!.height).toBeCloseTo(1.91, 1)
    expect((await studio.engine.ask('library.readEdit', { workspaceId, mediaId: own!.mediaId })).recipe.crop?.x).toBeGreaterThan(0.35)
    await expect(page.getByRole('button', { name: say.alone })).toHaveCount(0)
    await picture(page, `alone-${language}`)
    await page.getByRole('button', { name: say.undo, exact: true }).first().click()
    await expect.poll(async () => (await post()).targets.find(({ accountId }) => accountId === instagramId)?.media).toBeUndefined()
    await expect(page.getByRole('button', { name: say.alone })).toBeVisible()
  })
}

for (const [language, say] of [
  ['en', { open: 'What has to stay in sight of image 1', keep: 'Keep this point', title: 'What has to stay in sight', edit: 'Edit image 1', save: 'Make the picture', turn: 'Turn to the right', text: 'Text of the post', chosen: 'is chosen' }],
  ['fr', { open: 'Ce qui doit rester visible sur l’image 1', keep: 'Garder ce point', title: 'Ce qui doit rester visible', edit: 'Retoucher l’image 1', save: 'Créer l’image', turn: 'Tourner à droite', text: 'Texte de la publication', chosen: 'est choisi' }]
] as const) {
  test(`what has to be seen is brought back by the key, and goes with the picture when that is turned by hand (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [{ accountId: accounts.mastodon, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'Picture 1', focus: { x: 0.2, y: 0.5 } }] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]
    await page.getByRole('button', { name: say.open }).press('Enter')
    const dialog = page.getByRole('dialog', { name: say.title })
    await expect(dialog.getByRole('group')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await dialog.getByRole('button', { name: say.keep }).press('Enter')
    await expect.poll(async () => (await stored())?.focus).toEqual({ x: 0.22, y: 0.5 })
    await expect(page.getByText(say.chosen)).toBeVisible()
    await picture(page, `undo-${language}`)
    await page.getByRole('textbox', { name: say.text }).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored())?.focus).toEqual({ x: 0.2, y: 0.5 })
    await page.getByRole('button', { name: say.edit }).click()
    await page.getByRole('button', { name: say.turn }).click()
    await page.getByRole('button', { name: say.save }).click()
    await expect.poll(async () => (await stored())?.mediaId).not.toBe(mediaIds[0])
    await expect.poll(async () => (await stored())?.focus).toEqual({ x: 0.5, y: 0.2 })
  })
}
