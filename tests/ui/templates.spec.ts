import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('makes a template of a draft and a new post of the template, by keyboard', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.waitFor()
  await page.keyboard.press('Control+Shift+M')
  const panel = page.getByRole('dialog', { name: 'Templates' })
  await expect(panel.getByText('No template yet')).toBeVisible()
  await expectAccessible(page, 'no templates yet')
  await panel.getByRole('button', { name: 'Save this post as a template…' }).press('Enter')
  await expect(panel.getByRole('textbox', { name: 'Name of the template' })).toBeFocused()
  await page.keyboard.type('Portrait of the week')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('listitem')).toContainText(texts.drafts[0] ?? '')
  await expectAccessible(page, 'the templates')

  await studio.open(`#/w/${workspaceId}/compose?at=2026-12-01T09%3A00`)
  await text.waitFor()
  await page.keyboard.press('Control+Shift+M')
  await panel.getByRole('button', { name: /^Portrait of the week/ }).press('Enter')
  await expect(text).toHaveText(texts.drafts[0] ?? '')
  await expect(panel).toBeHidden()
  const postId = new URL(page.url()).hash.split('/').at(-1) ?? ''
  expect(postId).not.toBe(draftIds[0])
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  expect(post).toMatchObject({ status: 'draft', plan: { localDateTime: '2026-12-01T09:00' } })
  expect(post.targets).toHaveLength(2)
})

test('renames, replaces and deletes a template, and brings it back', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0] ?? '' })
  const { title, document, targets, media } = post
  const id = crypto.randomUUID()
  await studio.engine.ask('templates.save', { workspaceId, template: { id, name: 'Portrait', content: { title, document, targets, media } } })
  const names = async () => (await studio.engine.ask('templates.list', { workspaceId })).templates.map(({ name }) => name)
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[1]}`)
  await page.getByRole('button', { name: 'Templates' }).click()
  const panel = page.getByRole('dialog', { name: 'Templates' })
  await panel.getByRole('button', { name: 'More for the template “Portrait”' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await panel.getByRole('textbox', { name: 'New name' }).fill('Weekly portrait')
  await panel.getByRole('button', { name: 'Rename' }).click()
  await expect(panel.getByRole('button', { name: /^Weekly portrait/ })).toBeVisible()

  await panel.getByRole('button', { name: 'Save this post as a template…' }).click()
  await panel.getByRole('textbox', { name: 'Name of the template' }).fill('weekly PORTRAIT')
  await expect(panel.getByText('A template has this name: this post takes its place.')).toBeVisible()
  await panel.getByRole('button', { name: 'Replace it' }).click()
  await expect.poll(names).toEqual(['weekly PORTRAIT'])

  await panel.getByRole('button', { name: /^More for the template/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(names).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(names).toEqual(['weekly PORTRAIT'])
})

test('says in French that nothing can be kept yet, and what went wrong', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  studio.disturb('templates.list', 'server_error')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('button', { name: 'Modèles' }).click()
  const panel = page.getByRole('dialog', { name: 'Modèles' })
  await panel.getByRole('button', { name: 'Réessayer' }).waitFor()
  studio.disturb('templates.list', null)
  await panel.getByRole('button', { name: 'Réessayer' }).click()
  await expect(panel.getByText('Pas encore de modèle')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Enregistrer comme modèle…' })).toBeDisabled()
  await expectAccessible(page, 'no templates yet, fr, dark')
})
