import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('people are named in an answer by the name that its network knows, and kept for the client', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  studio.bluesky.directory.push({ name: 'Marguerite Vidal', handle: 'marguerite.bsky.social' })
  const elsewhere = { id: studio.engine.random.id(), name: 'Margaux Elsewhere', handles: { mastodon: 'margaux@mamot.example' } }
  await studio.engine.ask('people.save', { workspaceId, person: elsewhere })
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option', { name: /John Pascoe/ }).click()
  const answer = page.getByRole('article').getByRole('textbox', { name: 'Reply' })
  await answer.click()
  await answer.pressSequentially('Ask @marg')
  const list = page.getByRole('listbox', { name: 'People' })
  await expect(list.getByRole('option')).toHaveCount(1)
  await expect(list.getByRole('option', { name: /Marguerite Vidal/ })).toBeVisible()
  await expectAccessible(page, 'people in an answer')
  await answer.press('Escape')
  await expect(list).toHaveCount(0)
  await answer.pressSequentially('u')
  await expect(list).toHaveCount(0)
  await answer.fill('')
  await answer.pressSequentially('Ask @marg')
  await expect(list.getByRole('option')).toHaveCount(1)
  await answer.press('Enter')
  await expect(answer).toHaveValue('Ask @marguerite.bsky.social ')
  await expect.poll(async () => (await studio.engine.ask('people.search', { workspaceId, query: 'marguerite' })).kept).toMatchObject([{ name: 'Marguerite Vidal', handles: { bluesky: 'marguerite.bsky.social' } }])
  await answer.pressSequentially('and :smi')
  await expect(page.getByRole('listbox', { name: 'Emoji for this name' })).toBeVisible()
})

test('nobody is offered in a private answer: on some networks naming somebody shows them the message', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await studio.engine.ask('people.save', { workspaceId, person: { id: studio.engine.random.id(), name: 'Marguerite Vidal', handles: { bluesky: 'marguerite.bsky.social', mastodon: 'marguerite@mamot.example' } } })
  const { conversations } = await studio.engine.ask('inbox.page', { workspaceId, view: 'all', kind: null, accountId: null, before: null, limit: 50 })
  const shared = conversations.find(({ kind }) => kind !== 'message')!
  const secret = conversations.find(({ kind }) => kind === 'message')!
  await studio.open(`#/w/${workspaceId}/inbox/${shared.id}`)
  await page.getByRole('article').getByRole('textbox').pressSequentially('Voyez @marg')
  await expect(page.getByRole('listbox', { name: 'Personnes' })).toBeVisible()
  await studio.goTo(`#/w/${workspaceId}/inbox/${secret.id}`)
  const answer = page.getByRole('article').getByRole('textbox')
  await answer.pressSequentially('Voyez @marg')
  await expect(answer).toHaveValue('Voyez @marg')
  await expect(page.getByRole('listbox', { name: 'Personnes' })).toHaveCount(0)
})
