import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectPage } from './support/connect-page.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

for (const [language, words] of [
  ['en', { seen: '8,400 views and 2,600 people in 4 weeks', where: 'Where it stands', read: 'Read the figures now', views: '640 views', reach: '410 people reached' }],
  ['fr', { seen: '8\u202f400 vues et 2\u202f600 personnes en 4\u00a0semaines', where: 'Où elle en est', read: 'Relever les chiffres', views: '640 vues', reach: '410 personnes touchées' }]
] as const) {
  test(`a Page says how often what it shows was seen in four weeks, and a post how many it reached (${language})`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { accountId } = await connectPage(studio, workspaceId)
    const postId = studio.engine.random.id()
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Les pivoines sont arrivées'), targets: [{ accountId, variant: null }], media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(16 * 60_000)
    await studio.open(`#/w/${workspaceId}/accounts`)
    await expect(page.getByRole('row').filter({ hasText: '@atelier' }).getByText(words.seen)).toBeAttached()
    await expectAccessible(page, 'a Page with its views')
    await page.screenshot({ path: info.outputPath(`page-${language}.png`) })

    await studio.goTo(`#/w/${workspaceId}/compose/${postId}`)
    const outcome = page.getByRole('region', { name: words.where })
    await page.getByRole('button', { name: words.read }).click()
    await expect(outcome.getByText(words.reach, { exact: true })).toBeAttached()
    await expect(outcome.getByText(words.views, { exact: true })).toBeAttached()
    await expectAccessible(page, 'a post of a Page with its reach')
    await page.screenshot({ path: info.outputPath(`post-${language}.png`) })
  })
}
