import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectReddit } from './support/connect-reddit.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const words = {
  en: { share: 'Share on', missing: 'A title is missing', title: 'Title', without: 'takes a post that is passed on with its title alone', name: 'Low tide, again', text: 'Text of the post' },
  fr: { share: 'Repartager', missing: 'Il manque un titre', title: 'Titre', without: 'prend une publication relayée avec son seul titre', name: 'Marée basse, encore', text: 'Texte de la publication' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a post that is out on Reddit is passed on under a title, and the words that cannot go with it are named (${language})`, async ({ studio, page }) => {
    const { engine, web } = studio
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const accountId = await connectReddit(studio, workspaceId)
    const forms: Record<string, string>[] = []
    web.set('https://oauth.reddit.com/api/submit', ({ body }) => {
      forms.push(Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : '')))
      const id = `1abc${String(forms.length)}`
      return { status: 200, json: { json: { errors: [], data: { name: `t3_${id}`, id, url: `https://www.reddit.com/user/lea/comments/${id}/low_tide/` } } } }
    })
    const say = words[language]
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('At six.'), targets: [{ accountId, variant: null }], media: [] } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    expect(forms).toMatchObject([{ kind: 'self', title: 'Low tide', text: 'At six.' }])

    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByRole('button', { name: say.share }).click()
    const checks = page.locator('section[data-stops]')
    await expect(checks).toContainText(say.missing)
    await page.getByRole('textbox', { name: say.title, exact: true }).fill(say.name)
    await page.locator('[contenteditable=true]').first().fill('And at seven.')
    await expect(checks).toContainText(say.without)
    const preview = page.getByRole('article').last()
    await expect(preview).toContainText(say.name)
    await expect(preview.locator('[data-element=quote]')).toContainText('Low tide')
    await expect(preview).not.toContainText('And at seven.')
    await expectAccessible(page, `a post of Reddit that is passed on (${language})`)
    await page.screenshot({ path: test.info().outputPath(`crosspost-${language}.png`) })
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' })
    await page.screenshot({ path: test.info().outputPath(`crosspost-${language}-other.png`) })

    const shared = /compose\/([0-9a-f-]{36})/.exec(page.url())![1]!
    await expect.poll(async () => (await engine.ask('posts.read', { workspaceId, postId: shared })).post).toMatchObject({ title: say.name, document: paragraph('And at seven.') })
    const { post } = await engine.ask('posts.read', { workspaceId, postId: shared })
    await engine.ask('posts.schedule', { workspaceId, postId: shared, revision: post.revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await expect.poll(() => forms.length).toBe(2)
    expect(forms[1]).toMatchObject({ kind: 'crosspost', crosspost_fullname: 't3_1abc1', title: say.name })
    expect(forms[1]).not.toHaveProperty('text')
  })
}
