import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a post that is out is shown as such: its time, no counter, and a title that says so', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByText(/characters left/).first()).toBeVisible()
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(20_000)
  await expect(page.getByRole('heading', { name: 'Published post', level: 1 })).toBeVisible()
  await expect(page.getByText(/characters left/)).toHaveCount(0)
  await expect(page.getByRole('article').first()).toContainText(/\d\d:\d\d/)
  await expect(page.getByRole('article').first()).not.toContainText('· now')
})
