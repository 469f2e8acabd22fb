import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { connectOpenly, openNetwork } from './support/open-network.ts'
import { test } from './support/studio-test.ts'

test.use({ moreAdapters: { list: [openNetwork('discourse')] } })

for (const language of ['en', 'fr'] as const) {
  test(`a quoted post stands above the words in the preview of a forum (${language})`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const { id: accountId, serverUrl } = await connectOpenly(studio, workspaceId, 'discourse')
    const postId = studio.engine.random.id()
    const quote = { networkId: 'discourse' as const, serverUrl, remoteId: '101', author: 'Tom', handle: '@tom', text: 'Le port au matin', url: 'https://forum.example/t/port/10/2', writtenAt: studio.engine.now() - 86_400_000 }
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Le port', document: paragraph('Nous y serons aussi.'), targets: [{ accountId, variant: null }], media: [], quote } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const preview = page.getByRole('article').filter({ hasText: 'Nous y serons aussi.' })
    await expect(preview.getByRole('blockquote')).toContainText('Le port au matin')
    const text = (await preview.innerText()).replaceAll(/\s+/g, ' ')
    expect(text.indexOf('Le port au matin')).toBeLessThan(text.indexOf('Nous y serons aussi.'))
    await expectAccessible(page, 'a quote in a forum')
    await page.screenshot({ path: info.outputPath(`light-${language}.png`) })
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, 'a quote in a forum, dark')
    await page.screenshot({ path: info.outputPath(`dark-${language}.png`) })
  })
}
