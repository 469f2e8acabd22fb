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

test('what was sent stands beside what the network shows, with what differs in words, by keyboard and without a network', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'en')
  studio.bluesky.shows = ({ text }) => ({ text: `${text} Edited.`, media: [], card: { url: 'https://lune.example/', title: 'The moon', description: '' } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const button = page.getByRole('region', { name: 'Where it stands' }).getByRole('button', { name: 'Preview and reality' }).first()
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Preview and reality/ })
  const there = dialog.getByRole('region', { name: 'On the network' })
  await expect(there).toContainText('Something stands otherwise there')
  await expect(there.locator('ins').last()).toContainText('Edited')
  await expect(there).toContainText('Made by the network')
  await expect(dialog.getByRole('region', { name: 'Our preview' })).not.toContainText('Edited')
  await expectAccessible(page, 'preview and reality')

  // Without a network, what was read last stands there, and why nothing newer does.
  await studio.advance(61_000)
  studio.disturb('reality.read', 'offline')
  await there.getByRole('button', { name: 'Read it back now' }).click()
  await expect(there.getByRole('alert')).toBeVisible()
  await expect(there.locator('ins').last()).toContainText('Edited')
  studio.disturb('reality.read', null)
  studio.bluesky.shows = () => null
  await there.getByRole('button', { name: 'Read it back now' }).click()
  await expect(there).toContainText('It was no longer there')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('says in French, from the story in the outbox, that all is as it was sent', async ({ studio, page }) => {
  const { workspaceId, postId } = await publish(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  const { jobs } = await studio.engine.ask('posts.read', { workspaceId, postId })
  await studio.open(`#/w/${workspaceId}/outbox/${jobs[0]!.id}`)
  await page.getByRole('button', { name: 'Aperçu et réalité' }).click()
  const there = page.getByRole('dialog').getByRole('region', { name: 'Sur le réseau' })
  await expect(there).toContainText('Tel qu’envoyé')
  await expectAccessible(page, 'preview and reality in French')
})
