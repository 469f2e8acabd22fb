import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test.use({ timezoneId: 'America/Toronto' })

for (const [language, words] of [
  ['en', 'This computer must be on Tue 24 Nov, 09:00 here, Tue 24 Nov, 15:00 in Paris'],
  ['fr', 'Cet ordinateur doit être allumé le mar. 24 nov., 09:00 ici, mar. 24 nov., 15:00 à Paris']
] as const) {
  test(`a computer elsewhere is told its own hour, with the client’s beside it (${language})`, async ({ studio, page }) => {
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId, draftIds } = await fillClient(studio, language)
    const postId = draftIds[0] ?? ''
    const { revision } = (await studio.engine.ask('posts.read', { workspaceId, postId })).post
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-24T15:00' } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByText(words)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('two-clocks.png') })
  })
}
