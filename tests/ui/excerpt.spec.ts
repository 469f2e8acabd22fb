import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMore } from './support/connect-more.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

async function write({ engine }: Studio, workspaceId: string, accountIds: readonly string[], teaser?: string): Promise<string> {
  const postId = engine.random.id()
  const content = { title: 'Low tide', document: paragraph('The shop opens at eight.'), targets: accountIds.map((accountId) => ({ accountId, variant: null })), media: [], ...(teaser === undefined ? {} : { teaser }) }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  return postId
}

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/excerpt-${name}.png` })

test('an excerpt is written by keyboard, undone and redone, stored while it is typed, and shown as lists of posts show it', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const postId = await write(studio, workspaceId, [accounts.wordpress, accounts.mastodon])
  const stored = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.teaser
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('textbox', { name: 'Excerpt', exact: true })
  await expect(field).toHaveAccessibleDescription(/Stands for the post where WordPress lists posts/)
  await field.focus()
  await page.keyboard.type('Fish from eight, rain or shine')
  await expect.poll(stored).toBe('Fish from eight, rain or shine')
  const shown = page.getByRole('article').getByRole('region', { name: 'Excerpt' })
  await expect(shown).toContainText('In lists of posts and in feeds:')
  await expect(shown).toContainText('Low tide')
  await expect(shown).toContainText('Fish from eight, rain or shine')
  await expect(shown.getByText('Excerpt: approximate')).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(field).not.toHaveValue('Fish from eight, rain or shine')
  await page.keyboard.press('Control+Shift+z')
  await expect(field).toHaveValue('Fish from eight, rain or shine')
  await expectAccessible(page, 'an excerpt')
  await picture(page, 'en')
  await page.reload()
  await expect(field).toHaveValue('Fish from eight, rain or shine')
  await field.fill('')
  await expect.poll(stored).toBeUndefined()
  await expect(shown).toHaveCount(0)
})

test('an account has an excerpt of its own, and can have the common one again; one without such a field shows none', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = await write(studio, workspaceId, [accounts.wordpress, accounts.mastodon], 'Fish from eight')
  const own = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.teaser
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByRole('textbox', { name: 'Excerpt', exact: true })).toHaveValue('Fish from eight')
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('textbox', { name: /^Excerpt/ })).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  const field = page.getByRole('textbox', { name: /^Excerpt for/ })
  await expect(field).toHaveValue('Fish from eight')
  await field.fill('Only here')
  await expect(page.getByRole('img', { name: 'Its own: excerpt.' })).toBeVisible()
  await expect.poll(own).toBe('Only here')
  await expect(page.getByRole('region', { name: texts.handles.wordpress }).getByRole('region', { name: 'Excerpt' })).toContainText('Only here')
  await expectAccessible(page, 'the excerpt of one account')
  await page.getByRole('button', { name: 'Take the common excerpt again' }).click()
  await expect.poll(own).toBeUndefined()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(own).toBe('Only here')
})

for (const [language, say] of [
  ['en', { field: 'Excerpt for WordPress (2 accounts)', common: 'The common excerpt', hint: 'This is the common excerpt. What is written here goes to WordPress (2 accounts) alone.', own: 'This excerpt goes to WordPress (2 accounts) alone' }],
  ['fr', { field: 'Extrait pour WordPress (2 comptes)', common: 'L’extrait commun', hint: 'C’est l’extrait commun. Ce qui est écrit ici ne part que vers WordPress (2 comptes).', own: 'Cet extrait ne part que vers WordPress (2 comptes)' }]
] as const) {
  test(`two blogs that are kept together get the same excerpt, and it is said that both do (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const [other = ''] = await connectMore(studio, workspaceId, 'wordpress', 1)
    const postId = studio.engine.random.id()
    const targets = [accounts.wordpress, other].map((accountId) => ({ accountId, variant: paragraph('For blogs'), together: 'wordpress' }))
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', teaser: say.common, document: paragraph('For all'), targets, media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.keyboard.press('Alt+2')
    const field = page.getByRole('textbox', { name: say.field })
    await expect(field).toHaveValue(say.common)
    await expect(page.getByText(say.hint)).toBeVisible()
    await field.fill('Only in blogs')
    await expect(page.getByText(say.own)).toBeVisible()
    await expect.poll(async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.targets.map(({ teaser }) => teaser)).toEqual(['Only in blogs', 'Only in blogs'])
    await picture(page, `two-blogs-${language}`)
  })
}

test('in French, light and dark: the excerpt is spelled, a gap left in it stops the post, and the check leads there', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const postId = await write(studio, workspaceId, [accounts.wordpress], 'La boutique ouvre le {jour} dès huit heures')
  await page.setViewportSize({ width: 1600, height: 1000 })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const field = page.getByRole('textbox', { name: 'Extrait', exact: true })
  await expect(page.getByRole('article').getByRole('region', { name: 'Extrait' })).toContainText('Dans les listes et les flux\u00a0:')
  await page.getByRole('region', { name: 'Vérifications' }).getByRole('button').first().click()
  await expect(field).toBeFocused()
  await picture(page, 'fr')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, 'an excerpt in the dark')
  await picture(page, 'fr-dark')
})
