import { expect } from '@playwright/test'
import type { CategoriesThere } from '../../shared/posts/categories.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

const there: CategoriesThere = { categories: [{ id: '21', name: 'Summer', parentId: null }, { id: '22', name: 'Winter', parentId: null }], isComplete: true }
test.use({ moreAdapters: { list: [{ ...openNetwork('pinterest'), readCategories: async () => ({ ok: true, value: there }) }] } })

const words = {
  en: { label: /^Section on @quai/, hint: /the pin stands on the board itself/, shown: 'In the section Winter', remove: 'Take the section Winter away' },
  fr: { label: /^Section sur @quai/, hint: /l’épingle se place sur le tableau même/, shown: 'Dans la section Winter', remove: 'Retirer la section Winter' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a pin goes into one section of its board, chosen by keyboard, another in its place, in ${language}`, async ({ studio, page }) => {
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { id } = await connectOpenly(studio, workspaceId, 'pinterest')
    const postId = studio.engine.random.id()
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('The new window'), targets: [{ accountId: id, variant: null }], media: [{ mediaId: mediaIds[0]!, altText: 'A window' }] } })
    const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.categories?.map(({ name }) => name)
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const says = words[language]
    const field = page.getByRole('combobox', { name: says.label })
    await expect(field).toHaveAccessibleDescription(says.hint)
    await field.focus()
    await page.keyboard.type('summ')
    await expect(page.getByRole('option')).toHaveText(['Summer'])
    await page.keyboard.press('Enter')
    await expect.poll(stored).toEqual(['Summer'])
    await page.keyboard.type('win')
    await expect(page.getByRole('option')).toHaveText(['Winter'])
    await page.keyboard.press('Enter')
    await expect.poll(stored).toEqual(['Winter'])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('article').getByText(says.shown)).toBeVisible()
    await expectAccessible(page, 'the sections of a board')
    const pictures = process.env['VIGIE_PICTURES']
    if (pictures !== undefined) {
      await page.screenshot({ path: `${pictures}/sections-${language}.png` })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: `${pictures}/sections-${language}-dark.png` })
    }
    await page.getByRole('button', { name: says.remove }).click()
    await expect.poll(stored).toBeUndefined()
  })
}
