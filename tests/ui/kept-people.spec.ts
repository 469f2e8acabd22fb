import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('people kept for mentions are listed, changed, deleted and brought back, in French', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await studio.engine.ask('people.save', { workspaceId, person: { id: studio.engine.random.id(), name: 'Marguerite Vidal', handles: { bluesky: 'marguerite.bsky.social' } } })
  const kept = async () => (await studio.engine.ask('people.list', { workspaceId })).people
  await studio.open(`#/w/${workspaceId}/settings`)
  const list = page.getByRole('region', { name: 'Personnes gardées pour les mentions' })
  await expect(list.getByRole('row', { name: /Marguerite Vidal/ })).toContainText('@marguerite.bsky.social')
  await expectAccessible(page, 'the people kept for mentions, fr, dark')

  await list.getByRole('button', { name: 'Modifier Marguerite Vidal' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nom', exact: true }).fill('Marguerite V.')
  await dialog.getByRole('textbox', { name: /^Mastodon/ }).fill('@vidal@mamot.example')
  await dialog.getByRole('button', { name: 'Garder ces noms' }).click()
  await expect(list.getByRole('row', { name: /Marguerite V\./ })).toContainText('@vidal@mamot.example')
  expect(await kept()).toMatchObject([{ name: 'Marguerite V.', handles: { bluesky: 'marguerite.bsky.social', mastodon: 'vidal@mamot.example' } }])

  await list.getByRole('button', { name: 'Supprimer Marguerite V.' }).click()
  await expect(list).toContainText('Encore personne')
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(list.getByRole('row', { name: /Marguerite V\./ })).toBeVisible()

  await list.getByRole('button', { name: 'Nouvelle personne' }).click()
  await expect(dialog.getByRole('button', { name: 'Garder ces noms' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Nom', exact: true }).fill('Yann')
  await dialog.getByRole('textbox', { name: /^Bluesky/ }).fill('yann.bsky.social')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await kept()).map(({ name }) => name).toSorted()).toEqual(['Marguerite V.', 'Yann'])
})
