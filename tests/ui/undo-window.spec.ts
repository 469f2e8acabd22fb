import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

async function withWindow(studio: Studio, workspaceId: string): Promise<void> {
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
}

test('counts a post down on every screen, and gives the very draft back', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await withWindow(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish now' }).click()
  const strip = page.getByRole('status', { name: 'About to leave' })
  await expect(strip).toContainText('Post for 2 accounts')
  await expect(strip).toContainText('leaves in 15 s')
  await studio.advance(6_000)
  await studio.goTo(`#/w/${workspaceId}/calendar`)
  await expect(strip).toContainText(/leaves in (9|8) s/)
  await studio.goTo(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveAttribute('contenteditable', 'false')
  await strip.getByRole('button', { name: 'Undo' }).click()
  await expect(strip).not.toContainText('Post for')
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveAttribute('contenteditable', 'true')
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveText(texts.drafts[0]!)
  await studio.advance(60_000)
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain(texts.drafts[0])
})

test('takes the last thing back by Ctrl+Z, and lets it go when nobody does', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await withWindow(studio, workspaceId)
  const publish = async (postId: string) => {
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  }
  await studio.open(`#/w/${workspaceId}/calendar`)
  await publish(draftIds[0]!)
  const strip = page.getByRole('status', { name: 'About to leave' })
  await expect(strip).toContainText('leaves in')
  await page.keyboard.press('Control+z')
  await expect(strip).not.toContainText('leaves in')
  expect((await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })).post.status).toBe('draft')
  await publish(draftIds[0]!)
  await expect(strip).toContainText('leaves in')
  await studio.advance(16_000)
  await expect(strip).not.toContainText('leaves')
  expect(studio.bluesky.published.map(({ text }) => text)).toContain(texts.drafts[0])
  await page.keyboard.press('Control+z')
  expect((await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })).post.status).toBe('published')
})

test('gives a reply back into its field, above what was begun meanwhile', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await withWindow(studio, workspaceId)
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: texts.talks[1]!.from }).click()
  await page.keyboard.press('r')
  await page.keyboard.type('We are looking into it.')
  await page.keyboard.press('Control+Enter')
  const strip = page.getByRole('status', { name: 'About to leave' })
  await expect(strip).toContainText('Reply')
  await page.keyboard.press('r')
  await page.keyboard.type('By the way')
  await strip.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('We are looking into it.\n\nBy the way')
  await studio.advance(60_000)
  expect(studio.mastodon.published.map(({ text }) => text)).not.toContain('We are looking into it.')
})

test('shows what another client is about to send, with its name', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await withWindow(studio, workspaceId)
  const other = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
  await studio.open(`#/w/${other}/calendar`)
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })
  await studio.engine.ask('posts.schedule', { workspaceId, postId: draftIds[0]!, revision: post.revision, when: { kind: 'now' } })
  const strip = page.getByRole('status', { name: 'About to leave' })
  await expect(strip).toContainText(texts.name)
  await strip.getByRole('button', { name: 'Undo' }).click()
  await expect(strip).not.toContainText(texts.name)
})
