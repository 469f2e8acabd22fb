import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

async function publish(studio: Studio, language: 'en' | 'fr'): Promise<{ readonly workspaceId: string; readonly postId: string }> {
  const { workspaceId, draftIds } = await fillClient(studio, language)
  const postId = draftIds[0]!
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  return { workspaceId, postId }
}

test('a post that is out is deleted on the accounts that are chosen, by keyboard, and can be taken back for a moment', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'en')
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const outcome = page.getByRole('region', { name: 'Where it stands' })
  const button = outcome.getByRole('button', { name: 'Delete on the networks…' })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Delete this post from its networks?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  const boxes = dialog.getByRole('checkbox')
  const count = 2
  await expect(dialog.getByRole('list', { name: 'Where it is out' }).getByRole('checkbox')).toHaveCount(count)
  await expectAccessible(page, 'deleting a post that is out')
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/delete-en.png` })
  for (let index = 1; index < count; index += 1) await boxes.nth(index).click()
  await dialog.getByRole('button', { name: /^Delete from / }).click()
  await expect(dialog).toHaveCount(0)
  await expect(outcome).toContainText('Deletion')
  await expect(page.getByRole('status', { name: 'About to leave' })).toContainText(/(Bluesky|Mastodon) @tideline/)
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/deleting-en.png` })
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await studio.advance(60_000)
  await expect(outcome).not.toContainText('Deleted there')

  await button.click()
  await dialog.getByRole('checkbox', { name: 'Then write it again: open a copy as a draft' }).click()
  await dialog.getByRole('button', { name: /^Delete from / }).click()
  // The copy is a draft of the same words, and goes nowhere by itself.
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Published post')
  await expect(page.getByRole('textbox', { name: 'Text' }).first()).toContainText('Portrait: Sally')
  await studio.advance(60_000)
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(outcome.getByText('Deleted there')).toHaveCount(count)
  await expect(button).toHaveCount(0)
})

test('says in French, from the story in the outbox, what is deleted and that it is', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const { jobs } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.open(`#/w/${workspaceId}/outbox/${jobs[0]!.id}`)
  await page.getByRole('button', { name: 'Supprimer des réseaux…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1)
  if (process.env['VIGIE_PICTURES'] !== undefined) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await dialog.getByRole('button', { name: 'Annuler' }).hover()
    await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/delete-fr-dark.png` })
  }
  await expectAccessible(page, 'deleting a post that is out, in French')
  await dialog.getByRole('button', { name: /^Supprimer de / }).click()
  await studio.advance(60_000)
  await expect(page.getByText('Elle a été publiée, et elle est supprimée là-bas depuis.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Supprimée de son réseau.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Voir sur le réseau' })).toHaveCount(0)
  const { changes } = await studio.engine.ask('published.ofPost', { workspaceId, postId })
  await studio.open(`#/w/${workspaceId}/outbox/${changes[0]!.id}`)
  await expect(page.getByText('Elle y est supprimée.')).toBeVisible()
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/deleted-fr-dark.png` })
})

test('what cannot be deleted from here says why and how it goes by hand, and the person says that they did it', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'en')
  const { parts } = await studio.engine.ask('published.ofPost', { workspaceId, postId })
  await studio.engine.ask('accounts.remove', { workspaceId, accountId: parts[0]!.accountId })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const outcome = page.getByRole('region', { name: 'Where it stands' })
  await outcome.getByRole('button', { name: 'Delete on the networks…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Its account was removed from this client. Open it there, delete it, then say so here.')
  if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/by-hand-en.png` })
  await expectAccessible(page, 'what is deleted by hand')
  await dialog.getByRole('button', { name: 'I have deleted it there' }).click()
  await expect(dialog).not.toContainText('Its account was removed')
  await dialog.getByRole('button', { name: 'Delete from Mastodon' }).click()
  await studio.advance(60_000)
  await expect(outcome.getByText('Deleted there')).toHaveCount(2)
})
