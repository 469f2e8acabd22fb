import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const words = {
  en: { place: 'Where it stands', pin: 'Pin…', unpin: 'Unpin…', title: 'Pin this post on Mastodon?', titleUnpin: 'Unpin this post on Mastodon?', now: 'It is not pinned now.', top: 'Pinned, it stands at the top of the account’s profile, for everybody.', confirm: 'Pin it', confirmUnpin: 'Unpin it', instead: /takes the place of the post that is pinned now/, confirmInstead: 'Pin it in the other one’s place', full: /allows 5 pinned posts/, cancel: 'Cancel', pinned: 'Pinned' },
  fr: { place: 'Où en est la publication', pin: 'Épingler…', unpin: 'Désépingler…', title: 'Épingler cette publication sur Mastodon ?', titleUnpin: 'Désépingler cette publication sur Mastodon ?', now: 'Elle n’est pas épinglée en ce moment.', top: 'Épinglée, elle se trouve en haut du profil du compte, pour tout le monde.', confirm: 'Épingler', confirmUnpin: 'Désépingler', instead: /prend la place de la publication épinglée en ce moment/, confirmInstead: 'Épingler à la place de l’autre', full: /autorise 5 publications épinglées/, cancel: 'Annuler', pinned: 'Épinglée' }
} as const

async function publish(studio: Studio, language: 'en' | 'fr'): Promise<{ readonly workspaceId: string; readonly postId: string }> {
  const { workspaceId, draftIds } = await fillClient(studio, language)
  const postId = draftIds[0]!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.engine.ask('studio.saveSettings', { settings: { language } })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  return { workspaceId, postId }
}

for (const language of ['en', 'fr'] as const) {
  const said = words[language]

  test(`a post that is out is pinned and unpinned by keyboard, and its row says how it stands, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId, postId } = await publish(studio, language)
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const row = page.getByRole('listitem').filter({ hasText: 'mastodon' }).filter({ has: page.getByRole('button', { name: said.pin }) })
    await row.getByRole('button', { name: said.pin }).press('Enter')
    const dialog = page.getByRole('dialog', { name: said.title })
    await expect(dialog.getByText(said.now)).toBeVisible()
    await expect(dialog.getByText(said.top)).toBeVisible()
    await expectAccessible(page, `pinning, ${language}`)
    await page.screenshot({ path: info.outputPath(`pin-light-${language}.png`) })
    await dialog.getByRole('button', { name: said.confirm }).press('Enter')
    await expect(dialog).toHaveCount(0)
    await studio.advance(60_000)
    await expect.poll(() => studio.mastodon.pinned.size).toBe(1)
    const pinned = page.getByRole('listitem').filter({ hasText: said.pinned })
    await expect(pinned).toHaveCount(1)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.screenshot({ path: info.outputPath(`pinned-dark-${language}.png`) })
    await pinned.getByRole('button', { name: said.unpin }).press('Enter')
    const other = page.getByRole('dialog', { name: said.titleUnpin })
    await other.getByRole('button', { name: said.confirmUnpin }).press('Enter')
    await studio.advance(60_000)
    await expect.poll(() => studio.mastodon.pinned.size).toBe(0)
    await expect(page.getByText(said.pinned, { exact: true })).toHaveCount(0)
  })

  test(`whose place it takes, and that no place is left, is said before anything is done, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId, postId } = await publish(studio, language)
    studio.mastodon.pinsThere = { hindrance: null, instead: { remoteId: 'other', words: 'Bienvenue au comptoir', url: 'https://mastodon.example/other' } }
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const button = page.getByRole('listitem').filter({ hasText: 'mastodon' }).getByRole('button', { name: said.pin })
    await button.press('Enter')
    const dialog = page.getByRole('dialog', { name: said.title })
    await expect(dialog.getByText(said.instead)).toBeVisible()
    await expect(dialog.getByText('Bienvenue au comptoir')).toBeVisible()
    await expect(dialog.getByRole('button', { name: said.confirmInstead })).toBeVisible()
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await expectAccessible(page, `another pin’s place, ${language}`)
    await page.screenshot({ path: info.outputPath(`instead-dark-${language}.png`) })
    await dialog.getByRole('button', { name: said.cancel }).press('Enter')
    studio.mastodon.pinsThere = { hindrance: 'full', instead: null, most: 5 }
    await button.press('Enter')
    await expect(dialog.getByText(said.full)).toBeVisible()
    await expect(dialog.getByRole('button', { name: said.confirm })).toHaveCount(0)
    await dialog.getByRole('button', { name: said.cancel }).press('Enter')
    expect((await studio.engine.ask('published.ofPost', { workspaceId, postId })).changes).toEqual([])
  })
}
