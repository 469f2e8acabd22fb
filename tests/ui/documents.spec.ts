import { expect } from '@playwright/test'
import { startPhotographer } from '../support/photos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectLinkedinPage } from './support/connect-linkedin.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { document: 'Document', missing: 'A title is missing', title: 'Title', next: 'Next page', before: 'Page before', shape: 'has not the shape of the first page', fit: /Make .* fit/, name: 'Five lighthouses', pages: '3 pages' },
  fr: { document: 'Document', missing: 'Il manque un titre', title: 'Titre', next: 'Page suivante', before: 'Page précédente', shape: 'n’a pas la forme de la première page', fit: /Adapter/, name: 'Cinq phares', pages: '3 pages' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`pictures become the pages of a document on LinkedIn, which is leafed through in its preview and goes out as a PDF (${language})`, async ({ studio, page }) => {
    const { engine, web } = studio
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const accountId = await connectLinkedinPage(studio, workspaceId)
    const photographer = await startPhotographer()
    const media = []
    for (const [place, size] of [{ width: 800, height: 1000 }, { width: 800, height: 1000 }, { width: 1200, height: 800 }].entries()) {
      const mediaId = engine.random.id()
      await engine.ask('media.add', { workspaceId, mediaId, fileName: `page-${String(place + 1)}.png`, bytes: Uint8Array.from(photographer.take('png', size)) })
      media.push({ mediaId, altText: `phare ${String(place + 1)}` })
    }
    photographer.close()
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide at six.'), targets: [{ accountId, variant: null }], media } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const say = words[language]

    const kinds = page.getByRole('group', { name: /tideline/ }).filter({ hasText: say.document })
    await kinds.getByRole('button', { name: say.document, exact: true }).click()
    const preview = page.locator('article[data-format=document]')
    await expect(preview).toContainText(say.pages)
    const checks = page.locator('section[data-stops]')
    await expect(checks).toContainText(say.missing)
    await page.getByRole('textbox', { name: say.title, exact: true }).fill(say.name)
    await expect(preview).toContainText(say.name)
    await expect(checks).not.toContainText(say.missing)
    await expect(checks).toContainText(say.shape)
    await expectAccessible(page, `a document on LinkedIn (${language})`)
    await page.screenshot({ path: test.info().outputPath(`document-${language}.png`) })

    // Leafed through, also by keys.
    await expect(preview.getByRole('button', { name: say.before })).toHaveCount(0)
    await preview.getByRole('button', { name: say.next }).click()
    await expect(preview.getByRole('button', { name: say.before })).toBeVisible()
    await preview.getByRole('button', { name: say.next }).click()
    await expect(preview.getByRole('button', { name: say.next })).toHaveCount(0)
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' })
    await page.screenshot({ path: test.info().outputPath(`document-${language}-other.png`) })
    await checks.getByRole('button', { name: say.fit }).click()
    await expect(page.getByText(say.shape)).toHaveCount(0)

    // And out.
    const files: Uint8Array[] = []
    const created: unknown[] = []
    web.set('https://api.linkedin.com/rest/documents', () => ({ status: 200, json: { value: { uploadUrl: 'https://www.linkedin.com/dms-uploads/D4/ads-uploadedDocument/0', document: 'urn:li:document:C5F10' } } }))
    web.set('https://www.linkedin.com/dms-uploads/D4/ads-uploadedDocument/0', ({ body }) => {
      if (body instanceof Uint8Array) files.push(body)
      return { status: 201, body: new Uint8Array(), headers: {} }
    })
    web.set('https://api.linkedin.com/rest/documents/urn%3Ali%3Adocument%3AC5F10', () => ({ status: 200, json: { id: 'urn:li:document:C5F10', status: 'AVAILABLE' } }))
    web.set('https://api.linkedin.com/rest/posts', ({ method, body }) => {
      if (method === 'POST' && typeof body === 'string') created.push((JSON.parse(body) as { content?: unknown }).content)
      return { status: 201, body: new Uint8Array(), headers: { 'x-restli-id': 'urn:li:share:7058123456789012345' } }
    })
    await expect.poll(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.title).toBe(say.name)
    const { post } = await engine.ask('posts.read', { workspaceId, postId })
    await engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await expect.poll(() => created).toEqual([{ media: { id: 'urn:li:document:C5F10', title: say.name } }])
    expect(files).toHaveLength(1)
    const pdf = Buffer.from(files[0]!).toString('latin1')
    expect([pdf.startsWith('%PDF-1.7'), pdf.match(/\/Type\/Page\//g)?.length, pdf.match(/\/DCTDecode/g)?.length, pdf.match(/\/Alt </g)?.length]).toEqual([true, 3, 3, 3])
    await expect(page.getByText(say.document, { exact: true }).first()).toBeVisible()
  })
}
