import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const minute = 60_000
const hour = 60 * minute

for (const [language, words] of [
  ['en', { title: 'This computer was away 2 times', span: /^From .* to .*: .*: .*$/, read: 'Understood' }],
  ['fr', { title: 'Cet ordinateur était éteint ou en veille 2 fois', span: /^Du .* au .*:.*$/, read: 'Compris' }]
] as const) {
  test(`two absences that were not read about are told one below the other (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    for (const [text, localDateTime] of [['First night', '2026-11-22T03:00'], ['Second night', '2026-11-23T03:00']] as const) {
      const postId = studio.engine.random.id()
      const content = { title: '', document: paragraph(text), targets: [{ accountId: accounts.bluesky, variant: null }], media: [] }
      const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
      await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
    }
    for (let night = 0; night < 2; night += 1) {
      await studio.engine.restart({ crash: false, downForMs: 20 * hour })
      await studio.advance(3 * hour)
    }
    await studio.open(`#/w/${workspaceId}/calendar`)
    await expect(page.getByText(words.title)).toBeVisible()
    await expect(page.getByText(words.span)).toHaveCount(2)
    await expectAccessible(page, 'two absences in one banner')
    const folder = process.env['VIGIE_PICTURES']
    if (folder !== undefined) await page.screenshot({ path: `${folder}/absences-${language}.png` })
    await page.getByRole('button', { name: words.read }).click()
    await expect(page.getByText(words.title)).toHaveCount(0)
  })
}
