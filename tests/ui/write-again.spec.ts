import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const day = 24 * 3_600_000

test('a published post is written again, with what it brought beside it, and its words go out twice only when that is meant', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  studio.bluesky.counts.post = { likes: 1204, reposts: 31, quotes: 0, replies: 1 }
  await studio.advance(60_000)
  await studio.engine.ask('figures.read', { workspaceId, postId })
  await studio.advance(day + 3_600_000)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Write it again' }).click()
  const results = page.getByRole('region', { name: 'What it brought' })
  await expect(results).toContainText('1,204')
  await expect(results.getByRole('button', { name: /^Portrait: Sally/ })).toBeVisible()
  const checks = page.getByRole('region', { name: 'Checks' })
  await expect(checks).toContainText('Word for word what went out here on')
  await expectAccessible(page, 'a post that is written again')

  await page.getByRole('button', { name: 'Publish now' }).click()
  const question = page.getByRole('alertdialog').filter({ hasText: 'The same text goes twice to each of these accounts:' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('Portrait: Sally, a year later.')
  await expect(page.getByText('Word for word')).toHaveCount(0)
})

test('the posts worth repeating are listed by their figures, and one press begins from one of them, in French', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  studio.bluesky.counts.post = { likes: 40, reposts: 3, quotes: 0, replies: 2 }
  studio.mastodon.counts.post = { likes: 12, reposts: 1, replies: 0 }
  await studio.advance(4 * 3_600_000)
  await studio.open(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'À republier…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publications qui méritent d’être réécrites' })
  await dialog.getByRole('combobox', { name: 'Parues il y a plus de' }).click()
  await page.getByRole('option', { name: '2 semaines', exact: true }).click()
  const rows = dialog.getByRole('list').getByRole('listitem')
  await expect(rows.first()).toContainText('l’habitude')
  await expectAccessible(page, 'posts worth repeating, fr, dark')
  await rows.first().getByRole('button', { name: 'Réécrire' }).click()
  await expect(page.getByRole('region', { name: 'Ce qu’elle a donné' })).toBeVisible()
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'À republier…' }).click()
  await dialog.getByRole('combobox', { name: 'Parues il y a plus de' }).click()
  await page.getByRole('option', { name: '2 semaines', exact: true }).click()
  await expect(rows.first()).toContainText('réécrite le')
})
