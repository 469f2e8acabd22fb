import { expect } from '@playwright/test'
import { documentToText } from '../../shared/text/document-to-text.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const minutes = 60_000

test('lists the versions of a draft, compares them with what is in hand, and takes one back, by keyboard', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const editor = page.getByRole('textbox', { name: 'Text of the post' })
  const saved = page.getByText('Saved at')
  await editor.fill('Low tide at six.')
  await expect(saved).toBeVisible()
  await studio.advance(5 * minutes)
  await editor.fill('High tide at six.')
  await expect(saved).toBeVisible()
  await studio.advance(5 * minutes)
  await editor.fill('High tide at six, with wine.')
  await page.keyboard.press('Control+Shift+D')
  const dialog = page.getByRole('dialog', { name: 'Versions of this post' })
  const comparison = dialog.getByRole('region', { name: 'Compared with the present text' })
  await expect(dialog.getByRole('option')).toHaveCount(2)
  await expect(dialog.getByRole('option').first()).toContainText('Words added: 1, removed: 1')
  await expect(comparison.locator('p > ins').last()).toHaveText(', with wine')
  // What was never seen is not restored.
  const restore = dialog.getByRole('button', { name: 'Restore this version' })
  await dialog.getByRole('listbox').focus()
  studio.disturb('posts.readVersion', 'hangs')
  await page.keyboard.press('End')
  await expect(restore).toBeDisabled()
  studio.disturb('posts.readVersion', null)
  await page.keyboard.press('Home')
  await expect(restore).toBeEnabled()
  await page.keyboard.press('End')
  await expect(comparison.locator('p > del').last()).toHaveText('Low')
  await expectAccessible(page, 'the versions')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(restore).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(editor).toHaveText('Low tide at six.')
  const postId = new URL(page.url()).hash.split('/').at(-1)!
  const textNow = async () => documentToText((await studio.engine.ask('posts.read', { workspaceId, postId })).post.document)
  expect(await textNow()).toBe('Low tide at six.')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(editor).toHaveText('High tide at six, with wine.')
  expect(await textNow()).toBe('High tide at six, with wine.')
})

test('says so when there is none yet, and restores nothing into a post that has its time', async ({ studio, page }) => {
  const { workspaceId, draftIds, postIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByRole('button', { name: 'Versions' }).click()
  await expect(page.getByText('No earlier version yet')).toBeVisible()
  await expectAccessible(page, 'no versions')
  await page.keyboard.press('Escape')
  await studio.goTo(`#/w/${workspaceId}/compose/${postIds[8]}`)
  await page.getByRole('button', { name: 'Versions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versions of this post' })
  await expect(dialog.getByRole('option')).toContainText('As it was scheduled')
  await expect(dialog.getByText('This version is what the post says now.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Restore this version' })).toBeDisabled()
  await expect(dialog.getByText('take it back before restoring')).toBeVisible()
})

test('marks line breaks, describes pictures, and restores nothing that is the same', async ({ studio, page }) => {
  const { workspaceId, draftIds, mediaIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  const write = async (paragraphs: readonly string[], altText: string | null) => {
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
    const document = { type: 'doc' as const, content: paragraphs.flatMap((words) => paragraph(words).content) }
    const media = altText === null ? [] : [{ mediaId: mediaIds[0]!, altText }]
    await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: post.revision, content: { title: post.title, document, targets: post.targets, media } })
    await studio.advance(5 * minutes)
  }
  await write(['Low tide at six.'], null)
  await write(['Low tide', 'at six.'], 'The shop front')
  await write(['Low tide', 'at six.'], 'The shop at dawn')
  await write(['Low tide at six.'], null)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Versions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versions of this post' })
  const comparison = dialog.getByRole('region', { name: 'Compared with the present text' })
  const restore = dialog.getByRole('button', { name: 'Restore this version' })
  const versions = dialog.getByRole('option')

  await expect(versions.first()).toContainText('descriptions')
  await expect(comparison.locator('p > del', { hasText: '↵' })).toContainText('line break')
  await expect(comparison.locator('figure del')).toHaveText('The shop at dawn')
  await expect(restore).toBeEnabled()
  await expectAccessible(page, 'line breaks and pictures of a version')
  await versions.nth(1).click()
  await expect(versions.nth(1)).toContainText('line breaks')
  await expect(comparison.locator('figure del')).toHaveText('The shop front')
  await versions.nth(2).click()
  await expect(comparison.getByText('This version is what the post says now.')).toBeVisible()
  await expect(restore).toBeDisabled()
  await expect(dialog.getByText('there is nothing to restore')).toBeVisible()
})
