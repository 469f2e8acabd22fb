import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/people-${name}.png` })

async function isWithin(name: Locator, frame: Locator): Promise<void> {
  const sides = async (): Promise<readonly boolean[]> => {
    const [inner, outer] = [await name.boundingBox(), await frame.boundingBox()]
    if (inner === null || outer === null) return []
    return [inner.x >= outer.x, inner.y >= outer.y, inner.x + inner.width <= outer.x + outer.width, inner.y + inner.height <= outer.y + outer.height]
  }
  await expect.poll(sides).toEqual([true, true, true, true])
}

const words = {
  en: { open: 'Who is shown in image 1', title: 'Who is shown', next: /^The next person, 50% from the left and 50% from the top/, moved: /^The next person, 60% from the left and 46% from the top/, mark: /^@marie_o, 60% from the left and 46% from the top/, name: 'User name on Instagram', wrong: /“jean-paul” cannot be a user name/, twice: /“marie_o” is named already/, keep: 'Keep', line: 'Shown: @marie_o and @quai.nantes', remove: 'Take @quai.nantes away', noted: /is noted/, text: 'Text of the post', edit: 'Edit image 1', turn: 'Turn to the right', save: 'Make the picture', square: 'Square, 1:1', shape: 'Shape', cutOff: /no longer named: @marie_o/ },
  fr: { open: 'Qui apparaît sur l’image 1', title: 'Qui apparaît', next: /^La personne suivante, à 50\s% de la gauche et 50\s% du haut/, moved: /^La personne suivante, à 60\s% de la gauche et 46\s% du haut/, mark: /^@marie_o, à 60\s% de la gauche et 46\s% du haut/, name: 'Nom d’utilisateur sur Instagram', wrong: /«\sjean-paul\s» ne peut pas être un nom d’utilisateur/, twice: /«\smarie_o\s» est déjà identifié/, keep: 'Garder', line: /Y apparaissent\s: @marie_o et @quai\.nantes/, remove: 'Retirer @quai.nantes', noted: /est noté/, text: 'Texte de la publication', edit: 'Retoucher l’image 1', turn: 'Tourner à droite', save: 'Créer l’image', square: 'Carré, 1:1', shape: 'Format', cutOff: /Identification retirée.*@marie_o/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`who is shown in a picture is pointed at by keyboard and by mouse, drawn in the preview and kept, and brought back by the key (${language})`, async ({ studio, page }) => {
    const say = words[language]
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const accountId = await connectMeta(studio, workspaceId, 'instagram')
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [{ accountId, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'The quay' }] } })
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.people
    await page.setViewportSize({ width: 1500, height: 1000 })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.open }).press('Enter')
    const dialog = page.getByRole('dialog', { name: say.title })
    // By keyboard alone: the mark moves, then the name is written.
    await dialog.getByRole('group', { name: say.next }).focus()
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(dialog.getByRole('group', { name: say.moved })).toBeFocused()
    await dialog.getByLabel(say.name).fill('jean-paul')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(say.wrong)).toBeVisible()
    await dialog.getByLabel(say.name).fill('@Marie_O')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('group', { name: say.mark })).toBeVisible()
    await dialog.getByLabel(say.name).fill('marie_o')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(say.twice)).toBeVisible()
    // By mouse: a press on the picture, and the name may be written at once.
    const box = (await dialog.locator('[data-frame]').boundingBox())!
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.98)
    await expect(dialog.getByLabel(say.name)).toBeFocused()
    await dialog.getByLabel(say.name).fill('quai.nantes')
    await expectAccessible(page, 'who is shown in a picture')
    await picture(page, language)
    // What is written and not added yet is meant too.
    await dialog.getByRole('button', { name: say.keep, exact: true }).click()
    await expect.poll(async () => (await stored())?.map(({ name, at }) => [name, Math.round((at?.x ?? 0) * 20), Math.round((at?.y ?? 0) * 20)])).toEqual([['marie_o', 12, 9], ['quai.nantes', 5, 20]])
    const preview = page.getByRole('article').filter({ hasText: 'Low tide.' })
    await expect(preview.getByText(say.line)).toBeVisible()
    await expect(preview.getByText('marie_o', { exact: true })).toBeVisible()
    // However near to the edge.
    await isWithin(preview.getByText('quai.nantes', { exact: true }), preview.locator('[data-people]'))
    await expectAccessible(page, 'who is shown, in the composer')
    await picture(page, `composer-${language}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `composer-${language}-dark`)
    await page.getByRole('button', { name: say.open }).click()
    await isWithin(dialog.locator('[data-frame]').getByText('@quai.nantes', { exact: true }), dialog.locator('[data-frame]'))
    await picture(page, `${language}-dark`)
    await dialog.getByRole('button', { name: say.remove }).click()
    await dialog.getByRole('button', { name: say.keep, exact: true }).click()
    await expect.poll(async () => (await stored())?.length).toBe(1)
    await page.getByRole('textbox', { name: say.text }).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored())?.length).toBe(2)
  })

  test(`the marks turn with the picture, and who is cut off is named no more, which is said (${language})`, async ({ studio, page }) => {
    const say = words[language]
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const accountId = await connectMeta(studio, workspaceId, 'instagram')
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide.'), targets: [{ accountId, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'The quay', people: [{ name: 'marie_o', at: { x: 0.01, y: 0.5 } }, { name: 'quai.nantes', at: { x: 0.5, y: 0.25 } }] }] } })
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.people
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.edit }).click()
    await page.getByRole('button', { name: say.turn }).click()
    await page.getByRole('button', { name: say.save }).click()
    await expect.poll(stored).toEqual([{ name: 'marie_o', at: { x: 0.5, y: 0.01 } }, { name: 'quai.nantes', at: { x: 0.75, y: 0.5 } }])
    await page.getByRole('button', { name: say.edit }).click()
    await page.getByRole('combobox', { name: say.shape }).click()
    await page.getByRole('option', { name: say.square }).click()
    await page.getByRole('button', { name: say.save }).click()
    await expect.poll(async () => (await stored())?.map(({ name }) => name)).toEqual(['quai.nantes'])
    await expect(page.getByText(say.cutOff)).toBeVisible()
    await picture(page, `cut-${language}`)
  })
}
