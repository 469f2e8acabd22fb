import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('shows what the networks count of a post, as of when, and reads it anew on demand', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  studio.bluesky.counts.post = { likes: 1204, reposts: 31, quotes: 0, replies: 1 }
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const outcome = page.getByRole('region', { name: 'Where it stands' })
  await expect(outcome).not.toContainText('as of')
  await page.getByRole('button', { name: 'Read the figures now' }).click()
  await expect(outcome).toContainText('1,204')
  await expect(outcome.getByText('1 reply', { exact: true })).toBeAttached()
  await expect(outcome).toContainText('as of')
  studio.bluesky.counts.post = { likes: 1300, reposts: 31, quotes: 0, replies: 2 }
  // By itself, an hour after it went out.
  await studio.advance(2 * 3_600_000)
  await expect(outcome).toContainText('1,300')
  await expectAccessible(page, 'the figures of a post')
})

test('says in French how many follow each account', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  studio.bluesky.counts.account = { followers: 1204, posts: 12 }
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await studio.advance(16 * 60_000)
  await studio.open(`#/w/${workspaceId}/accounts`)
  await expect(page.getByRole('columnheader', { name: 'Abonnés' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '.bsky' }).first()).toContainText('1\u202f204')
  await expectAccessible(page, 'the accounts with their followers')
})
