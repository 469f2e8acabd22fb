import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, say] of [
  ['en', { tags: /^Tags for /, text: /^Text of the post for / }],
  ['fr', { tags: /^Étiquettes pour /, text: /^Texte de la publication pour / }]
] as const) {
  test(`a field of tags comes into sight whole, and an account whose handle is an address goes by the name of its tab (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, mediaIds, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'x', document: paragraph('Low tide. '.repeat(60)), targets: [accounts.wordpress, accounts.mastodon].map((accountId) => ({ accountId, variant: null })), media: mediaIds.slice(0, 3).map((mediaId) => ({ mediaId, altText: '' })) } })
    await page.setViewportSize({ width: 1280, height: 700 })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.keyboard.press('Alt+2')
    const field = page.getByRole('group', { name: say.tags })
    await field.getByRole('combobox').waitFor()
    await expect(page.getByRole('textbox', { name: say.text })).toHaveAccessibleName(new RegExp(` ${texts.name} \\(`, 'u'))
    await expect(field).toHaveAccessibleName(new RegExp(` ${texts.name} \\(`, 'u'))
    // Half of it shows below what scrolls.
    await field.evaluate((group) => {
      let place = group.parentElement
      while (place !== null && place.scrollHeight <= place.clientHeight + 1) place = place.parentElement
      place?.scrollTo({ top: 0 })
    })
    await field.getByRole('combobox').focus()
    const isWhole = () => field.evaluate((group) => {
      const { top, bottom } = group.getBoundingClientRect()
      const at = (y: number) => group.contains(document.elementFromPoint(group.getBoundingClientRect().left + 4, y))
      return [at(top + 3), at(bottom - 3)]
    })
    await expect.poll(isWhole).toEqual([true, true])
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/tags-in-sight-${language}.png` })
  })
}
