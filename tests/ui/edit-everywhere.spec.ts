import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const pictures = process.env['VIGIE_PICTURES']

for (const [language, say] of [
  ['en', { outcome: 'Where it stands', open: 'Change the words…', dialog: 'Change what is out', words: 'New words', bluesky: 'The apps of Bluesky would go on showing the old words.', two: 'Change it on 2 accounts', one: 'Change it on WordPress', long: 'Too long for Mastodon.', leaves: 'The change leaves for 2 accounts in 15 s', changed: 'Changed there', again: 'Write it again', text: 'Text of the post' }],
  ['fr', { outcome: 'Où en est la publication', open: 'Modifier le texte…', dialog: 'Modifier ce qui est publié', words: 'Nouveau texte', bluesky: 'Les applications de Bluesky continueraient de montrer les anciens mots.', two: 'Modifier sur 2 comptes', one: 'Modifier sur WordPress', long: 'Trop long pour Mastodon.', leaves: 'La modification part vers 2 comptes dans 15\u00a0s', changed: 'Modifiée là-bas', again: 'Réécrire', text: 'Texte de la publication' }]
] as const) {
  test(`a typo in a post that is out on several networks is mended at once where it can be, each by its own bounds, and does not come back when the post is written again (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, texts } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await page.emulateMedia({ colorScheme: language === 'fr' ? 'dark' : 'light', reducedMotion: 'reduce' })
    const postId = studio.engine.random.id()
    const ids = [accounts.mastodon, accounts.bluesky, accounts.wordpress]
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Menu', document: paragraph('Soup and braed'), targets: ids.map((accountId) => ({ accountId, variant: null })), media: [] } })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const row = (name: string) => page.getByRole('region').filter({ has: page.getByRole('button', { name: say.open }) }).last().getByRole('listitem').filter({ hasText: name })
    await row(texts.handles.mastodon).getByRole('button', { name: say.open }).press('Enter')
    const dialog = page.getByRole('dialog', { name: say.dialog })
    const field = dialog.getByRole('textbox', { name: say.words })
    const box = (handle: string) => dialog.getByRole('checkbox', { name: handle })
    await expect(box(texts.handles.wordpress)).toBeChecked()
    await expect(dialog.getByText(say.bluesky, { exact: false })).toBeVisible()
    await expect(box(texts.handles.bluesky)).toHaveCount(0)

    // Too long for one of them: it keeps its words, or nobody gets new ones.
    await field.fill('x'.repeat(600))
    await expect(dialog.getByText(say.long)).toBeVisible()
    await expect(dialog.getByRole('button', { name: say.one })).toBeDisabled()
    await box(texts.handles.mastodon).press('Space')
    await expect(dialog.getByRole('button', { name: say.one })).toBeEnabled()
    await expectAccessible(page, 'changing a post on one account of two')
    await box(texts.handles.mastodon).press('Space')

    await field.fill('Soup and bread')
    const send = dialog.getByRole('button', { name: say.two })
    await expect(send).toBeEnabled()
    await expectAccessible(page, 'changing a post on several accounts')
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-everywhere-${language}.png` })
    await send.click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText(say.leaves, { exact: false })).toBeVisible()
    await studio.advance(60_000)
    expect([studio.mastodon, studio.wordpress, studio.bluesky].map(({ published }) => published.at(-1)?.text)).toEqual(['Soup and bread', 'Soup and bread', 'Soup and braed'])
    for (const handle of [texts.handles.mastodon, texts.handles.wordpress]) await expect(row(handle)).toContainText(say.changed)
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-everywhere-after-${language}.png` })
    expect((await studio.engine.ask('begun.read', { workspaceId, kind: 'edit', ids: [`${postId} 1`] })).begun).toEqual([])

    await page.getByRole('button', { name: say.again }).click()
    await expect(page.getByRole('textbox', { name: say.text, exact: true })).toHaveText('Soup and bread')
    const copyId = new URL(page.url()).hash.split('/').at(-1) ?? ''
    expect(copyId).not.toBe(postId)
    expect((await studio.engine.ask('posts.read', { workspaceId, postId: copyId })).post.targets.map(({ variant }) => variant)).toEqual([null, null, null])
  })
}

test('own words of an account are a text of their own in the same dialog, and a refusal stands at its account', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [{ accountId: accounts.mastodon, variant: null }, { accountId: accounts.wordpress, variant: paragraph('Soup and braed, every day') }]
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Menu', document: paragraph('Soup and braed'), targets, media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Change the words…' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Change what is out' })
  const of = (handle: string) => dialog.getByRole('textbox', { name: `New words on ${handle}` })
  await of(texts.handles.wordpress).fill('Soup and bread, every day')
  await of(texts.handles.mastodon).fill('Soup and bread')
  await expectAccessible(page, 'two texts of a post that is out')
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/edit-two-texts-en.png` })
  const { parts } = await studio.engine.ask('published.ofPost', { workspaceId, postId })
  const jobId = parts.find(({ accountId }) => accountId === accounts.wordpress)!.jobId
  studio.disturb('published.edit', 'server_error')
  await dialog.getByRole('button', { name: 'Change it on 2 accounts' }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(2)
  await expect(of(texts.handles.wordpress)).toHaveText('Soup and bread, every day')
  studio.disturb('published.edit', null)
  await dialog.getByRole('button', { name: 'Change it on 2 accounts' }).click()
  await expect(dialog).toHaveCount(0)
  await studio.advance(60_000)
  expect([studio.mastodon, studio.wordpress].map(({ published }) => published.at(-1)?.text)).toEqual(['Soup and bread', 'Soup and bread, every day'])
  expect((await studio.engine.ask('published.ofPost', { workspaceId, postId })).parts.find((part) => part.jobId === jobId)).toMatchObject({ underWay: null })
})

test('words of which all accounts are left out stay begun while the others are sent, and are there again the next time', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [{ accountId: accounts.mastodon, variant: null }, { accountId: accounts.wordpress, variant: paragraph('Soup and braed, every day') }]
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Menu', document: paragraph('Soup and braed'), targets, media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const open = page.getByRole('button', { name: 'Change the words…' })
  await open.first().click()
  const dialog = page.getByRole('dialog', { name: 'Change what is out' })
  const of = (handle: string) => dialog.getByRole('textbox', { name: `New words on ${handle}` })
  await of(texts.handles.wordpress).fill('Soup and bread, every day')
  await of(texts.handles.mastodon).fill('Soup and bread')
  await dialog.getByRole('checkbox', { name: texts.handles.wordpress }).press('Space')
  await dialog.getByRole('button', { name: 'Change it on Mastodon' }).click()
  await expect(dialog).toHaveCount(0)
  await studio.advance(60_000)
  expect([studio.mastodon, studio.wordpress].map(({ published }) => published.at(-1)?.text)).toEqual(['Soup and bread', 'Soup and braed, every day'])
  await open.last().click()
  await expect(of(texts.handles.wordpress)).toHaveText('Soup and bread, every day')
  await expect(of(texts.handles.mastodon)).toHaveText('Soup and bread')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect((await studio.engine.ask('begun.read', { workspaceId, kind: 'edit', ids: [`${postId} 1`] })).begun).toEqual([])
})

test('giving up what is on screen leaves the words that were begun for an account that cannot be read right now', async ({ studio, page }) => {
  const { workspaceId, accounts, texts } = await fillClient(studio, 'en')
  const postId = studio.engine.random.id()
  const targets = [{ accountId: accounts.mastodon, variant: null }, { accountId: accounts.wordpress, variant: paragraph('Soup and braed, every day') }]
  const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Menu', document: paragraph('Soup and braed'), targets, media: [] } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const open = page.getByRole('button', { name: 'Change the words…' })
  const dialog = page.getByRole('dialog', { name: 'Change what is out' })
  const of = (handle: string) => dialog.getByRole('textbox', { name: `New words on ${handle}` })
  await open.first().click()
  await of(texts.handles.wordpress).fill('Soup and bread, every day')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  studio.wordpress.shows = () => null
  await studio.advance(60 * 60_000)
  await open.last().click()
  await dialog.getByRole('textbox', { name: 'New words' }).fill('Soup and bread')
  await expect(of(texts.handles.wordpress)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  studio.wordpress.shows = undefined
  await studio.advance(60 * 60_000)
  await open.first().click()
  await expect(of(texts.handles.wordpress)).toHaveText('Soup and bread, every day')
  await expect(of(texts.handles.mastodon)).toHaveText('Soup and braed')
})
