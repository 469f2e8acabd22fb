import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectLinkedinPage } from './support/connect-linkedin.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { share: 'Share on', quoted: 'Quoted post', offer: /hold the address of a post/, take: 'Quote it', out: 'Take the quoted post out', detach: 'Remove image 1' },
  fr: { share: 'Repartager', quoted: 'Publication citée', offer: /contient l’adresse d’une publication/, take: 'La citer', out: 'Retirer la publication citée', detach: 'Retirer l’image 1' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a post that is out on LinkedIn is shared on without a word, and one whose address stands in the words (${language})`, async ({ studio, page }) => {
    const { engine, web } = studio
    const { workspaceId, mediaIds } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const accountId = await connectLinkedinPage(studio, workspaceId)
    const created: Record<string, unknown>[] = []
    web.set('https://api.linkedin.com/rest/posts', ({ method, body }) => {
      if (method === 'POST' && typeof body === 'string') created.push(JSON.parse(body) as Record<string, unknown>)
      return { status: 201, body: new Uint8Array(), headers: { 'x-restli-id': `urn:li:share:705812345678901234${String(created.length)}` } }
    })
    const say = words[language]
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide at six.'), targets: [{ accountId, variant: null }], media: [] } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    expect(created).toHaveLength(1)

    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.share }).click()
    const quoted = page.getByRole('region', { name: say.quoted })
    await expect(quoted).toContainText('Low tide at six.')
    const preview = page.getByRole('article').last()
    await expect(preview.locator('[data-element=quote]')).toContainText('Low tide at six.')
    await expectAccessible(page, `a post that is shared on (${language})`)
    await page.screenshot({ path: test.info().outputPath(`share-${language}.png`) })
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' })
    await page.screenshot({ path: test.info().outputPath(`share-${language}-other.png`) })
    const shared = /compose\/([0-9a-f-]{36})/.exec(page.url())![1]!
    const draft = await engine.ask('posts.read', { workspaceId, postId: shared })
    await engine.ask('posts.schedule', { workspaceId, postId: shared, revision: draft.post.revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await expect.poll(() => created.length).toBe(2)
    expect(created[1]).toMatchObject({ commentary: '', reshareContext: { parent: 'urn:li:share:7058123456789012341' } })
    expect(created[1]).not.toHaveProperty('content')

    // Somebody else's, by its address: not beside a picture.
    const other = engine.random.id()
    const url = 'https://www.linkedin.com/feed/update/urn:li:ugcPost:7058123456789012999/'
    const media = [{ mediaId: mediaIds[0]!, altText: 'a quay' }]
    await engine.ask('posts.saveDraft', { workspaceId, postId: other, revision: 0, content: { title: '', document: { type: 'doc', content: [...paragraph('Well said.').content, ...paragraph(url).content] }, targets: [{ accountId, variant: null }], media } })
    await studio.open(`#/w/${workspaceId}/compose/${other}`)
    const strip = page.getByRole('button', { name: say.detach })
    await expect(strip).toBeVisible()
    await expect(page.getByText(say.offer)).toHaveCount(0)
    await strip.click()
    await expect(page.getByText(say.offer)).toBeVisible()
    await expectAccessible(page, `the offer to quote (${language})`)
    await page.screenshot({ path: test.info().outputPath(`offer-${language}.png`) })
    await page.getByRole('button', { name: say.take }).click()
    await expect(quoted).toContainText('linkedin.com')
    await expect.poll(async () => (await engine.ask('posts.read', { workspaceId, postId: other })).post).toMatchObject({ quote: { remoteId: 'urn:li:ugcPost:7058123456789012999' }, document: paragraph('Well said.') })
    await quoted.getByRole('button', { name: say.out }).click()
    await expect(quoted).toHaveCount(0)
  })
}
